using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Domain.Tests.Plans;

public sealed class ComparisonTableTests
{
    [Fact]
    public void An_edition_compared_with_itself_has_no_change()
    {
        var items = Grow(new(1), 60);
        var table = ComparisonTable.Of(items, items);
        table.Changed.ShouldBeEmpty();
        table.Lines.Select(l => l.Shown.Key).ShouldBe(Walk(items));
    }

    [Fact]
    public void Every_edit_is_found_and_none_is_invented()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var old = Grow(random, random.Next(1, 30));
            var now = Edited(random, old, random.Next(0, 12));
            var table = ComparisonTable.Of(old, now);
            var expected = Oracle(old, now);
            foreach (var line in table.Lines)
                (line.Changes & ~ItemChanges.Moved).ShouldBe(expected[line.Shown.Key] & ~ItemChanges.Moved, $"seed {seed}: {line.Shown}");
            foreach (var (key, changes) in expected.Where(e => Parents(old, e.Key) != Parents(now, e.Key)))
                table.Lines.Single(l => l.Shown.Key == key).Changes.HasFlag(ItemChanges.Moved).ShouldBe(changes.HasFlag(ItemChanges.Moved), $"seed {seed}: {key}");
        }
    }

    [Fact]
    public void As_few_siblings_as_possible_are_called_moved_and_the_others_kept_their_order()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var old = Enumerable.Range(1, random.Next(1, 9)).Select(i => Item(null, i)).ToList();
            var now = Numbered(old.OrderBy(_ => random.Next()).ToList());
            var table = ComparisonTable.Of(old, now);
            var kept = table.Lines.Where(l => !l.Changes.HasFlag(ItemChanges.Moved)).ToList();
            kept.Select(l => l.Old!.Order).ShouldBeInOrder();
            kept.Count.ShouldBe(LongestByTryingAll([.. now.Select(n => old.Single(o => o.Key == n.Key).Order)]), $"seed {seed}");
        }
    }

    [Fact]
    public void Lines_follow_the_new_order_and_hold_every_item_of_both_editions_once()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var old = Grow(random, random.Next(0, 30));
            var now = Edited(random, old, random.Next(0, 15));
            var lines = ComparisonTable.Of(old, now).Lines;
            lines.Where(l => l.New is not null).Select(l => l.New!.Key).ShouldBe(Walk(now), $"seed {seed}");
            lines.Where(l => l.Old is not null).Select(l => l.Old!.Key).Order(Keys).ShouldBe(old.Select(o => o.Key).Order(Keys), $"seed {seed}");
            foreach (var (line, i) in lines.Select((l, i) => (l, i)).Where(l => l.l.Changes == ItemChanges.Removed && l.l.Old!.Parent is not null))
                lines.Take(i).Last(l => l.Depth < line.Depth).Shown.Key.ShouldBe(line.Old!.Parent!.Value, $"seed {seed}: what is gone stands under what it stood under");
        }
    }

    [Fact]
    public void What_is_gone_stands_behind_the_sibling_it_followed()
    {
        var (a, b, c) = (Item(null, 1), Item(null, 2), Item(null, 3));
        var fresh = Item(null, 2);
        ComparisonTable.Of([a, b, c], [a, fresh, c with { Order = 3 }]).Lines.Select(l => l.Shown.Key).ShouldBe([a.Key, b.Key, fresh.Key, c.Key]);
    }

    [Fact]
    public void A_table_of_two_thousand_items_is_made_in_the_time_of_a_breath()
    {
        var old = Grow(new(7), 2_000);
        var now = Edited(new(8), old, 500);
        var table = ComparisonTable.Of(old, now);
        table.Lines.Count.ShouldBe(old.Select(o => o.Key).Union(now.Select(n => n.Key)).Count());
    }

    private static readonly Comparer<PublicKey> Keys = Comparer<PublicKey>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static ItemState Item(PublicKey? parent, int order) => new(PublicKey.New(), parent, order, "施策", $"{order}", $"題名{order}", null, null);

    private static List<ItemState> Grow(Random random, int count)
    {
        var items = new List<ItemState>();
        for (var i = 0; i < count; i++)
        {
            PublicKey? parent = items.Count > 0 && random.Next(3) > 0 ? items[random.Next(items.Count)].Key : null;
            items.Add(Item(parent, items.Count(s => s.Parent == parent) + 1));
        }

        return items;
    }

    private static List<ItemState> Edited(Random random, List<ItemState> old, int edits)
    {
        var items = old.ToList();
        for (var i = 0; i < edits; i++)
        {
            if (items.Count == 0 || random.Next(6) == 0)
            {
                PublicKey? parent = items.Count > 0 && random.Next(3) > 0 ? items[random.Next(items.Count)].Key : null;
                Put(items, Item(parent, 0), parent, random);
                continue;
            }

            var at = random.Next(items.Count);
            var item = items[at];
            switch (random.Next(7))
            {
                case 0: items[at] = item with { Title = item.Title + "新" }; break;
                case 1: items[at] = item with { Code = item.Code + "-1" }; break;
                case 2: items[at] = item with { Body = $"本文{i}" }; break;
                case 3: items[at] = item with { PlainTitle = $"やさしい{i}" }; break;
                case 4: items[at] = item with { Level = "基本事業" }; break;
                case 5:
                    if (!items.Exists(c => c.Parent == item.Key))
                        items.RemoveAt(at);
                    break;
                default:
                    var target = random.Next(4) == 0 ? null : items[random.Next(items.Count)];
                    if (target is null || !IsSelfOrBelow(items, target.Key, item.Key))
                    {
                        items.RemoveAt(at);
                        Put(items, item, target?.Key, random);
                    }

                    break;
            }
        }

        return Numbered(items);
    }

    private static void Put(List<ItemState> items, ItemState item, PublicKey? parent, Random random)
    {
        var siblings = items.Where(s => s.Parent == parent).OrderBy(s => s.Order).ToList();
        siblings.Insert(random.Next(siblings.Count + 1), item with { Parent = parent });
        items.RemoveAll(s => s.Parent == parent);
        items.AddRange(siblings.Select((s, i) => s with { Order = i + 1 }));
    }

    private static bool IsSelfOrBelow(List<ItemState> items, PublicKey candidate, PublicKey top)
    {
        for (PublicKey? at = candidate; at is { } key; at = items.Single(i => i.Key == key).Parent)
            if (key == top)
                return true;
        return false;
    }

    private static List<ItemState> Numbered(List<ItemState> items) =>
        [.. items.GroupBy(i => i.Parent).SelectMany(g => g.Select((item, i) => item with { Order = i + 1 }))];

    private static List<PublicKey> Walk(List<ItemState> items, PublicKey? parent = null) =>
        [.. items.Where(i => i.Parent == parent).OrderBy(i => i.Order).SelectMany(i => Walk(items, i.Key).Prepend(i.Key))];

    private static PublicKey? Parents(List<ItemState> items, PublicKey key) => items.Find(i => i.Key == key)?.Parent;

    /// <summary>What changed, by looking at each item alone.</summary>
    private static Dictionary<PublicKey, ItemChanges> Oracle(List<ItemState> old, List<ItemState> now)
    {
        var found = new Dictionary<PublicKey, ItemChanges>();
        foreach (var key in old.Select(o => o.Key).Union(now.Select(n => n.Key)))
        {
            var (was, has) = (old.Find(o => o.Key == key), now.Find(n => n.Key == key));
            var changes = was is null ? ItemChanges.Added : has is null ? ItemChanges.Removed : ItemChanges.None;
            if (was is not null && has is not null)
                foreach (var (change, differs) in new[]
                {
                    (ItemChanges.Moved, was.Parent != has.Parent), (ItemChanges.Renumbered, was.Code != has.Code), (ItemChanges.Relevelled, was.Level != has.Level),
                    (ItemChanges.Retitled, was.Title != has.Title), (ItemChanges.PlainTitle, was.PlainTitle != has.PlainTitle), (ItemChanges.Body, was.Body != has.Body),
                })
                    if (differs)
                        changes |= change;
            found[key] = changes;
        }

        return found;
    }

    private static int LongestByTryingAll(int[] orders)
    {
        var longest = 0;
        for (var chosen = 0; chosen < 1 << orders.Length; chosen++)
        {
            var run = orders.Where((_, i) => (chosen & (1 << i)) != 0).ToList();
            if (run.Zip(run.Skip(1)).All(p => p.First < p.Second))
                longest = Math.Max(longest, run.Count);
        }

        return longest;
    }
}
