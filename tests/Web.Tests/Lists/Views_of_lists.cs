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

public sealed class Views_of_lists(App app) : IClassFixture<App>, IAsyncLifetime
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

    [Fact]
    public async Task A_view_shared_with_a_department_by_one_who_moved_on_opens_and_says_so()
    {
        var (owner, view) = await GivenView(Audience.Department);
        await app.AccountFor(Role.Entrant, OfficeCity.Other);
        await using (var db = app.OpenDb())
        {
            var moved = await db.People.Include(p => p.Assignments).SingleAsync(p => p.Id == owner.Id);
            moved.Relocate(moved.Assignments[0].Id, (await db.Departments.SingleAsync(d => d.Name == OfficeCity.Other)).Id);
            await db.SaveChangesAsync();
        }
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await app.Get($"{App.Office}/views/{view.Key}");
        page.Url.ShouldContain("/projects?");
        page.Body!.TextContent.ShouldContain($"共有したビューの持ち主さんは、いまは{OfficeCity.Own}にいません。");
    }

    [Theory]
    [InlineData("projects", "gone.is=3&class.blank=", "項目「gone」はこの一覧にありません")]
    [InlineData("items", "gone.is=3", "項目「gone」はこの一覧にありません")]
    [InlineData("indicators", "class.is=なくなった区分", "「なくなった区分」という値はありません")]
    [InlineData("departments", "parent.is=gone", "「gone」という値はありません")]
    public async Task A_view_kept_with_a_field_that_is_gone_opens_says_what_was_left_out_and_exports_nothing(string list, string conditions, string expected)
    {
        var view = SavedView.Keep(list, "昔のビュー", $"?{conditions}", (await GivenView(Audience.Everyone)).Owner.Id);
        view.ShareWith(Audience.Everyone, null);
        await app.Given(view);
        var page = await app.Get($"{App.Office}/views/{view.Key}");
        page.QuerySelector(".note-warn[role=alert]")!.TextContent.ShouldContain(expected);
        (await app.Browser.GetAsync($"{App.Office}/exports/{list}/csv?{conditions}")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("projects", "department")]
    [InlineData("projects", "item")]
    [InlineData("projects", "level1")]
    [InlineData("projects", "class")]
    [InlineData("projects", "first")]
    [InlineData("projects", "year")]
    [InlineData("indicators", "department")]
    [InlineData("indicators", "level1")]
    [InlineData("indicators", "class")]
    [InlineData("indicators", "kind")]
    [InlineData("indicators", "latest")]
    [InlineData("items", "level1")]
    [InlineData("items", "level")]
    [InlineData("departments", "parent")]
    [InlineData("departments", "from")]
    public async Task A_list_is_gathered_by_what_its_menu_offers_with_a_count_for_each(string list, string group)
    {
        var offered = (await app.Get($"{App.Office}/{list}?view=all")).QuerySelector("#group")!;
        offered.QuerySelectorAll("option").Select(o => o.GetAttribute("value")).ShouldContain(group);
        var page = await app.Get($"{App.Office}/{list}?group={group}&only=groups");
        page.QuerySelector("[role=alert]").ShouldBeNull();
        var rows = page.QuerySelectorAll("main .list-table tbody tr").ToList();
        rows.ShouldNotBeEmpty();
        if (group != "year")
            rows.Sum(r => int.Parse(r.QuerySelector("td.num")!.TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture))
                .ShouldBe((await Count(list)));
    }

    [Theory]
    [InlineData("ｻﾝｺﾞｹｱ", "産後ケア")]
    [InlineData("さんごけあ", "サンゴケア")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("abc１２３", "ＡＢＣ123")]
    public async Task Words_are_found_whatever_their_width_kana_and_case(string typed, string written)
    {
        var mark = Guid.NewGuid().ToString("N")[..6];
        var isKanji = written.StartsWith('産');
        var name = $"{written}の事業{mark}";
        await app.Given(Project.Start(null, name), Shirube.Domain.Indicators.Indicator.Define(name, "件", Shirube.Domain.Indicators.IndicatorKind.Activity), Department.Establish(name, new(2020)));
        foreach (var list in new[] { "projects", "indicators", "departments" })
            foreach (var condition in new[] { $"words={typed}+{mark}", $"name.has={typed}の事業{mark}", $"name.starts={typed}の事業{mark}" })
                (await app.Get($"{App.Office}/{list}?{condition}")).QuerySelectorAll("main .list-table tbody tr").Length.ShouldBe(isKanji ? 0 : 1, $"{list} {condition}");
    }

    private async Task<int> Count(string list)
    {
        var words = (await app.Get($"{App.Office}/{list}?view=all")).QuerySelectorAll("main p[role=status]")[^1].TextContent;
        return int.Parse(words[..words.IndexOf('件', StringComparison.Ordinal)].Trim(), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
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
        var page = await app.SendForm($"{App.Office}/projects?name.has=事業", new Dictionary<string, object?> { ["add-field"] = "money.*.total", ["add-when"] = "2024.settled" }, "#conditions form");
        page.Url.ShouldContain("add-field");
        var done = await app.SendForm(page.Url, new Dictionary<string, object?> { ["add-comparison"] = "min", ["add-value"] = "100万" }, "#conditions form");
        done.Url.ShouldNotContain("add-");
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
}
