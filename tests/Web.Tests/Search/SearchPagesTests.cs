using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Search;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Search;

public sealed class SearchPagesTests(App app) : IClassFixture<App>
{
    private static string Page(string typed, string more = "") => $"{App.Office}/search?q={Uri.EscapeDataString(typed)}{more}";

    [Fact]
    public async Task The_box_stands_on_every_page_and_finds_in_any_width_what_was_typed_otherwise()
    {
        await OfficeCity.Of(app);
        await app.Given(Project.Start($"Q{Guid.NewGuid():N}"[..8], "ｺﾐｭﾆﾃｨﾊﾞｽの運行"));
        await app.SignInAs(Role.Reader);
        var page = await app.SendForm($"{App.Office}/plans", new { q = "コミュニティバス" });
        Titles(page).ShouldContain("ｺﾐｭﾆﾃｨﾊﾞｽの運行");
        page.QuerySelectorAll("main mark").Select(m => m.TextContent).ShouldContain("ｺﾐｭﾆﾃｨﾊﾞｽ");
        page.QuerySelector<IHtmlInputElement>("#find")!.Value.ShouldBe("コミュニティバス");
    }

    [Fact]
    public async Task The_number_itself_comes_first_then_titles_and_the_own_department_before_others()
    {
        var city = await OfficeCity.Of(app);
        var mark = $"目印{Guid.NewGuid():N}"[..8];
        await using (var db = app.OpenDb())
        {
            var own = await db.Departments.SingleAsync(d => d.Name == OfficeCity.Own);
            var others = Made("別の道路事業", mark, null);
            var mine = Made("別の道路事業", mark, null);
            mine.HandTo(own.Id, new(2020));
            var beginning = Made($"{mark}の整備", "", null);
            var inside = Made($"市道の{mark}", "", null);
            db.AddRange(others, mine, beginning, inside, Made("番号で見つかる事業", "", mark));
            await db.SaveChangesAsync();
        }
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await app.Get(Page(mark));
        Titles(page).ShouldBe(["番号で見つかる事業", $"{mark}の整備", $"市道の{mark}", "別の道路事業", "別の道路事業"]);
        var lines = page.QuerySelectorAll(".find-hits > li");
        lines[3].TextContent.ShouldContain(OfficeCity.Own);
        lines[4].TextContent.ShouldNotContain(OfficeCity.Own);
        city.ShouldNotBeNull();

        static Project Made(string name, string outline, string? number)
        {
            var project = Project.Start(number, name);
            project.Describe(ProjectText.Empty with { Outline = $"概要は{outline}です" });
            return project;
        }
    }

