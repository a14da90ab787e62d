using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.History;

public sealed class HistoryPagesTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private OfficeCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_history_of_a_project_says_in_words_what_an_amount_and_an_owner_were_and_became()
    {
        await Change(db => db.Projects.Include(p => p.Money).Include(p => p.Ownerships).SingleAsync(p => p.Id == city.OwnProject.Id), project =>
        {
            project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1_350_000)));
            project.Record(new(2025), MoneyStage.Initial, MoneyKind.General, Figure.None(Absence.Undecided));
            project.Describe(ProjectText.Empty with { Outline = "産後の母子を支える。" });
        });
        var newest = (await app.Get($"{city.OwnPage}/history")).QuerySelector(".history > li")!;
        var said = Words(newest);
        said.ShouldContain("令和6年度 決算 事業費計");
        said.ShouldContain("1,234,000円 → から 1,350,000円");
        said.ShouldContain("令和7年度 当初予算 一般財源");
        said.ShouldContain("未定");
        said.ShouldContain("産後の母子を支える。");
        var first = Words((await app.Get($"{city.OwnPage}/history")).QuerySelectorAll(".history > li")[^1]);
        first.ShouldContain("からの所管の部課");
        first.ShouldContain(OfficeCity.Own);
        first.ShouldContain("産前産後の支え");
    }

    [Fact]
    public async Task A_changed_target_is_shown_beside_the_one_before()
    {
        await Change(db => db.Indicators.Include(i => i.Targets).SingleAsync(i => i.Id == city.Indicator.Id), i => i.Aim(new(2030), 98m, new(2026, 10, 1), "上方修正"));
        var newest = (await app.Get($"{App.Office}/indicators/{city.Indicator.Key}/history")).QuerySelector(".history > li")!;
        Words(newest).ShouldContain("令和12年度の目標値 95 → から 98(理由: 上方修正)");
    }

    [Fact]
    public async Task A_history_is_asked_by_field_way_and_day()
    {
        await Change(db => db.Projects.SingleAsync(p => p.Id == city.OwnProject.Id), p => p.Classify("一般", null, null, null, null));
        (await Lines($"{city.OwnPage}/history?field=Project+Class")).ShouldBe(1);
        (await Lines($"{city.OwnPage}/history?field=Project+Money")).ShouldBe(1);
        (await Lines($"{city.OwnPage}/history?way=import")).ShouldBe(0);
        (await Lines($"{city.OwnPage}/history?to=2020-01-01")).ShouldBe(0);
        (await Lines($"{city.OwnPage}/history?from=2020-01-01&way=other")).ShouldBeGreaterThan(1);
        (await app.Get($"{city.OwnPage}/history?way=import")).QuerySelector(".empty")!.TextContent.ShouldContain("当てはまる変更はありません");
    }

    [Fact]
    public async Task A_project_stands_beside_itself_as_it_was_before_a_change()
    {
        await Change(db => db.Projects.Include(p => p.Money).SingleAsync(p => p.Id == city.OwnProject.Id), p =>
        {
            p.Rename(p.Number, "産前産後ケア事業");
            p.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1_350_000)));
        });
        var before = await Sequence() - 1;
        var page = await app.Get($"{city.OwnPage}/history?entry={before}");
        var rows = page.QuerySelectorAll(".compared-table tbody tr").Select(Words).ToList();
        rows.Count.ShouldBe(2);
        rows[0].ShouldContain("名前 ● 変更 産後ケア事業 産前産後ケア事業");
        rows[1].ShouldContain("1,234,000円 1,350,000円");
        page.Body!.TextContent.ShouldContain("変わっていない欄");
        (await app.Get($"{city.OwnPage}/history?entry={before + 1}")).QuerySelector("main")!.TextContent.ShouldContain("この間に変わったところはありません");
        (await app.Get($"{city.OwnPage}/history?at=2020-01-01T10:00")).QuerySelector("main")!.TextContent.ShouldContain("まだ登録されていませんでした");
        (await app.Get($"{city.OwnPage}/history?at=きのう")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("日時として読めません");
    }

    [Fact]
    public async Task A_plan_as_a_whole_says_which_items_came_and_went_since()
    {
        var before = await Sequence();
        await using (var db = app.OpenDb())
        {
            var items = await db.PlanItems.Where(i => i.EditionId == city.Items[0].EditionId).ToListAsync();
            items.Single(i => i.Id == city.Items[0].Id).Write("1", "いつまでも安心して暮らす", null, "本文");
            db.Remove(items.Single(i => i.Id == city.Items[1].Id));
            await db.SaveChangesAsync();
        }
        var page = await app.Get($"{city.PlanPage}/history?entry={before}");
        var heads = page.QuerySelectorAll(".compared h2").Select(Words).ToList();
        heads.ShouldContain(h => h.Contains("にぎわいをつくる") && h.Contains("あとで削除"));
        heads.ShouldContain(h => h.Contains("いつまでも安心して暮らす") && h.Contains("2か所が変わりました"));
        heads.ShouldNotContain(h => h.Contains("子育てを支える"));
    }

    [Fact]
    public async Task A_planner_puts_a_text_an_amount_a_target_and_a_place_back_and_the_log_says_so()
    {
        var before = await Sequence();
        await Change(db => db.Projects.Include(p => p.Money).Include(p => p.Placements).SingleAsync(p => p.Id == city.OwnProject.Id), p =>
        {
            p.Rename(p.Number, "誤った名前");
            p.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1)));
            p.PlaceNowhere(city.Plan.Id);
        });
        await Change(db => db.Indicators.Include(i => i.Targets).SingleAsync(i => i.Id == city.Indicator.Id), i => i.Aim(new(2030), 5m, new(2026, 10, 1), "誤り"));
        var value = $"{city.OwnPage}/history/value?entry={before}";
        (await app.Get($"{value}&field=Name")).QuerySelector("main")!.TextContent.ShouldContain("産後ケア事業");
        await app.SendForm($"{value}&field=Name", new { }, "main form");
        await app.SendForm($"{value}&part=Money&of=2024+Settled+Total", new { }, "main form");
        var page = await app.SendForm($"{value}&part=Placement&of={city.Plan.Id.Value}+{city.Items[3].Key}", new { }, "main form");
        Words(page.QuerySelector(".history > li")!).ShouldContain("の値に戻す");
        await app.SendForm($"{App.Office}/indicators/{city.Indicator.Key}/history/value?entry={before}&part=Target&of=2030+2", new { }, "main form");

        await using var after = app.OpenDb();
        var project = await after.Projects.Include(p => p.Money).Include(p => p.Placements).SingleAsync(p => p.Id == city.OwnProject.Id);
        project.Name.ShouldBe("産後ケア事業");
        project.Money.Single().Amount.ShouldBe(new Yen(1_234_000));
        project.Placements.Single().ItemKey.ShouldBe(city.Items[3].Key);
        (await after.Indicators.Include(i => i.Targets).SingleAsync(i => i.Id == city.Indicator.Id)).TargetFor(new(2030))!.Value.ShouldBe(95m);
        (await after.ChangeLog.OfAsync(project.Id))[0].Why.ShouldEndWith("の値に戻す");
    }

    [Fact]
    public async Task A_field_of_an_opened_edition_is_not_put_back()
    {
        var before = await Sequence();
        await Change(db => db.PlanItems.SingleAsync(i => i.Id == city.Items[2].Id), i => i.Write("1-1", "ちがう題名", null, null));
        await Change(db => db.Editions.SingleAsync(e => e.PlanId == city.Plan.Id), e => e.Open(PersonId.New(), DateTime.UtcNow));
        var page = await app.Get($"{city.ItemPage(2)}/history/value?entry={before}&field=Title");
        page.QuerySelector("main")!.TextContent.ShouldContain("公開の手続きに入っているため");
        page.QuerySelectorAll("main form button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_saves_between_preview_and_putting_back_is_not_overwritten()
    {
        var before = await Sequence();
        await Change(db => db.Projects.SingleAsync(p => p.Id == city.OwnProject.Id), p => p.Rename(p.Number, "二番目の名前"));
        var address = $"{city.OwnPage}/history/value?entry={before}&field=Name";
        var preview = await app.Get(address);
        var stale = preview.QuerySelector("main input[name=Version]")!.GetAttribute("value");
        await Change(db => db.Projects.SingleAsync(p => p.Id == city.OwnProject.Id), p => p.Rename(p.Number, "三番目の名前"));
        var again = await app.SendForm(address, new { Version = stale }, "main form");
        again.QuerySelector("main")!.TextContent.ShouldContain("ほかの人が先に保存したため");
        again.QuerySelector("main")!.TextContent.ShouldContain("三番目の名前");
    }

    [Fact]
    public async Task Who_does_not_manage_people_reads_no_personal_field_in_a_history()
    {
        await Change(db => db.Projects.SingleAsync(p => p.Id == city.OwnProject.Id), p => p.NoteInternally("担当 山田(内線77)", null));
        await app.SignInAs(Role.Finance);
        var page = await app.Get($"{city.OwnPage}/history");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("山田");
        page.QuerySelector("main")!.TextContent.ShouldContain("職員を管理する人だけが見られます");
        page.QuerySelectorAll("a[href*='/history/value']").ShouldBeEmpty();
        (await app.Browser.GetAsync($"{city.OwnPage}/history/value?entry=1&field=Name", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var db = app.OpenDb();
        await db.ChangeLog.EraseAsync(city.OwnProject.Id, TestContext.Current.CancellationToken);
        await app.SignInAs(Role.PlanningOffice);
        (await app.Get($"{city.OwnPage}/history")).QuerySelector("main")!.TextContent.ShouldContain("消去済み");
    }

    // why: two of them read who is signed in.
    [Theory]
    [InlineData("history")]
    [InlineData("history?at=2026-01-01T10:00")]
    public async Task A_history_asks_the_database_few_questions_however_long_it_is(string page)
    {
        for (var i = 0; i < 12; i++)
            await Change(db => db.Projects.SingleAsync(p => p.Id == city.OwnProject.Id), p => p.Rename(p.Number, $"{i}番目の名前"));
        (await app.CountQueries($"{city.OwnPage}/{page}")).ShouldBeLessThanOrEqualTo(8);
        (await app.CountQueries($"{city.PlanPage}/{page}")).ShouldBeLessThanOrEqualTo(8);
    }

    private async Task<int> Lines(string path) => (await app.Get(path)).QuerySelectorAll(".history > li").Length;

    private async Task<long> Sequence()
    {
        await using var db = app.OpenDb();
        return await db.ChangeEntries.MaxAsync(e => e.Sequence);
    }

    private async Task Change<T>(Func<OfficeDb, Task<T>> find, Action<T> change)
    {
        await using var db = app.OpenDb();
        change(await find(db));
        await db.SaveChangesAsync();
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
