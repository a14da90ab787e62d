using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Domain.Tests.Plans;

public sealed class PlanTreeTests
{
    private readonly Plan plan = Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2027), new(2030));
    private readonly Level policy;
    private readonly Level measure;
    private readonly Level basic;
    private readonly Edition edition;

    public PlanTreeTests()
    {
        (policy, measure, basic) = (plan.AddLevel("政策", false), plan.AddLevel("施策", true), plan.AddLevel("基本事業", true));
        edition = plan.Draft("素案");
    }

    [Fact]
    public void No_sequence_of_moves_makes_a_circle_or_a_gap_among_siblings()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var items = Grow(random);
            var tree = new PlanTree(edition, plan, items);
            for (var move = 0; move < 150; move++)
            {
                var item = items[random.Next(items.Count)];
                var parent = random.Next(5) == 0 ? null : items[random.Next(items.Count)];
                var refusal = tree.WhyNotMove(item, parent);
                if (refusal is null)
                    tree.Move(item, parent, random.Next(-1, 9));
                else
                    Should.Throw<RefusalException>(() => tree.Move(item, parent, 1)).Refusal.ShouldBe(refusal);
                ShouldBeWhole(items, $"seed {seed}, move {move}");
            }
        }
    }

    [Fact]
    public void An_item_is_split_and_merged_again_with_its_text_and_what_stands_below()
    {
        var tree = new PlanTree(edition, plan, []);
        var (first, second) = (tree.Add(policy, null, "1", "暮らし"), tree.Add(policy, null, "2", "産業"));
        var (care, health, road) = (tree.Add(measure, first, "1-1", "子育て"), tree.Add(measure, first, "1-2", "健康"), tree.Add(measure, first, "1-3", "道路"));
        first.Write("1", "暮らし", null, "子育てと健康。\n\n道路。");
        var split = tree.Split(first, "子育てと健康。", "基盤", "道路。", [road]);
        tree.ChildrenOf(null).Select(i => i.Title).ShouldBe(["暮らし", "基盤", "産業"]);
        tree.ChildrenOf(split.Id).ShouldBe([road]);
        (first.Body, split.Body, split.Code).ShouldBe(("子育てと健康。", "道路。", null));
        tree.ChildrenOf(first.Id).ShouldBe([care, health]);

        tree.Merge(split, first);
        tree.ChildrenOf(null).Select(i => (i.Title, i.Order)).ShouldBe([("暮らし", 1), ("産業", 2)]);
        tree.ChildrenOf(first.Id).Select(i => i.Title).ShouldBe(["子育て", "健康", "道路"]);
        first.Body.ShouldBe("子育てと健康。\n\n道路。");
        Should.Throw<RefusalException>(() => tree.Merge(first, first)).Refusal.Code.ShouldBe("item-merged-into-itself");
        Should.Throw<RefusalException>(() => tree.Merge(care, second)).Refusal.Code.ShouldBe("item-merged-across-levels");
        Should.Throw<RefusalException>(() => tree.Split(second, null, "別", null, [care])).Refusal.Code.ShouldBe("item-not-below");
        Should.Throw<RefusalException>(() => tree.Split(second, null, " ", null, [])).Refusal.Code.ShouldBe("name-missing");
        second.Write("2", "産業", null, new string('長', PlanItem.LongestBody));
        Should.Throw<RefusalException>(() => tree.Merge(first, second)).Refusal.Code.ShouldBe("text-too-long");
    }

    [Fact]
    public void Numbers_follow_the_style_of_their_level_and_the_order_of_the_tree()
    {
        var tree = new PlanTree(edition, plan, []);
        var (first, second) = (tree.Add(policy, null, "政策5", "安心"), tree.Add(policy, null, null, "活力"));
        var (care, health, work) = (tree.Add(measure, first, "x", "子育て"), tree.Add(measure, first, null, "健康"), tree.Add(measure, second, null, "働く"));
        var deep = tree.Add(basic, work, "手で書いた番号", "企業");
        plan.NumberLevel(policy.Id, Numbering.Plain);
        plan.NumberLevel(measure.Id, Numbering.Path);
        tree.Number().ShouldBe(5);
        new[] { first, second, care, health, work, deep }.Select(i => i.Code).ShouldBe(["1", "2", "1-1", "1-2", "2-1", "手で書いた番号"]);
        tree.Number().ShouldBe(0);
        tree.Move(health, first, 1);
        plan.NumberLevel(basic.Id, Numbering.Circled);
        tree.Number().ShouldBe(3);
        new[] { health, care, deep }.Select(i => i.Code).ShouldBe(["1-1", "1-2", "①"]);
    }

    [Theory]
    [InlineData(Numbering.Circled, 1, "①")]
    [InlineData(Numbering.Circled, 20, "⑳")]
    [InlineData(Numbering.Circled, 21, "㉑")]
    [InlineData(Numbering.Circled, 35, "㉟")]
    [InlineData(Numbering.Circled, 36, "㊱")]
    [InlineData(Numbering.Circled, 50, "㊿")]
    [InlineData(Numbering.Circled, 51, "(51)")]
    [InlineData(Numbering.Parenthesised, 3, "(3)")]
    [InlineData(Numbering.Path, 3, "A-3")]
    public void A_number_is_written_in_its_style(Numbering style, int place, string expected) => style.Of(place, "A").ShouldBe(expected);

    [Fact]
    public void A_level_that_items_stand_on_and_the_last_one_stay()
    {
        Should.Throw<RefusalException>(() => plan.RemoveLevel(measure.Id, 3)).Refusal.Code.ShouldBe("level-has-items");
        plan.RemoveLevel(measure.Id, 0);
        plan.Levels.OrderBy(l => l.Order).Select(l => $"{l.Order} {l.Name}").ShouldBe(["1 政策", "2 基本事業"]);
        plan.RemoveLevel(policy.Id, 0);
        Should.Throw<RefusalException>(() => plan.RemoveLevel(basic.Id, 0)).Refusal.Code.ShouldBe("last-level");
    }

    [Fact]
    public void A_level_moves_with_its_numbering_and_not_above_the_items_its_own_stand_under()
    {
        plan.NumberLevel(basic.Id, Numbering.Circled);
        Should.Throw<RefusalException>(() => plan.MoveLevel(basic.Id, 2, [new(policy.Id, null, 4), new(measure.Id, policy.Id, 3), new(basic.Id, measure.Id, 2)])).Refusal.What.ShouldBe("階層「基本事業」には、階層「施策」の下に置かれた項目が2件あるため、この順にできません。");
        Should.Throw<RefusalException>(() => plan.MoveLevel(policy.Id, 2, [new(policy.Id, null, 4)])).Refusal.What.ShouldBe("階層「政策」には、いちばん上に置かれた項目が4件あるため、階層「施策」をその上にできません。");
        plan.MoveLevel(basic.Id, 2, [new(policy.Id, null, 4), new(measure.Id, policy.Id, 3), new(basic.Id, policy.Id, 2)]);
        plan.Levels.OrderBy(l => l.Order).Select(l => $"{l.Order} {l.Name} {l.Numbering}").ShouldBe(["1 政策 ", "2 基本事業 Circled", "3 施策 "]);
        plan.MoveLevel(policy.Id, 99, []);
        plan.Levels.OrderBy(l => l.Order).Select(l => l.Name).ShouldBe(["基本事業", "施策", "政策"]);
    }

    [Fact]
    public void No_sequence_of_removals_leaves_a_gap_or_an_orphan()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var items = Grow(random);
            var tree = new PlanTree(edition, plan, items);
            for (var turn = 0; turn < 100 && items.Count > 0; turn++)
            {
                var item = items[random.Next(items.Count)];
                if (tree.WhyNotRemove(item, 0, 0) is { } refusal)
                {
                    refusal.Code.ShouldBe("item-has-children");
                    continue;
                }
                tree.Remove(item, 0, 0);
                items.Remove(item);
                ShouldBeWhole(items, $"seed {seed}, turn {turn}");
            }
        }
    }

    [Fact]
    public void An_item_moves_to_the_place_that_was_asked_for()
    {
        var tree = new PlanTree(edition, plan, []);
        var (a, b, c) = (tree.Add(policy, null, "1", "甲"), tree.Add(policy, null, "2", "乙"), tree.Add(policy, null, "3", "丙"));
        tree.Move(c, null, 1);
        tree.ChildrenOf(null).ShouldBe([c, a, b]);
        tree.Move(c, null, 2);
        tree.ChildrenOf(null).ShouldBe([a, c, b]);
        tree.Move(a, null, 99);
        tree.ChildrenOf(null).ShouldBe([c, b, a]);
    }

    [Fact]
    public void A_measure_stands_under_a_policy_and_not_at_the_top()
    {
        var tree = new PlanTree(edition, plan, []);
        var top = tree.Add(policy, null, "1", "まちづくり");
        Should.Throw<RefusalException>(() => tree.Add(measure, null, null, "子育て")).Refusal.Code.ShouldBe("item-level-mismatch");
        var under = tree.Add(measure, top, "1-1", "子育て");
        Should.Throw<RefusalException>(() => tree.Move(under, null, 1)).Refusal.Code.ShouldBe("item-level-mismatch");
        Should.Throw<RefusalException>(() => tree.Move(top, under, 1)).Refusal.Code.ShouldBe("item-cycle");
    }

    [Fact]
    public void An_item_with_projects_or_indicators_is_not_removed()
    {
        var tree = new PlanTree(edition, plan, []);
        var top = tree.Add(policy, null, "1", "まちづくり");
        tree.WhyNotRemove(top, 3, 0)!.ToString().ShouldContain("3件の事務事業");
        tree.WhyNotRemove(top, 0, 2)!.ToString().ShouldContain("2件の指標");
        tree.WhyNotRemove(top, 0, 0).ShouldBeNull();
    }

    [Fact]
    public void An_edition_under_consultation_is_fixed_and_one_brought_in_stays_correctable()
    {
        var tree = new PlanTree(edition, plan, []);
        edition.BringIn(null, DateTime.UnixEpoch);
        edition.IsPublic.ShouldBeTrue();
        var top = tree.Add(policy, null, "1", "まちづくり");
        edition.Open(Shirube.Domain.Organization.PersonId.New(), DateTime.UnixEpoch);
        tree.WhyNotMove(top, null)!.Code.ShouldBe("edition-opened");
        tree.WhyNotAdd(policy, null)!.Code.ShouldBe("edition-opened");
        edition.TakeBack();
        tree.WhyNotMove(top, null).ShouldBeNull();
    }

    [Fact]
    public void A_title_that_is_too_long_is_refused_with_both_lengths()
    {
        var tree = new PlanTree(edition, plan, []);
        var refusal = Should.Throw<RefusalException>(() => tree.Add(policy, null, "1", new string('長', 301))).Refusal;
        refusal.ToString().ShouldBe("計画項目の題名が301字あります。300字までです。短くしてから保存してください。");
        tree.ChildrenOf(null).ShouldBeEmpty();
    }

    private List<PlanItem> Grow(Random random)
    {
        var items = new List<PlanItem>();
        var tree = new PlanTree(edition, plan, []);
        for (var i = 0; i < 30; i++)
        {
            var level = new[] { policy, measure, basic }[random.Next(3)];
            var parent = level == policy ? null : items.Where(p => tree.WhyNotAdd(level, p) is null).OrderBy(_ => random.Next()).FirstOrDefault();
            if (tree.WhyNotAdd(level, parent) is null)
                items.Add(tree.Add(level, parent, null, $"項目{i}"));
        }
        items.Count.ShouldBeGreaterThan(5);
        return items;
    }

    private static void ShouldBeWhole(List<PlanItem> items, string when)
    {
        foreach (var siblings in items.GroupBy(i => i.ParentId))
            siblings.Select(i => i.Order).Order().ShouldBe(Enumerable.Range(1, siblings.Count()), when);
        foreach (var item in items)
        {
            var steps = 0;
            for (var at = item.ParentId; at is { } up; at = items.Single(i => i.Id == up).ParentId)
                (++steps).ShouldBeLessThanOrEqualTo(items.Count, when);
        }
    }
}