    [Fact]
    public async Task Kinds_are_counted_and_chosen_in_the_address_and_a_person_is_found_only_by_who_manages_people()
    {
        var name = $"検索 {Guid.NewGuid():N}"[..9];
        var person = Person.Join(name);
        person.Assign(Role.Reader, null, new(2020, 4, 1));
        await app.Given(person, Project.Start(null, $"{name} 事業"), ImportRun.Of($"{name}.xlsx", "00", "{}", null, null, new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc)));
        foreach (var role in Enum.GetValues<Role>())
        {
            await app.SignInAs(role, role is Role.Entrant or Role.DepartmentHead ? OfficeCity.Own : null);
            var kinds = (await app.Get(Page(name))).QuerySelectorAll(".find-kinds a").Select(a => a.TextContent.Split(' ')[0]).Skip(1).ToList();
            kinds.Contains("職員").ShouldBe(Permissions.ScopeOf(role, Operation.ManagePeople) != Scope.None, $"{role}");
            kinds.Contains("取り込み").ShouldBe(Permissions.ScopeOf(role, Operation.Import) != Scope.None, $"{role}");
            kinds.ShouldContain("事務事業", $"{role}");
            (await app.Get(Page(name, "&kind=Person"))).QuerySelectorAll(".find-hits > li").Length.ShouldBe(kinds.Contains("職員") ? 1 : 0, $"{role}");
            (await app.Browser.GetStringAsync($"{App.Office}/search/suggest?q={Uri.EscapeDataString(name)}")).Contains("\"address\":\"/office/032158/people/", StringComparison.Ordinal).ShouldBe(kinds.Contains("職員"), $"{role}");
        }
    }

    [Fact]
    public async Task A_view_is_found_by_whom_it_is_shared_with_and_a_call_by_everybody()
    {
        await OfficeCity.Of(app);
        var name = $"見つける{Guid.NewGuid():N}"[..10];
        var keeper = Person.Join("ビュー 太郎");
        keeper.Assign(Role.PlanningOffice, null, new(2020, 4, 1));
        await app.Given(keeper);
        await using (var db = app.OpenDb())
        {
            var own = (await db.Departments.FirstAsync(d => d.Name == OfficeCity.Own)).Id;
            foreach (var (audience, word) in new[] { (Audience.Owner, "自分だけ"), (Audience.Department, "部課"), (Audience.Everyone, "みんな") })
            {
                var view = SavedView.Keep("projects", $"{name} {word}", "?class.is=一般", keeper.Id);
                view.ShareWith(audience, own);
                db.Add(view);
            }

            db.Add(EntryCall.Open(new($"{name} 入力のおねがい", "ないことばの説明", EntryFields.Target, null, null, null, Tokyo.DayOf(DateTime.UtcNow).AddDays(9)), [own], null, DateTime.UtcNow));
            await db.SaveChangesAsync();
        }

        foreach (var (role, department, seen) in new[]
        {
            (Role.Entrant, OfficeCity.Own, new[] { "入力のおねがい", "部課", "みんな" }), (Role.Entrant, OfficeCity.Other, ["入力のおねがい", "みんな"]), (Role.PlanningOffice, null, ["入力のおねがい", "みんな"]), (Role.Reader, null, ["入力のおねがい", "みんな"]),
        })
        {
            await app.SignInAs(role, department);
            var page = await app.Get(Page(name));
            page.QuerySelectorAll(".find-hits > li a").Select(a => a.TextContent.Trim().Split(' ')[^1]).Order(StringComparer.Ordinal).ShouldBe(seen.Order(StringComparer.Ordinal), $"{role} {department}");
            var kinds = page.QuerySelectorAll(".find-kinds a").Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
            kinds.ShouldContain(k => k.StartsWith("ビュー", StringComparison.Ordinal) && k.Contains($"{seen.Length - 1}"), $"{role} {department}: what is hidden is not counted either");
            kinds.ShouldContain(k => k.StartsWith("入力の依頼", StringComparison.Ordinal));
            (await app.Browser.GetStringAsync($"{App.Office}/search/suggest?q={Uri.EscapeDataString(name)}")).ShouldNotContain("自分だけ");
            (await app.Get(Page($"{name} 自分だ"))).QuerySelector("main")!.TextContent.ShouldNotContain("自分だけ");
            foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>(".find-hits a"))
                (await app.Get(link.Href)).StatusCode.ShouldBe(HttpStatusCode.OK, link.Href);
        }
    }

    [Fact]
    public async Task Every_hit_that_is_a_link_leads_to_its_page()
    {
        await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
        var page = await app.Get(Page("計画 -ないことば"));
        var more = new[] { "産後", "割合", "こども家庭課", "職員", "子育て" }.Select(w => app.Get(Page(w)));
        var links = (await Task.WhenAll(more)).Append(page).SelectMany(p => p.QuerySelectorAll<IHtmlAnchorElement>(".find-hits a")).DistinctBy(a => string.Join('/', a.PathName.Split('/').Take(4))).ToList();
        links.Count.ShouldBeGreaterThan(4);
        foreach (var link in links)
            (await app.Browser.GetAsync(link.Href)).StatusCode.ShouldBe(HttpStatusCode.OK, link.Href);
    }

    [Fact]
    public async Task Pages_of_a_long_result_hold_every_record_once()
    {
        var word = $"多い{Guid.NewGuid():N}"[..8];
        await app.Given([.. Enumerable.Range(1, 45).Select(i => Project.Start(null, $"{word}{i:00}"))]);
        await app.SignInAs(Role.Reader);
        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
            seen.AddRange(Titles(await app.Get(Page(word, $"&p={page}"))));
        seen.Count.ShouldBe(45);
        seen.Distinct().Count().ShouldBe(45);
        (await app.Get(Page(word, "&p=99"))).QuerySelector("main")!.TextContent.ShouldContain("このページには何もありません");
        (await app.Get(Page(word, "&p=-5&kind=Nothing"))).QuerySelectorAll(".find-hits > li").Length.ShouldBe(20);
    }

    [Theory]
    [InlineData("-除雪", "さがす言葉も入れてください")]
    [InlineData("\"\"", "さがす言葉がありません")]
    [InlineData("　 ", "さがし方")]
    [InlineData("あ い う え お か き く け こ さ", "10語まで")]
    [InlineData("存在しない言葉です", "見つかりませんでした")]
    [InlineData("道路 存在しない言葉です", "ひとつの言葉でさがす")]
    [InlineData("<script>alert(1)</script>", "見つかりませんでした")]
    [InlineData("_%_", "見つかりませんでした")]
    [InlineData("\u0000", "さがす言葉がありません")]
    public async Task Odd_input_is_answered_with_a_sentence(string typed, string says)
    {
        await app.SignInAs(Role.Reader);
        var page = await app.Get(Page(typed));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector("main")!.TextContent.ShouldContain(says);
        page.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_letters_are_answered_with_a_sentence()
    {
        await app.SignInAs(Role.Reader);
        var page = await app.Get($"{App.Office}/search?q={new string('a', 7_000)}");
        page.QuerySelector("main")!.TextContent.ShouldContain("長すぎます(7,000文字)");
        page.Source.Text.Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task What_was_typed_a_little_wrong_is_answered_with_what_was_perhaps_meant()
    {
        await app.Given(Project.Start(null, "橋りょう長寿命化修繕事業"));
        await app.SignInAs(Role.Reader);
        var page = await app.Get(Page("橋りょう長寿化修繕"));
        page.QuerySelector("main")!.TextContent.ShouldContain("もしかして");
        page.QuerySelectorAll(".find-list a").Select(a => a.TextContent.Trim()).ShouldContain("橋りょう長寿命化修繕事業");
    }

    [Fact]
    public async Task A_search_needs_three_queries_whatever_it_finds()
    {
        await OfficeCity.Of(app);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        // why: what cannot be searched for asks the database nothing; what remains is who is signed in.
        await app.Get(Page("-除雪"));
        var signedIn = await app.CountQueries(Page("-除雪"));
        foreach (var typed in new[] { "計画", "産後", "事業 市道", "存在しない言葉です" })
            (await app.CountQueries(Page(typed)) - signedIn).ShouldBeLessThanOrEqualTo(3, typed);
        (await app.CountQueries($"{App.Office}/search/suggest?q=%E4%BA%8B%E6%A5%AD") - signedIn).ShouldBeLessThanOrEqualTo(3);
        (await app.CountQueries($"{App.Office}/search") - signedIn).ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task What_somebody_opened_is_offered_to_nobody_else_and_forgotten_on_request()
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(Role.DepartmentHead, OfficeCity.Own);
        await app.Get(city.OwnPage);
        await app.Get(city.ItemPage(1));
        await app.Get($"{App.Office}/projects/nowhere");
        var log = app.Services.GetRequiredService<VisitLog>();
        await log.WriteAsync(TestContext.Current.CancellationToken);
        (await Opened()).ShouldBe([city.Items[1].Title, city.OwnProject.Name]);
        (await app.Browser.GetStringAsync($"{App.Office}/search/suggest")).ShouldContain($"/office/032158/projects/{city.OwnProject.Key}");
        await using (var db = app.OpenDb())
            (await db.ChangeEntries.AnyAsync(e => e.Text.Contains("Visit"))).ShouldBeFalse();

        await app.SignInAs(Role.Finance);
        (await app.Get($"{App.Office}/search")).QuerySelector("main")!.TextContent.ShouldContain("まだ何も開いていません");

        await app.SignInAs(Role.DepartmentHead, OfficeCity.Own);
        await app.SendForm($"{App.Office}/search", new { }, "form[action*='handler=Forget']");
        (await Opened()).ShouldBeEmpty();
        await app.Get(city.OwnPage);
        await log.WriteAsync(TestContext.Current.CancellationToken);
        (await Opened()).Count.ShouldBe(1);
        await app.SendForm($"{App.Office}/search", new { }, "form[action*='handler=Remember']");
        await app.Get(city.OtherPage);
        await log.WriteAsync(TestContext.Current.CancellationToken);
        (await Opened()).ShouldBeEmpty();
        await app.SendForm($"{App.Office}/search", new { }, "form[action*='handler=Remember']");
        await app.Get(city.OtherPage);
        await log.WriteAsync(TestContext.Current.CancellationToken);
        (await Opened()).ShouldBe([city.OtherProject.Name]);

        async Task<List<string>> Opened() => [.. (await app.Get($"{App.Office}/search")).QuerySelectorAll("#recent ~ ul a").Select(a => a.TextContent.Trim().Split(' ')[^1])];
    }

    [Fact]
    public async Task Opened_on_two_days_is_often_and_of_many_only_the_newest_are_remembered()
    {
        var many = Enumerable.Range(1, VisitLog.Most + 5).Select(i => Project.Start(null, $"記憶する事業{i}")).ToArray();
        await app.Given(many);
        await app.SignInAs(Role.Administrator);
        await using var db = app.OpenDb();
        var me = await db.People.Where(p => p.Assignments.Any(a => a.Role == Role.Administrator)).Select(p => p.Id).FirstAsync(TestContext.Current.CancellationToken);
        var log = app.Services.GetRequiredService<VisitLog>();
        foreach (var day in new[] { 1, 2, 2 })
        {
            foreach (var project in day == 1 ? many : many[^1..])
                log.Note(App.Code, me, SearchKind.Project, project.Key.Value);
            await log.WriteAsync(TestContext.Current.CancellationToken);
            app.Clock.Advance(TimeSpan.FromDays(day == 1 ? 1 : 0));
        }
        app.Clock.Advance(TimeSpan.FromDays(-1));
        var visits = await db.Visits.AsNoTracking().Where(v => v.PersonId == me).ToListAsync(TestContext.Current.CancellationToken);
        visits.Count.ShouldBe(VisitLog.Most);
        visits.Single(v => v.Days > 1).ShouldSatisfyAllConditions(v => v.Days.ShouldBe(2), v => v.RecordId.ShouldBe(many[^1].Id.Value));
        (await app.Get($"{App.Office}/search")).QuerySelectorAll("#frequent ~ ul a").Select(a => a.TextContent.Trim()).ShouldBe([many[^1].Name]);
    }

    private static List<string> Titles(IDocument page) => [.. page.QuerySelectorAll(".find-title > a, .find-title > b").Select(a => a.TextContent.Trim())];
}
