using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Files.Indicators;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Indicators;

public sealed class Values_by_a_table : IAsyncLifetime
{
    private const string Heading = "指標の記号,指標,単位,年度,実績,状態,注記,照合";
    private ValuesCity city = null!;

    private App App => city.App;

    public async ValueTask InitializeAsync()
    {
        city = await ValuesCity.Make();
        await App.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_table_holds_exactly_the_rows_of_the_filter_and_brought_back_as_it_is_it_changes_nothing(string format)
    {
        await city.Enter((city.Cell(2, "value"), "-5"), (city.Cell(2, "note"), "=1+1"));
        var (file, bytes) = await TakeOut(format, "&words=ウ 満足");
        file.ShouldBe($"実績-令和7年度.{format}");
        Lines(file, bytes).ShouldBe([$"{city.Own[2].Key}|ウ 満足した割合|%|令和7年度|-5|実績|=1+1"]);
        if (format == "csv")
            Encoding.UTF8.GetString(bytes).ShouldContain(",-5,実績,'=1+1,", customMessage: "a text that begins like a formula is harmless, a number stays one");
        (await TakeOut(format)).Bytes.ShouldSatisfyAllConditions(b => Lines(file, b).Count.ShouldBe(5));

        var page = await Read(file, (await TakeOut(format)).Bytes);
        Counts(page).ShouldBe("新しく入る 0件、変わる 0件、変わらない 5件、誤り 0件。まだ何も保存していません。");
        page.QuerySelector("#take").ShouldBeNull();
    }

    [Fact]
    public async Task A_table_written_in_is_shown_row_by_row_before_and_after_and_then_taken_as_a_whole()
    {
        var page = await Read("実績.csv", Table($"{city.Own[0].Key},ア 参加した人数,人,令和7年度,\"1,300\",実績,確定しました,", $"{city.Own[1].Key},ちがう名前,回,2025,,未把握,,", $"{city.Own[2].Key},,,R7,84.5%,,,"));
        Rows(page).ShouldBe(["2|変わる|120 (速報) 注記「見込みです」|1300 (実績) 注記「確定しました」", "3|新しい|(空)|(未把握)", "4|新しい|(空)|84.5 (実績)"]);
        page.QuerySelectorAll("main tbody tr").ElementAt(1).TextContent.ShouldContain("表の名前は「ちがう名前」です。");
        (await Saved()).ShouldBe(["120 Preliminary 見込みです", "", ""]);

        var after = await Take(page);
        after.QuerySelector("[role=status]")!.TextContent.ShouldBe("表から、3件の令和7年度の実績を保存しました。");
        (await Saved()).ShouldBe(["1300 Final 確定しました", "NotKnown", "84.5 Final"]);
    }

    [Fact]
    public async Task Every_row_that_cannot_be_taken_says_why_and_then_none_is()
    {
        var page = await Read("実績.csv", Table(
            $"{city.Own[0].Key},,,令和7年度,7,実績,,", "nothing,,,令和7年度,1,実績,,", ",名前だけ,,令和7年度,1,実績,,", $"{city.Own[0].Key},,,令和7年度,8,実績,,",
            $"{city.Own[1].Key},,,令和6年度,1,実績,,", $"{city.Own[2].Key},,,令和7年度,1,たぶん,,", $"{city.Other.Key},,,令和7年度,#REF!,実績,,", $"{city.Office.Indicator.Key},,人,令和7年度,1,実績,,"));
        Rows(page).Select(r => $"{r.Split('|')[0]} {r.Split('|')[3].Split('。')[0]}").ShouldBe([
            "3 「nothing」という記号の指標がありません", "4 指標の記号がありません", "5 同じ指標が2行目にもあります", "6 年度が「令和6年度」ですが、いま読み取っているのは令和7年度の実績です",
            "7 状態「たぶん」はありません", "8 「#REF!」を数として読めません", "9 表の単位は「人」ですが、指標の単位は「%」です", "2 7 (実績)"]);
        page.QuerySelector("#take").ShouldBeNull();
        page.QuerySelector(".note-bad")!.TextContent.ShouldContain("この表は保存できません");
        (await Saved()).ShouldBe(["120 Preliminary 見込みです", "", ""]);
    }

    [Theory]
    [InlineData("84%", "実績", "", "「84%」の単位は、この指標の単位「人」と違います")]
    [InlineData("", "実績", "", "指標の値と状態が合いません")]
    [InlineData("5", "未把握", "", "指標の値と状態が合いません")]
    [InlineData("", "", "注記だけ", "令和7年度に値も状態もないため、注記や判断を書けません")]
    public async Task A_value_that_does_not_fit_is_wrong_in_the_preview(string value, string status, string note, string why) =>
        Rows(await Read("実績.csv", Table($"{city.Own[0].Key},,人,令和7年度,{value},{status},{note},"))).Single().ShouldContain(why);

    [Fact]
    public async Task What_somebody_else_changed_since_the_table_was_taken_out_is_said_and_rows_nobody_wrote_in_keep_it()
    {
        var (file, bytes) = await TakeOut("csv");
        await city.Meanwhile(city.Own[0], 125);
        await city.Meanwhile(city.Own[1], 3);
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain(",120,速報,");
        var page = await Read(file, Encoding.UTF8.GetBytes(text.Replace(",120,速報,", ",130,速報,", StringComparison.Ordinal)));
        Rows(page)[0].ShouldBe("2|誤り|125 (実績) 注記「見込みです」|表を取り出したあとに、ほかの人がこの実績を変えています。 いまの値を確かめ、この行を残すなら、表を取り出し直して書いてください。");
        Counts(page).ShouldStartWith("新しく入る 0件、変わる 0件、変わらない 4件、誤り 1件");
    }

    [Fact]
    public async Task What_somebody_else_saves_between_preview_and_taking_stops_the_whole_and_is_shown_anew()
    {
        var page = await Read("実績.csv", Table($"{city.Own[0].Key},,,令和7年度,130,実績,,", $"{city.Own[1].Key},,,令和7年度,7,実績,,"));
        await city.Meanwhile(city.Own[0], 125);
        var again = await Take(page);
        again.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("「ア 参加した人数」が保存されました。まだ何も変えていません。");
        Rows(again)[0].ShouldBe("2|変わる|125 (実績) 注記「見込みです」|130 (実績)");
        (await Saved()).ShouldBe(["125 Final 見込みです", "", ""]);
        await Take(again);
        (await Saved()).ShouldBe(["130 Final", "7 Final", ""]);
    }

    [Fact]
    public async Task A_clerk_brings_back_own_indicators_only()
    {
        await App.SignInAs(Role.Entrant, OfficeCity.Own);
        var (file, bytes) = await TakeOut("xlsx");
        Lines(file, bytes).Select(l => l.Split('|')[1]).ShouldBe(["ア 参加した人数", "イ 開いた回数", "ウ 満足した割合", "訪問した割合"]);
        Rows(await Read("実績.csv", Table($"{city.Other.Key},,,令和7年度,1,実績,,"))).Single().ShouldContain("指標「エ 直した道の長さ」はほかの部課のものなので、変更できません。");
        var page = await Read("実績.csv", Table($"{city.Own[1].Key},,,令和7年度,1,実績,,"));
        var hidden = page.QuerySelector<IHtmlInputElement>("#take [name=Lines]")!;
        hidden.Value = hidden.Value.Replace(city.Own[1].Key.Value, city.Other.Key.Value, StringComparison.Ordinal);
        (await Take(page)).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("誤りのある行が1件あるので、読み取っていません。");
        (await city.Saved(city.Other)).ShouldBe("");
    }

    [Theory]
    [InlineData("", "読み取るファイルを選んでください。")]
    [InlineData("名前,値\nア,1\n", "「指標の記号」という見出しの列がありません。")]
    [InlineData("指標の記号,年度,実績,状態\nabc,2025,1,実績\n", "「注記」という見出しの列がありません。")]
    [InlineData("指標の記号,年度,実績,実績,状態,注記\nabc,2025,1,1,実績,\n", "「実績」という見出しの列が2つあります。")]
    [InlineData("指標の記号,年度,実績,状態,注記\n", "表に指標の行がありません。")]
    public async Task A_file_that_is_no_such_table_is_refused_and_says_what_is_missing(string content, string sentence)
    {
        var page = content.Length == 0 ? await App.SendForm(ValuesCity.Table, new { }, "#upload") : await Read("表.csv", Encoding.UTF8.GetBytes(content));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        page.QuerySelector("#take").ShouldBeNull();
    }

    [Theory]
    [InlineData("0.845", "84.5 (実績)")]
    [InlineData(null, "「(計算されていない数式)」を数として読めません")]
    public async Task A_formula_in_the_table_is_read_by_the_value_that_stands_in_it_and_never_calculated(string? shown, string expected)
    {
        var (file, bytes) = await TakeOut("xlsx", "&words=ウ 満足");
        using var stream = new MemoryStream();
        await stream.WriteAsync(bytes, TestContext.Current.CancellationToken);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!;
            formats.AppendChild(new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true });
            var row = document.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Row>().Last();
            row.ReplaceChild(new Cell { CellFormula = new("169/200"), CellValue = shown is null ? null : new(shown), StyleIndex = (uint)formats.ChildElements.Count - 1 }, row.Elements<Cell>().ElementAt(4));
        }
        Rows(await Read(file, stream.ToArray())).Single().ShouldContain(expected);
    }

    [Fact]
    public async Task A_table_of_many_rows_asks_no_more_than_one_of_few()
    {
        var few = await CountedQueries.During(() => Read("実績.csv", Table($"{city.Own[0].Key},,,令和7年度,7,実績,,")));
        var many = await CountedQueries.During(() => Read("実績.csv", Table([.. city.Own.Append(city.Other).Select(i => $"{i.Key},,,令和7年度,7,実績,,")])));
        many.Count.ShouldBe(few.Count);
        few.Count.ShouldBeLessThanOrEqualTo(12, "two pages were asked for: the form, and its answer");
    }

    private Task<IHtmlDocument> Read(string name, byte[] content) => App.SendForm(ValuesCity.Table, new { Upload = new ChosenFile(name, content) }, "#upload");

    private async Task<IHtmlDocument> Take(IHtmlDocument page)
    {
        var form = FilledForm.On(page, "#take", Answers.Of());
        return await App.Parse(await App.Follow(await App.Browser.PostAsync(new Uri(new Uri(page.Url), form.Action), form.Content())));
    }

    private async Task<(string Name, byte[] Bytes)> TakeOut(string format, string more = "")
    {
        var link = (await App.Get(ValuesCity.Page + more)).QuerySelectorAll<IHtmlAnchorElement>("main a").Single(a => a.Href.Contains($"list={format}", StringComparison.Ordinal)).Href;
        var answer = await App.Browser.GetAsync(link);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (answer.Content.Headers.ContentDisposition!.FileNameStar!, await answer.Content.ReadAsByteArrayAsync());
    }

    private static List<string> Lines(string file, byte[] bytes)
    {
        using var workbook = Shirube.Files.Workbooks.Workbook.Open(new MemoryStream(bytes), file);
        return [.. ValueTable.Read(workbook, 99).Select(l => $"{l.Key}|{l.Name}|{l.Unit}|{l.Year}|{l.Value}|{l.Status}|{l.Note}")];
    }

    private static byte[] Table(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Heading)) + "\n");

    private static List<string> Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Select(c => (c.QuerySelector(".mark") is { } mark ? mark.LastChild!.TextContent : c.TextContent).Trim())))];

    private static string Counts(IHtmlDocument page) => page.QuerySelector("[role=status]").ShouldNotBeNull(page.Body!.TextContent).TextContent;

    private async Task<string[]> Saved() => [await city.Saved(city.Own[0]), await city.Saved(city.Own[1]), await city.Saved(city.Own[2])];
}
