using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Domain.Tests.Plans;

public sealed class SuccessionTableTests
{
    private static readonly PlanId Current = PlanId.New();
    private static readonly PlanId Next = PlanId.New();

    [Fact]
    public void Each_item_is_carried_renamed_merged_split_dropped_new_or_not_said_yet()
    {
        LineageItem[] old = [Item("a", "健康"), Item("b", "子育て"), Item("c", "保育"), Item("d", "産業"), Item("e", "スポーツ"), Item("f", "防災"), Item("g", "消防")];
        LineageItem[] next = [Item("A", "健康"), Item("B", "子どもと保育"), Item("D1", "農業"), Item("D2", "商工業"), Item("F", "命を守る"), Item("N", "デジタル"), Item("M", "交流")];
        var table = SuccessionTable.Of(old, next, Steps(("a", "A"), ("b", "B"), ("c", "B"), ("d", "D1"), ("d", "D2"), ("e", null), ("f", "F"), (null, "N")));
        old.Select(i => table.OfOld(i.Key)).ShouldBe([LineageKind.Carried, LineageKind.Merged, LineageKind.Merged, LineageKind.Split, LineageKind.Dropped, LineageKind.Renamed, LineageKind.Unsaid]);
        next.Select(i => table.OfNew(i.Key)).ShouldBe([LineageKind.Carried, LineageKind.Merged, LineageKind.Split, LineageKind.Split, LineageKind.Renamed, LineageKind.New, LineageKind.Unsaid]);
        table.PredecessorsOf(Key("B")).Select(i => i.Title).ShouldBe(["子育て", "保育"]);
        table.SuccessorsOf(Key("d")).Select(i => i.Title).ShouldBe(["農業", "商工業"]);
    }

    [Fact]
    public void What_an_edition_does_not_have_is_left_out_and_makes_nothing_else_of_the_rest()
    {
        var table = SuccessionTable.Of([Item("a", "健康")], [Item("A", "健康")], Steps(("a", "A"), ("a", "elsewhere"), ("gone", "A"), ("gone2", null)));
        table.OfOld(Key("a")).ShouldBe(LineageKind.Carried);
        table.OfNew(Key("A")).ShouldBe(LineageKind.Carried);
    }

    [Fact]
    public void Only_a_title_that_stands_once_on_both_sides_is_suggested()
    {
        var table = SuccessionTable.Of([Item("a", "健康"), Item("b", "道路"), Item("c", "道路"), Item("d", "水道"), Item("e", "防災")], [Item("A", "健康"), Item("B", "道路"), Item("D", "水道"), Item("D2", "水道"), Item("E", "防災")], Steps(("e", "E")));
        table.Suggested().Select(s => s.Old.Title).ShouldBe(["健康"]);
    }

    // why: an oracle that asks each pair anew, for whatever people may have asserted.
    [Fact]
    public void The_counts_agree_with_counting_pair_by_pair()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var old = Enumerable.Range(0, 8).Select(i => Item($"o{i}", $"題{random.Next(5)}")).ToList();
            var next = Enumerable.Range(0, 8).Select(i => Item($"n{i}", $"題{random.Next(5)}")).ToList();
            var pairs = Enumerable.Range(0, random.Next(12)).Select(_ => (From: old[random.Next(8)].Key, To: next[random.Next(8)].Key)).Distinct().ToList();
            var table = SuccessionTable.Of(old, next, [.. pairs.Select(p => ((PublicKey?)p.From, (PublicKey?)p.To))]);
            foreach (var item in old)
            {
                var mine = pairs.Where(p => p.From == item.Key).ToList();
                var expected = mine.Count == 0 ? LineageKind.Unsaid : mine.Count > 1 ? LineageKind.Split : pairs.Count(p => p.To == mine[0].To) > 1 ? LineageKind.Merged
                    : next.Single(n => n.Key == mine[0].To).Title == item.Title ? LineageKind.Carried : LineageKind.Renamed;
                table.OfOld(item.Key).ShouldBe(expected, $"seed {seed}");
            }

            Enum.GetValues<LineageKind>().Sum(table.CountOld).ShouldBe(8);
            Enum.GetValues<LineageKind>().Sum(table.CountNew).ShouldBe(8);
        }
    }

    [Fact]
    public void To_end_an_item_needs_a_reason_and_to_carry_it_needs_an_item_that_follows()
    {
        Should.Throw<RefusalException>(() => Lineage.Drop(Current, Key("a"), Next, " ")).Refusal.Code.ShouldBe("drop-reason-missing");
        Should.Throw<RefusalException>(() => Lineage.Carry(Current, Key("a"), Next, [], null)).Refusal.Code.ShouldBe("successor-missing");
        var lineage = Lineage.Carry(Current, Key("a"), Next, [Key("A"), Key("B"), Key("A")], null);
        lineage.Successors.Select(s => (s.Order, s.ItemKey.Value)).ShouldBe([(1, Key("A").Value), (2, Key("B").Value)]);
        lineage.Carry([Key("B")], "まとめるため");
        lineage.Successors.Select(s => (s.Order, s.ItemKey.Value)).ShouldBe([(1, Key("B").Value)]);
        lineage.Drop("取りやめるため");
        lineage.Successors.ShouldBeEmpty();
    }

    private static LineageItem Item(string key, string title) => new(Key(key), title);

    private static PublicKey Key(string text) => PublicKey.Of(text);

    private static List<(PublicKey? From, PublicKey? To)> Steps(params (string? From, string? To)[] steps) =>
        [.. steps.Select(s => (s.From is null ? (PublicKey?)null : Key(s.From), s.To is null ? (PublicKey?)null : Key(s.To)))];
}
