using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Web.Tests.Import;

/// <summary>The office brings a file in through the real pages.</summary>
public sealed class ImportJourney : IDisposable
{
    private const string List = """
        番号,事務事業名,担当部,担当課,政策,施策,令和6年度事業費(千円),令和6年度一般財源(千円)
        1,産後ケア事業,健康福祉部,こども家庭課,安心のまち,子育て支援,"18,200",9100
        2,乳児健診事業,健康福祉部,こども家庭課,安心のまち,子育て支援,4500,4500
        3,道路維持事業,都市整備部,土木課,便利なまち,道路,120000.5,-
        """;

    private readonly App app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_list_comes_in_step_by_step_and_goes_again()
    {
        await app.SignInAs(Role.PlanningOffice);
        var mapping = await Upload("事業一覧.csv", List);
        mapping.QuerySelector("h1")!.TextContent.ShouldBe("列の対応");
        RoleOf(mapping, "事務事業名").ShouldBe("project.name");

        var preview = await Done(await app.SendForm(mapping.Url, new { unit = "" }, "main form:last-of-type"));
        preview.QuerySelector("h1")!.TextContent.ShouldBe("取り込む前の確認");
        preview.Body!.TextContent.ShouldContain("新しい3件");
        preview.Body.TextContent.ShouldContain("142,700,500");
        await NothingIsThere();

        var result = await Done(await app.SendForm(preview.Url, new { }, "main form.sticky-bar"));
        result.QuerySelector("h1")!.TextContent.ShouldBe("取り込んだ結果");
        (await Count()).ShouldBe(3);

        var sure = await app.Get(result.QuerySelectorAll<IHtmlAnchorElement>("a").Single(a => a.Href.EndsWith("/undo", StringComparison.Ordinal)).Href);
        var gone = await Done(await app.SendForm(sure.Url, new { }, "main form"));
        gone.Body!.TextContent.ShouldContain("取り消されました");
        await NothingIsThere();
        (await app.Get($"{App.Office}/imports")).Body!.TextContent.ShouldContain("取り消し済み");
    }

    [Fact]
    public async Task The_same_list_again_shows_that_nothing_changes()
    {
        await app.SignInAs(Role.PlanningOffice);
        await TakeIn("事業一覧.csv", List);
        var entries = await Entries();

        var again = await TakeIn("事業一覧.csv", List);

        again.Body!.TextContent.ShouldContain("このファイルから変わるものはありませんでした");
        (await Entries()).ShouldBe(entries);
    }

    [Fact]
    public async Task What_a_person_corrected_is_shown_and_kept()
    {
        await app.SignInAs(Role.PlanningOffice);
        await TakeIn("事業一覧.csv", List);
        await using (var db = app.OpenDb())
        {
            (await db.Projects.SingleAsync(p => p.Number == "1")).Rename("1", "産後ケア事業(訪問)");
            await db.SaveChangesAsync();
        }

        var preview = await Preview("事業一覧R7.csv", List.Replace("1,産後ケア事業", "1,産後ケア事業費").Replace("4500,4500", "4600,4600"));

        preview.Body!.TextContent.ShouldContain("職員の値を残しました");
        preview.Body.TextContent.ShouldContain("事業費計(令和6年度 決算)");
        await Done(await app.SendForm(preview.Url, new { }, "main form.sticky-bar"));
        await using var after = app.OpenDb();
        (await after.Projects.SingleAsync(p => p.Number == "1")).Name.ShouldBe("産後ケア事業(訪問)");
        (await after.Projects.Include(p => p.Money).SingleAsync(p => p.Number == "2")).Money.Single(m => m.Kind == MoneyKind.Total).Amount!.Value.Value.ShouldBe(4_600_000);
    }

    [Fact]
    public async Task A_column_can_be_read_as_something_else()
    {
        await app.SignInAs(Role.PlanningOffice);
        var mapping = await Upload("事業一覧.csv", List.Replace("事務事業名", "なまえ").Replace("番号,", "事務事業名,"));

        var letters = Select(mapping, "なまえ").Name!;
        var preview = await Done(await app.SendForm(mapping.Url, new Dictionary<string, object?> { [letters] = "project.name", [Select(mapping, "事務事業名").Name!] = "project.number" }, "main form:last-of-type"));

        preview.Body!.TextContent.ShouldContain("産後ケア事業");
        preview.Body.TextContent.ShouldContain("新しい3件");
    }

