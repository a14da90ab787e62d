using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Files.Workbooks;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Lists;

public sealed class Views_and_files(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const string Cost = "money.2024.settled.total";
    private OfficeCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_view_is_saved_under_a_name_opened_and_begins_the_list()
    {
        var page = await app.SendForm($"{App.Office}/views/new/projects?class.is=補助金等&columns=name,{Cost}", Answers.Of(("Form.Name", "補助金の決算"), ("Form.For", "everyone"), ("Start", "true")));
        page.Url.ShouldContain("view=");
        page.Body!.TextContent.ShouldContain("補助金の決算");
        var begun = await app.Get($"{App.Office}/projects");
        begun.Url.ShouldContain("columns=name");
        (await app.Get($"{App.Office}/projects?view=all")).Url.ShouldNotContain("columns");
        await app.SignInAs(Role.Reader);
        (await app.Get($"{App.Office}/views")).Body!.TextContent.ShouldContain("補助金の決算");
        (await app.Get($"{App.Office}/projects")).Url.ShouldEndWith("/projects");
    }

    [Theory]
    [InlineData(Audience.Owner, OfficeCity.Own, HttpStatusCode.Forbidden)]
    [InlineData(Audience.Owner, OfficeCity.Other, HttpStatusCode.Forbidden)]
    [InlineData(Audience.Department, OfficeCity.Own, HttpStatusCode.Redirect)]
    [InlineData(Audience.Department, OfficeCity.Other, HttpStatusCode.Forbidden)]
    [InlineData(Audience.Everyone, OfficeCity.Own, HttpStatusCode.Redirect)]
    [InlineData(Audience.Everyone, OfficeCity.Other, HttpStatusCode.Redirect)]
    public async Task A_view_opens_for_those_it_is_shared_with_and_is_changed_by_its_keeper_alone(Audience audience, string department, HttpStatusCode expected)
    {
        var (_, view) = await GivenView(audience);
        await app.SignInAs(Role.Entrant, department);
        var response = await app.Browser.GetAsync($"{App.Office}/views/{view.Key}");
        response.StatusCode.ShouldBe(expected);
        if (expected == HttpStatusCode.Forbidden)
            (await response.Content.ReadAsStringAsync()).ShouldContain(audience == Audience.Department ? "いまあなたがいない部課の人に共有されています" : "ほかの人のものです");
        else
            (await app.Get($"{App.Office}/views/{view.Key}/edit")).QuerySelector("[name='Form.Name']").ShouldBeNull();
    }

    [Fact]
    public async Task A_view_whose_keeper_left_still_opens_says_so_and_can_be_taken_over()
    {
        var (owner, view) = await GivenView(Audience.Department);
        await using (var db = app.OpenDb())
        {
            var left = await db.People.Include(p => p.Assignments).SingleAsync(p => p.Id == owner.Id);
            left.End(left.Assignments[0].Id, left.Assignments[0].From);
            await db.SaveChangesAsync();
        }
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        (await app.Get($"{App.Office}/views/{view.Key}")).Body!.TextContent.ShouldContain("いまはこの団体での役割がありません");
        await app.SendForm($"{App.Office}/views/{view.Key}/edit", new { }, "form[action*=TakeOver]");
        (await app.Get($"{App.Office}/views/{view.Key}/edit")).QuerySelector("[name='Form.Name']").ShouldNotBeNull();
        var (response, _) = await app.SendFormRaw($"{App.Office}/views/{view.Key}/edit", new { }, "form[action*=Delete]");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Browser.GetAsync($"{App.Office}/views/{view.Key}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("gone.is=3", "項目「gone」はこの一覧にありません")]
    [InlineData("class.frob=3", "条件の種類「frob」はありません")]
    [InlineData("class.is=なくなった区分", "「なくなった区分」という値はありません")]
    [InlineData($"{Cost}.min=たくさん", "「たくさん」を数として読めません")]
    [InlineData($"{Cost}.between=1", "範囲「1」を読めません")]
    [InlineData("department.has=福祉", "という条件は使えません")]
    public async Task A_condition_that_cannot_be_used_is_named_and_nothing_is_exported_wider_than_asked(string condition, string expected)
    {
        var page = await app.Get($"{App.Office}/projects?{condition}&name.has=産後ケア");
        var alert = page.QuerySelector("[role=alert]")!.TextContent;
        alert.ShouldContain(expected);
        alert.ShouldContain("求めたものより多くの行");
        foreach (var format in new[] { "csv", "xlsx", "sjis" })
            (await app.Browser.GetAsync($"{App.Office}/exports/projects/{format}?{condition}")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_page_beyond_the_last_shows_the_last_and_says_so()
    {
        foreach (var beyond in new[] { "999", "0", "三" })
            (await app.Get($"{App.Office}/projects?name.has=産後ケア&p={beyond}")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("ページ目はありません");
        (await app.Get($"{App.Office}/projects?year=いつか&view=all")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("年度として読めません");
    }

    [Theory]
    [InlineData("projects", $"columns=number,name,{Cost}&sort=-{Cost}")]
    [InlineData("projects", $"columns=name,class,{Cost}&group=department")]
    [InlineData("projects", $"columns=name,{Cost}&group=department&only=groups")]
    [InlineData("projects", $"columns=name,{Cost}&group=year")]
    [InlineData("items", "columns=code,name,projects")]
    [InlineData("indicators", "columns=name,kind,actual.2024")]
    [InlineData("departments", "columns=name,projects")]
    public async Task A_file_holds_exactly_what_the_screen_shows(string list, string address)
    {
        await app.Given(Project.Start(null, "=HYPERLINK(\"x\")"), Project.Start(null, "@見出し"));
        var screen = (await app.Get($"{App.Office}/{list}?{address}&size=500")).QuerySelector("main .list-table table")!;
        var shown = screen.QuerySelectorAll("tbody tr, tfoot tr").Select(r => string.Concat(r.QuerySelectorAll("th, td").Select(c => Plain(c.TextContent)))).ToList();
        var bytes = await app.Browser.GetByteArrayAsync($"{App.Office}/exports/{list}/xlsx?{address}");
        using var book = Workbook.Open(new MemoryStream(bytes), "list.xlsx");
        book.Sheets.Count.ShouldBe(2);
        var rows = book.Sheets[0].Rows().Skip(1).Select(r => r.Cells).ToList();
        var csv = Encoding.UTF8.GetString(await app.Browser.GetByteArrayAsync($"{App.Office}/exports/{list}/csv?{address}"));
        csv[0].ShouldBe('\uFEFF');
        var grouped = address.Contains("group=", StringComparison.Ordinal);
        var counted = rows.Where(r => r.Length == 0 || r[0].Text != "うち未入力(件)").ToList();
        counted.Count.ShouldBe(shown.Count);
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(rows.Count + 1);
        foreach (var (row, line) in counted.Zip(shown))
            foreach (var cell in row.Skip(grouped ? 2 : 0).Where(c => c.IsFilled && !c.Text.StartsWith("合計", StringComparison.Ordinal)))
                line.ShouldContain(Plain(cell.Kind == CellKind.Number ? cell.Number.ToString("#,0.###") : cell.Text));
        if (list == "projects" && !grouped)
        {
            csv.ShouldContain("'=HYPERLINK");
            rows.ShouldContain(r => r[1].Kind == CellKind.Text && r[1].Text.StartsWith("=HYPERLINK", StringComparison.Ordinal));
        }
        book.Sheets[1].Rows().Select(r => r.Cells[0].Text).ShouldContain("書き出した人");
    }

    [Fact]
    public async Task Letters_that_code_page_932_loses_are_named_before_anything_is_written()
    {
        await app.Given(Project.Start(null, "𠮷野の事業〜その一"));
        var page = await app.Get($"{App.Office}/exports/projects/sjis?name.has=𠮷野&columns=name");
        page.Body!.TextContent.ShouldContain("まだ書き出していません");
        page.QuerySelectorAll("tbody th").Select(t => t.TextContent).ShouldContain("𠮷");
        var bytes = await app.Browser.GetByteArrayAsync($"{App.Office}/exports/projects/sjis-anyway?name.has=𠮷野&columns=name");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding.GetEncoding(932).GetString(bytes).ShouldContain("〓野の事業");
    }

    [Fact]
    public async Task Old_addresses_of_the_project_list_lead_to_the_same_projects()
    {
        (await app.Get($"{App.Office}/projects?Filter.Words={city.OwnProject.Number}&Filter.Item={city.Items[0].Key}&Filter.Money=2024-Settled&Filter.Sort=money")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await app.Get($"{App.Office}/projects?Filter.Department=none&Filter.Words={city.OwnProject.Number}")).QuerySelectorAll("tbody tr").Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_condition_is_added_without_script_step_by_step()
    {
        var page = await app.SendForm($"{App.Office}/projects?name.has=事業", new Dictionary<string, object?> { ["add-field"] = Cost }, "#conditions form");
        page.Url.ShouldContain("add-field");
        var done = await app.SendForm(page.Url, new Dictionary<string, object?> { ["add-comparison"] = "min", ["add-value"] = "100万" }, "#conditions form");
        done.QuerySelectorAll(".chip").Length.ShouldBe(2);
        done.QuerySelectorAll(".chip")[1].TextContent.ShouldContain("1,000,000円以上");
        done.Url.ShouldContain($"{Cost}.min=");
    }

    private async Task<(Person Owner, SavedView View)> GivenView(Audience audience)
    {
        await app.AccountFor(Role.Entrant, OfficeCity.Own);
        await using var db = app.OpenDb();
        var own = await db.Departments.SingleAsync(d => d.Name == OfficeCity.Own);
        var owner = Person.Join("ビューの持ち主");
        owner.Assign(Role.Entrant, own.Id, new(2020, 4, 1));
        var view = SavedView.Keep("projects", "共有の見本", "?class.blank=", owner.Id);
        view.ShareWith(audience, own.Id);
        db.AddRange(owner, view);
        await db.SaveChangesAsync();
        return (owner, view);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('−', '-');
}
