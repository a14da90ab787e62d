using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Effects_of_a_strategy : IAsyncLifetime
{
    private readonly App app = new();
    private ResultCity city = null!;
    private Plan strategy = null!;

    private string Page => $"{App.Office}/evaluations/{city.Round.Key}/effects";

    public async ValueTask InitializeAsync()
    {
        await app.SignInAs(Role.PlanningOffice);
        city = await ResultCity.Of(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Each_goal_shows_its_indicators_and_the_projects_that_serve_it_once_with_verdicts_and_cost()
    {
        await Given();
        var page = await app.Get(Page);
        page.QuerySelector(".lead")!.TextContent.ShouldContain("指標4件のうち、達成1件、進行中1件、未達成1件、不明1件です。");
        page.QuerySelector(".lead")!.TextContent.ShouldContain("つながる事務事業3件のうち、今年の評価で提出のないものが2件あります。");
        Heads(page, "goals").ShouldBe("項目|指標 達成|指標 進行中|指標 未達成|指標 不明|事業|令和7年度の事業費(円)|額の登録なし|拡充|継続|縮小|答えなし|未提出|シートなし");
        Rows(page, "goals").ShouldBe(["1 子育てしやすいまち|1|1|1|1|3|1234000|2|0|0|1|0|1|1", "　1-1 産前産後を支える|0|0|0|0|1|–|1|–|–|–|–|0|1", "計(1つの事業・指標は1回)|1|1|1|1|3|1234000|2|0|0|1|0|1|1"]);
        Rows(page, "projects").ShouldBe(["シートのない事業|1-1 産前産後を支える|–|シートなし|シートなし|–", "答えのない事業1|1 子育てしやすいまち|部課のないもの|未提出|未提出|–", $"{city.City.OwnProject.Number} 産後ケア事業|1 子育てしやすいまち|こども家庭課|縮小|向上|1234000"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_indicator_is_told_with_baseline_target_actual_rate_and_the_rule_and_what_is_unknown_is_no_zero()
    {
        await Given();
        var rows = Rows(await app.Get(Page), "indicators").ToDictionary(r => r.Split('|')[0]);
        rows["届いた指標"].ShouldStartWith("届いた指標|1 子育てしやすいまち|同じ項目|50人(令和4年度)|100人(令和12年度)|100人|100.0%|A|達成|");
        rows["進む指標"].ShouldContain("|60人|20.0%|");
        rows["進む指標"].ShouldContain("|進行中|");
        rows["戻った指標"].ShouldContain("|未達成|");
        rows["分からない指標"].ShouldContain("|登録なし|算定不可|–|不明|");
        rows["分からない指標"].ShouldContain("実績値がないため");
    }

    [Fact]
    public async Task An_indicator_of_a_linked_item_of_another_plan_speaks_for_the_goal_and_is_counted_once()
    {
        await Given();
        var shared = Indicator.Define("計画の指標", "人", IndicatorKind.Outcome);
        shared.UseFor(city.City.Plan.Id, city.City.Items[^1].Key, 1);
        shared.UseFor(strategy.Id, (await Goal()).Key, 9);
        var linked = Indicator.Define("つながる指標", "人", IndicatorKind.Outcome);
        linked.UseFor(city.City.Plan.Id, city.City.Items[^1].Key, 2);
        await app.Given(shared, linked);
        var page = await app.Get(Page);
        page.QuerySelector(".lead")!.TextContent.ShouldContain("指標6件のうち、達成1件、進行中1件、未達成1件、不明3件です。");
        Rows(page, "indicators").Single(r => r.StartsWith("つながる指標", StringComparison.Ordinal)).ShouldContain($"|1-1-1 産前産後の支え({city.City.Plan.Name})|");
        Rows(page, "indicators").Single(r => r.StartsWith("計画の指標", StringComparison.Ordinal)).ShouldContain("|同じ項目|");
    }

    [Fact]
    public async Task Each_table_is_written_as_a_file_and_other_strategies_are_chosen_by_the_address()
    {
        await Given();
        var csv = await app.Browser.GetStringAsync($"{Page}/goals/csv?plan={strategy.Key}", TestContext.Current.CancellationToken);
        csv.ShouldContain("1 子育てしやすいまち,1,1,1,1,3,1234000,2,0,0,1,0,1,1");
        (await app.Browser.GetAsync($"{Page}/projects/xlsx", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var wrong in new[] { "/goals/pdf", "/nothing/csv", $"?plan={city.City.Plan.Key}", "?plan=nowhere" })
            (await app.Browser.GetAsync(Page + wrong, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, wrong);
    }

    [Fact]
    public async Task A_municipality_without_a_strategy_is_told_what_to_do() =>
        (await app.Get(Page)).QuerySelector("main")!.TextContent.ShouldContain("総合戦略がまだありません");

    private async Task<PlanItem> Goal()
    {
        await using var db = app.OpenDb();
        return await db.PlanItems.AsNoTracking().SingleAsync(i => i.Title == "子育てしやすいまち");
    }

    // A goal linked with an item of the plan, under it a measure with a project of its own that has no sheet.
    private async Task Given()
    {
        await using var db = app.OpenDb();
        strategy = Plan.Found(PlanKind.RegionalStrategy, "総合戦略", new(2022), new(2030));
        var edition = strategy.Draft("決定");
        var (top, low) = (strategy.AddLevel("基本目標", true), strategy.AddLevel("施策", true));
        var goal = PlanItem.Insert(edition.Id, top, null, 1, "1", "子育てしやすいまち");
        var measure = PlanItem.Insert(edition.Id, low, goal, 1, "1-1", "産前産後を支える");
        var (place, other) = (new ItemPlace(strategy.Id, goal.Key), new ItemPlace(city.City.Plan.Id, city.City.Items[^1].Key));
        var alone = Project.Start(null, "シートのない事業");
        alone.PlaceUnder(strategy.Id, measure.Key);
        var own = await db.Projects.Include(p => p.Money).Include(p => p.Placements).AsTracking().SingleAsync(p => p.Id == city.City.OwnProject.Id);
        own.Record(new(2025), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1_234_000)));
        own.AlsoPlaceUnder(strategy.Id, goal.Key);
        db.AddRange(strategy, edition, goal, measure, alone, ItemLink.Between(place, other, null, [place, other], []), Kpi("届いた指標", 100), Kpi("進む指標", 60), Kpi("戻った指標", 40), Kpi("分からない指標", null));
        await db.SaveChangesAsync();

        Indicator Kpi(string name, decimal? actual)
        {
            var indicator = Indicator.Define(name, "人", IndicatorKind.Outcome);
            indicator.AssessBy(new(IndicatorType.Progress, new(2022), 50));
            indicator.Aim(new(2030), 100, new(2022, 3, 31), null);
            if (actual is { } value)
                indicator.Measure(new(2025), value, ActualStatus.Final);
            indicator.UseFor(strategy.Id, goal.Key, 1);
            return indicator;
        }
    }

    private static IElement Section(IDocument page, string key) => page.QuerySelector($"section[aria-labelledby={key}]")!;

    private static string Heads(IDocument page, string key) => string.Join('|', Section(page, key).QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()));

    private static List<string> Rows(IDocument page, string key) => [.. Section(page, key).QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => (c.QuerySelector("[aria-hidden]") ?? c).TextContent.Trim(' ', '\n', '\r').Replace(",", "", StringComparison.Ordinal))))];
}
