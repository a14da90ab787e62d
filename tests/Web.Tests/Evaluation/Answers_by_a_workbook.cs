using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Answers_by_a_workbook : IAsyncLifetime
{
    private WorkbookCity city = null!;

    public async ValueTask InitializeAsync() => city = await WorkbookCity.Make();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task Only_the_cells_to_fill_in_are_open_choices_drop_down_and_limits_are_said()
    {
        using var stream = new MemoryStream(await city.TakeOut());
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => $"{s.Name} {s.State?.InnerText}".Trim()).ShouldBe(["はじめに", $"01 {city.City.OwnProject.Name}", "選択肢 hidden"]);
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var page = WorkbookEdit.SheetPart(document, 1).Worksheet!;
        page.Elements<SheetProtection>().Single().ShouldSatisfyAllConditions(p => p.Sheet!.Value.ShouldBeTrue(), p => p.Password.ShouldBeNull(), p => p.HashValue.ShouldBeNull());
        var open = page.Descendants<Cell>().Where(c => formats[(int)c.StyleIndex!.Value].Protection is { Locked.Value: false }).Select(c => c.CellReference!.Value!).ToHashSet();
        string At(string label, string column) => WorkbookEdit.CellAt(document, label, column).CellReference!.Value!;
        open.ShouldBe([At("成果", "D"), At("成果", "E"), At("成果", "F"), At("総括", "D"), At("件数", "D"), .. Enumerable.Range(2, 5).SelectMany(r => new[] { At($"取組+{r}", "D"), At($"取組+{r}", "E") })], ignoreOrder: true);
        var rules = page.Descendants<DataValidation>().ToDictionary(v => v.SequenceOfReferences!.InnerText!);
        rules.Keys.ShouldBe(open, ignoreOrder: true);
        rules[At("成果", "D")].ShouldSatisfyAllConditions(v => v.Type!.Value.ShouldBe(DataValidationValues.List), v => v.Formula1!.Text.ShouldBe("選択肢!$A$1:$A$3"), v => v.Prompt!.Value.ShouldBe("一覧から選びます。A,とてもよい: 目標を超えた"));
        rules[At("総括", "D")].ShouldSatisfyAllConditions(v => v.Type!.Value.ShouldBe(DataValidationValues.TextLength), v => v.Formula1!.Text.ShouldBe("40"), v => v.Prompt!.Value.ShouldBe("40字まで。"));
        rules[At("件数", "D")].Type!.Value.ShouldBe(DataValidationValues.Decimal);
        WorkbookEdit.SheetPart(document, 2).Worksheet!.Descendants<Cell>().Select(c => c.InnerText).ShouldBe(["A,とてもよい", "はい", "B", "C"]);
        WorkbookEdit.CellAt(document, "総括", "D").ShouldSatisfyAllConditions(c => c.CellFormula.ShouldBeNull(), c => c.DataType!.Value.ShouldBe(CellValues.InlineString), c => formats[(int)c.StyleIndex!.Value].NumberFormatId!.Value.ShouldBe(49u));
        WorkbookEdit.CellAt(document, "事業費計(円)", "C").CellValue!.Text.ShouldBe("1234000", "figures stand in it as numbers");
        WorkbookEdit.CellAt(document, "訪問した割合(%)+1", "D").CellValue!.Text.ShouldBe("84.2");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_workbook_brought_back_as_it_is_changes_nothing(bool throughLibreOffice)
    {
        var page = await city.Read(await Opened(await city.TakeOut(), throughLibreOffice));
        WorkbookCity.Counts(page).ShouldBe("新しく入る 0件、変わる 0件、昨年のままと確かめる 0件、変わらない 4件、食い違い 0件、誤り 0件");
        page.QuerySelector("#take").ShouldBeNull();
        (await city.Answer("成果"))!.CarriedFrom.ShouldNotBeNull("an answer of last year stays unconfirmed");
        (await city.Saved("総括")).Text.ShouldBe(WorkbookCity.Risky);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_written_in_is_shown_answer_by_answer_and_saved_only_where_it_is_chosen(bool throughLibreOffice)
    {
        var book = WorkbookEdit.Write(await city.TakeOut(), ("成果", "D", "A,とてもよい"), ("成果", "E", "+10%を超えた"), ("総括", "D", "-よくできた\n@二行目"), ("件数", "D", "1,234.5"), ("取組+2", "D", "4月"), ("取組+2", "E", "=始めた"), ("取組+3", "E", "続けた"));
        var page = await city.Read(await Opened(book, throughLibreOffice));
        WorkbookCity.Rows(page).ShouldBe(["成果|変わる|B 昨年の理由|A,とてもよい +10%を超えた", "総括|変わる|=HYPERLINK(\"http://a.jp\") +1 @2 _x0041_|-よくできた @二行目", "件数|新しい|–答えなし|1,234.5", "取組|新しい|–答えなし|4月 =始めた 続けた"], Case.Sensitive, "\n" + string.Join('\n', WorkbookCity.Rows(page)));
        (await city.Saved("件数")).ShouldBe(AnswerValue.Empty, "nothing is saved by reading");
        (await city.Take(page, ["成果", "総括", "取組"])).QuerySelector("main")!.ParentElement!.TextContent.ShouldContain("Excelから、3件の答えを保存しました。");
        (await city.Saved("成果")).ShouldBe(AnswerValue.Of("A,とてもよい", "+10%を超えた"));
        (await city.Saved("総括")).Text.ShouldBe("-よくできた\n@二行目");
        (await city.Saved("取組")).Text.ShouldBe("4月\t=始めた\n\t続けた");
        (await city.Saved("件数")).ShouldBe(AnswerValue.Empty);
        (await city.Answer("成果"))!.ShouldSatisfyAllConditions(a => a.CarriedFrom.ShouldBeNull(), a => a.By.ShouldNotBeNull());
    }

    [Fact]
    public async Task Last_years_answer_stands_where_somebody_says_so()
    {
        var page = await city.Read(WorkbookEdit.Write(await city.TakeOut(), ("成果", "F", "はい")));
        WorkbookCity.Rows(page).ShouldBe(["成果|昨年のまま|B 昨年の理由|B 昨年の理由"]);
        await city.Take(page);
        (await city.Answer("成果"))!.ShouldSatisfyAllConditions(a => a.CarriedFrom.ShouldBeNull(), a => a.Choice.ShouldBe("B"));
    }

    [Fact]
    public async Task What_another_person_saved_meanwhile_is_shown_beside_and_overwritten_only_knowingly()
    {
        var book = WorkbookEdit.Write(await city.TakeOut(), ("総括", "D", "私の総括"), ("件数", "D", "3"));
        await city.Meanwhile((s, f) => s.Answer(f, 1, city.Question("総括").Key, AnswerValue.Of(null, "別の人の総括"), 1, null, DateTime.UtcNow));
        var page = await city.Read(book);
        WorkbookCity.Rows(page).ShouldBe(["総括|食い違い|別の人の総括|私の総括", "件数|新しい|–答えなし|3"]);
        await city.Take(page);
        ((await city.Saved("総括")).Text, (await city.Saved("件数")).Number).ShouldBe(("別の人の総括", 3));
        page = await city.Read(book);
        await city.Meanwhile((s, f) => s.Answer(f, 1, city.Question("総括").Key, AnswerValue.Of(null, "さらに別"), 2, null, DateTime.UtcNow));
        var again = await city.Take(page, ["総括"]);
        again.QuerySelector("main")!.TextContent.ShouldContain("0件を保存しました。");
        WorkbookCity.Rows(again).ShouldBe(["総括|食い違い|さらに別|私の総括"]);
        await city.Take(again, ["総括"]);
        (await city.Saved("総括")).Text.ShouldBe("私の総括");
    }

    [Fact]
    public async Task A_sheet_submitted_between_preview_and_taking_takes_nothing_more()
    {
        var page = await city.Read(WorkbookEdit.Write(await city.TakeOut(), ("総括", "D", "書いた")));
        await city.Meanwhile((s, f) =>
        {
            s.Confirm(1, null, null, DateTime.UtcNow);
            s.Submit(city.Round, f, 1, null, DateTime.UtcNow, DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9)));
        });
        var after = await city.Take(page);
        WorkbookCity.Rows(after).Single().ShouldContain("段階「自己評価」は提出されています。");
        (await city.Saved("総括")).Text.ShouldBe(WorkbookCity.Risky);
    }

    [Theory]
    [InlineData("成果", "D", "S", "「成果」に、選択肢にない答え「S」があります。")]
    [InlineData("総括", "D", "あああああいいいいいうううううえええええおおおおおかかかかかきききききくくくくく九", "総括が41字あります。40字までです。")]
    [InlineData("件数", "D", "たくさん", "「件数」の「たくさん」は、数として読めません。")]
    [InlineData("成果", "F", "いいえ", "「成果」の「昨年のままでよい」に「いいえ」とあります。")]
    public async Task An_answer_that_is_none_says_why_and_the_others_are_taken(string label, string column, string text, string sentence)
    {
        var page = await city.Read(WorkbookEdit.Write(await city.TakeOut(), (label, column, text), ("取組+2", "D", "よい行")));
        WorkbookCity.Rows(page).Single(r => r.StartsWith($"{label}|誤り", StringComparison.Ordinal)).ShouldContain(sentence);
        await city.Take(page);
        (await city.Saved("取組")).Text.ShouldBe("よい行");
    }

    [Theory]
    [InlineData("1+1", "2", "総括|変わる|=HYPERLINK(\"http://a.jp\") +1 @2 _x0041_|2")]
    [InlineData("HYPERLINK(\"http://a.jp\",\"押す\")", "押す", "総括|変わる|=HYPERLINK(\"http://a.jp\") +1 @2 _x0041_|押す")]
    [InlineData("1+1", null, "「総括」に、値のない数式か誤りの値があります。")]
    public async Task A_formula_is_never_calculated_the_text_that_stands_beside_it_is_read(string formula, string? shown, string expected)
    {
        var page = await city.Read(WorkbookEdit.Change(await city.TakeOut(), d => WorkbookEdit.Formula(WorkbookEdit.CellAt(d, "総括", "D"), formula, shown)));
        WorkbookCity.Rows(page).Single().ShouldContain(expected);
    }

    [Fact]
    public async Task A_renamed_worksheet_is_known_and_one_taken_out_is_missed()
    {
        var book = WorkbookEdit.Write(await city.TakeOut(), ("総括", "D", "書いた"));
        WorkbookCity.Rows(await city.Read(WorkbookEdit.Change(book, d => d.WorkbookPart!.Workbook!.Descendants<Sheet>().ElementAt(1).Name = "別の名前"))).ShouldBe(["総括|変わる|=HYPERLINK(\"http://a.jp\") +1 @2 _x0041_|書いた"]);
        var without = await city.Read(WorkbookEdit.Change(book, d => d.WorkbookPart!.Workbook!.Descendants<Sheet>().ElementAt(1).Remove()));
        WorkbookCity.Rows(without).Single().ShouldContain($"評価シート「{city.City.OwnProject.Name}」が、ファイルから消されています。");
    }

    [Fact]
    public async Task A_workbook_of_another_department_round_or_municipality_is_refused()
    {
        await city.App.SignInAs(Role.Entrant, OfficeCity.Other);
        var others = await city.TakeOut();
        await city.App.SignInAs(Role.Entrant, OfficeCity.Own);
        WorkbookCity.Rows(await city.Read(others)).Single().ShouldContain("このシートは、ほかの部課か、ほかの担当のものです。");
        var book = await city.TakeOut();
        Trouble(await city.Read(WithMark(book, 0, App.Code.Value, "032158", "032034"))).ShouldContain("このファイルは、ほかの自治体のものです。");
        var next = city.NewRound("別の評価");
        await city.App.Given(next, EvaluationSheet.About(city.City.OwnProject.Id, "産後ケア事業", "1", next, city.Form));
        Trouble(await city.Read(await city.TakeOut(page: city.Page.Replace(city.Round.Key.Value, next.Key.Value, StringComparison.Ordinal)))).ShouldContain("別の年度か別の評価のものです。");
        (await city.App.Browser.GetAsync($"{city.Page}?handler=File&stage=1&department={city.Other.Id.Value}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_no_such_workbook_is_refused()
    {
        var book = await city.TakeOut();
        Trouble(await city.Read(book[..(book.Length / 2)])).ShouldContain("表計算のファイル(xlsx、xls、csv)ではありません。");
        Trouble(await city.Read(Encoding.UTF8.GetBytes("設問,答え\n"), "答え.csv")).ShouldContain("表計算のファイル(xlsx、xls、csv)ではありません。");
        Trouble(await city.Read(book, "評価.xlsm")).ShouldContain("マクロの入るファイルなので、読み取りません。");
        Trouble(await city.Read(WithMacros(book))).ShouldContain("マクロの入るファイルなので、読み取りません。");
        Trouble(await city.Read(WorkbookEdit.Change(book, d => d.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => c.CellReference!.Value!.StartsWith('A')).ToList().ForEach(c => c.RemoveAllChildren())))).ShouldContain("この画面で取り出したファイルではありません。");
        Trouble(await city.App.SendForm(city.Page, new { }, "#upload")).ShouldContain("読み取るファイルを選んでください。");
    }

    [Fact]
    public async Task The_planning_office_takes_out_any_department_and_a_stage_whose_turn_has_not_come_is_said()
    {
        Trouble((await city.App.SendFormRaw(city.Page, Answers.Of(("stage", "自己評価")), "#file")).Page).ShouldBe("");
        await city.App.SignInAs(Role.PlanningOffice);
        (await city.App.Get(city.Page)).QuerySelectorAll("#department option").Select(o => o.TextContent.Trim()).ShouldBe([OfficeCity.Own, OfficeCity.Other], ignoreOrder: true);
        (await city.App.Get($"{App.Office}/evaluations/{city.Round.Key}")).QuerySelector($"main a[href$='/workbook']").ShouldNotBeNull();
        (await city.App.Get($"{App.Office}/sheets/{city.Sheet.Key}")).QuerySelector($"main a[href*='/workbook?stage=1']").ShouldNotBeNull();
        Trouble((await city.App.SendFormRaw(city.Page, Answers.Of(("stage", "課長意見")), "#file")).Page).ShouldContain("段階「課長意見」で、いま入力できるシートがこの部課にありません。");
    }

    private static string Trouble(IDocument page) => page.QuerySelector("[data-error-summary]")?.TextContent ?? "";

    private static async Task<byte[]> Opened(byte[] book, bool throughLibreOffice)
    {
        if (!throughLibreOffice)
            return book;
        var saved = await WorkbookEdit.ThroughLibreOffice(book, TestContext.Current.CancellationToken);
        Assert.SkipWhen(saved is null, "LibreOffice is not on this machine");
        return saved!;
    }

    private static byte[] WithMark(byte[] book, int sheet, string name, string was, string now) => WorkbookEdit.Change(book, d =>
    {
        name.ShouldBe(was);
        var cell = WorkbookEdit.SheetPart(d, sheet).Worksheet!.Descendants<Cell>().First(c => c.CellReference!.Value == "A1");
        WorkbookEdit.Put(cell, cell.InnerText.Replace(was, now, StringComparison.Ordinal));
    });

    private static byte[] WithMacros(byte[] book)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            zip.CreateEntry("xl/vbaProject.bin");
        return stream.ToArray();
    }
}
