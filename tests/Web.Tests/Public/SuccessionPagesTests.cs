using AngleSharp.Dom;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Web.Tests.Public;

/// <summary>Citizens see the plans as a whole, what changes from one to the next, and what an amendment would change.</summary>
public sealed class SuccessionPagesTests : IDisposable
{
    private static readonly PublicKey Old = new("ldplan2"), Next = new("nxtpln2"), OldEdition = new("ldedtn2"), NextEdition = new("nxtedt2"), Draft = new("draftt2");
    private readonly PublishedCity city = new();

    public void Dispose() => city.Dispose();

    [Fact]
    public async Task Each_item_of_the_plan_before_stands_beside_what_follows_it_with_the_reason()
    {
        Publish();
        var page = await city.App.Get($"{App.Public}/plans/{Next}/compare");
        page.QuerySelectorAll("table:not(.compare) tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim().Split('\n')[0].Trim())))
            .ShouldBe(["1 健康|継続|健康|–記載なし", "2 子育て|統合|子どもの育ち|まとめるため", "3 保育|統合|子どもの育ち|–記載なし", "4 スポーツ|終了|–引き継ぎません|健康の中で続けるため", "5 防災|示されていません|–示されていません|–記載なし"]);
        page.QuerySelector("main [role=status]")!.TextContent.ShouldBe("基本計画の5件の項目のうち、継続1件、統合2件、終了1件。1件は、まだ示されていません。");
        page.QuerySelector("main ul")!.TextContent.ShouldContain("デジタル");
        page.QuerySelector("main ul")!.TextContent.ShouldContain("手続を変えるため");
        (await city.App.Get($"{App.Public}/plans/{Old}/compare")).QuerySelector("main a[href*=compare]")!.TextContent.ShouldBe("この計画から「アクションプラン」で変わるところ");
    }

    [Fact]
    public async Task A_plan_that_follows_none_says_so()
    {
        (await city.App.Get($"{App.Public}/plans/{PublishedCity.Plan}/compare")).QuerySelector("main")!.TextContent.ShouldContain("比べるものがありません");
        (await city.Fetch("plans/nowhere/compare")).Response.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_under_consultation_is_set_beside_the_edition_in_force_and_the_plan_is_shown_as_it_is()
    {
        Publish(amendment: true);
        var page = await city.App.Get($"{App.Public}/plans/{Old}/compare");
        var row = page.QuerySelectorAll("table.compare tbody tr").ShouldHaveSingleItem();
        row.QuerySelector("[data-head=案] ins")!.TextContent.ShouldBe("づくり");
        row.QuerySelector("[data-head=いまの計画]")!.TextContent.ShouldContain("1 健康");
        row.QuerySelector("[data-head=変わるところ]")!.TextContent.ShouldContain("わかりやすくするため");
        (await city.App.Get($"{App.Public}/plans/{Old}")).QuerySelector(".tree")!.TextContent.ShouldNotContain("健康づくり", customMessage: "citizens read the plan in force");
    }

    [Fact]
    public async Task The_whole_shows_both_generations_their_composition_and_the_yearly_round()
    {
        Publish();
        var page = await city.App.Get($"{App.Public}/structure");
        page.QuerySelectorAll("table tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td a").Select(c => c.TextContent.Trim()))).ShouldBe(["施策の体系|基本計画|アクションプラン"]);
        page.QuerySelectorAll(".layers").Length.ShouldBe(3);
        page.QuerySelectorAll(".layer")[1].TextContent.ShouldContain("施策 3");
        page.QuerySelectorAll(".layer")[1].TextContent.ShouldContain("前期 R9〜R12");
        page.QuerySelectorAll(".layers-cycle .layer")[3].TextContent.ShouldContain("令和12年度の末に、計画を続けるか改めるかを判断します");
    }

    [Fact]
    public async Task Terms_and_reviews_stand_beside_the_mayors_terms()
    {
        Publish();
        var page = await city.App.Get($"{App.Public}/terms");
        page.QuerySelector("main")!.TextContent.ShouldContain("前期 令和9年度から令和12年度まで");
        page.QuerySelector("main")!.TextContent.ShouldContain("令和12年度(2030年度)末");
        page.QuerySelector("main")!.TextContent.ShouldContain("アクションプランの見直しの判断(令和12年度末)と、任期の終わり(令和12年3月18日)は、年度が違います");
        page.QuerySelector(".chart .moment").ShouldNotBeNull();
    }

    private void Publish(bool amendment = false)
    {
        var content = new ReleaseContent
        {
            Plans = [PlanOf(Old, PlanKind.BasicPlan, "基本計画", 2022, 2026, null), PlanOf(Next, PlanKind.ActionPlan, "アクションプラン", 2027, 2034, Old)],
            Levels = [new(Old, 1, "施策", true), new(Next, 1, "施策", true)],
            Editions = [new(OldEdition, Old, "決定", EditionState.InForce, new(2022, 4, 1)), new(NextEdition, Next, "案", EditionState.UnderConsultation, new(2026, 4, 28)), .. amendment ? [new ReleasedEdition(Draft, Old, "改訂案", EditionState.UnderConsultation, new(2026, 5, 1))] : Array.Empty<ReleasedEdition>()],
            Items = [.. ItemsOf(Old, OldEdition, "健康", "子育て", "保育", "スポーツ", "防災"), .. ItemsOf(Next, NextEdition, "健康", "子どもの育ち", "デジタル"), .. amendment ? ItemsOf(Old, Draft, "健康づくり", "子育て", "保育", "スポーツ", "防災") : []],
            PlanTerms = [new(Next, new(2027), new(2030), "前期"), new(Next, new(2031), new(2034), "後期")],
            PlanReviews = [new(Next, new(2030), null, null, null, null, null)],
            Lineages = [Step(1, 1), Step(2, 2) with { Reason = "まとめるため" }, Step(3, 2), Step(4, null) with { Reason = "健康の中で続けるため" }, new(Old, null, Next, Key(Next, 3), "手続を変えるため")],
            ChangeReasons = amendment ? [new(Draft, Key(Old, 1), "わかりやすくするため")] : [],
            MayoralTerms = [new(new(2026, 3, 19), new(2030, 3, 18), null)],
        };
        city.Publish(new ReleaseWriter(city.App.DataFolder, city.App.Clock), new(2026, 11, 24), "", content);
    }

    private static ReleasedPlan PlanOf(PublicKey key, PlanKind kind, string name, int first, int last, PublicKey? before) => new(key, kind, name, new(first), new FiscalYear(last), null, null, null, null, before);

    // why: the item of a place has one key, whatever the edition.
    private static PublicKey Key(PublicKey plan, int place) => PublicKey.Of($"{plan}/{place}");

    private static IEnumerable<ReleasedItem> ItemsOf(PublicKey plan, PublicKey edition, params string[] titles) =>
        titles.Select((t, i) => new ReleasedItem(plan, edition, Key(plan, i + 1), 1, null, i + 1, i + 1, $"{i + 1}", t, null, null, false));

    private static ReleasedLineage Step(int from, int? to) => new(Old, Key(Old, from), Next, to is { } place ? Key(Next, place) : null, null);
}