    [Theory]
    [InlineData("空.xlsx", "", "は空です。")]
    [InlineData("手紙.xlsx", "これは表ではありません。", "表計算のファイル(xlsx、xls、csv)ではありません。")]
    [InlineData("手紙.pdf", "これは表ではありません。", "種類(拡張子)は取り込めません。")]
    public async Task A_file_that_is_no_workbook_is_refused_in_one_sentence_and_not_kept(string name, string content, string sentence)
    {
        await app.SignInAs(Role.PlanningOffice);

        var page = await app.SendForm($"{App.Office}/imports", new { Upload = new ChosenFile(name, Encoding.UTF8.GetBytes(content)) });

        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        page.Body!.TextContent.ShouldNotContain("途中の取り込み");
    }

    [Fact]
    public async Task A_list_with_a_number_twice_is_refused_with_both_places_and_can_be_returned_to()
    {
        await app.SignInAs(Role.PlanningOffice);

        var page = await Upload("事業一覧.csv", List.Replace("2,乳児", "1,乳児"));

        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("「1」が2か所にあります");
        await NothingIsThere();
        (await app.Get($"{App.Office}/imports")).QuerySelector("table a")!.TextContent.ShouldBe("事業一覧.csv");
    }

    [Fact]
    public async Task Only_the_planning_office_brings_files_in()
    {
        await app.SignInAs(Role.Entrant, "こども家庭課");

        (await app.Browser.GetAsync($"{App.Office}/imports")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_whole_city_comes_in()
    {
        var file = SharedData.Find("ofunato/ofunato-r7.xlsx");
        Assert.SkipWhen(file is null, "大船渡市のファイル(shared/data/ofunato)がありません。");
        await app.SignInAs(Role.PlanningOffice);

        var mapping = await Done(await app.SendForm($"{App.Office}/imports", new { Upload = new ChosenFile("ofunato-r7.xlsx", await System.IO.File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)) }));
        mapping.QuerySelector("h1")!.TextContent.ShouldBe("列の対応");
        var preview = await app.Get(mapping.Url.Replace("/mapping", ""));
        preview.Body!.TextContent.ShouldContain("新しい407件");
        var result = await Done(await app.SendForm(preview.Url, new { }, "main form.sticky-bar"));

        result.Body!.TextContent.ShouldContain("18,302,439,578");
        (await Count()).ShouldBe(407);
    }

    private async Task<IHtmlDocument> Upload(string name, string content) =>
        await Done(await app.SendForm($"{App.Office}/imports", new { Upload = new ChosenFile(name, Encoding.UTF8.GetBytes(content)) }));

    private async Task<IHtmlDocument> Preview(string name, string content) => await app.Get((await Upload(name, content)).Url.Replace("/mapping", ""));

    private async Task<IHtmlDocument> TakeIn(string name, string content) => await Done(await app.SendForm((await Preview(name, content)).Url, new { }, "main form.sticky-bar"));

    /// <summary>Looks at the progress page as its reload link does, until the work is done.</summary>
    private async Task<IHtmlDocument> Done(IHtmlDocument page)
    {
        for (var looks = 0; looks < 600 && page.QuerySelector("[data-progress]") is not null; looks++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await app.Get(page.Url);
        }

        page.QuerySelector("[data-progress]").ShouldBeNull($"the work did not end: {page.Body?.TextContent.Trim()}");
        return page;
    }

    private static IHtmlSelectElement Select(IHtmlDocument page, string heading) =>
        page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("td")?.TextContent == heading).QuerySelector<IHtmlSelectElement>("select")!;

    private static string? RoleOf(IHtmlDocument page, string heading) => Select(page, heading).Value;

    private async Task NothingIsThere()
    {
        await using var db = app.OpenDb();
        (await db.Projects.CountAsync() + await db.Departments.CountAsync() + await db.Plans.CountAsync()).ShouldBe(0);
    }

    private async Task<int> Count()
    {
        await using var db = app.OpenDb();
        return await db.Projects.CountAsync();
    }

    private async Task<long> Entries()
    {
        await using var db = app.OpenDb();
        return await db.ChangeEntries.LongCountAsync();
    }
}
