using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>Reads one list for one address: counts, sums, orders and the rows of a page, each once for each state of the office.</summary>
public sealed class ListReader<T>
{
    private const int Chunk = 500;
    private readonly OfficeDb db;
    private readonly ListMemory memory;
    private readonly ListOf<T> list;
    private readonly OfficeMoment moment;
    private readonly BoundList<T> bound;
    private readonly RowOrder<T> order;
    private readonly IQueryable<T> rows;

    private ListReader(OfficeDb db, ListMemory memory, OfficeMoment moment, BoundList<T> bound, ListOf<T> list)
    {
        (this.db, this.memory, this.moment, this.bound, this.list) = (db, memory, moment, bound, list);
        order = new(list, bound);
        rows = bound.Apply(db, list.Rows(db));
    }

    internal static async Task<ListReader<T>> Open(OfficeDb db, ListMemory memory, OfficeMoment moment, ListOf<T> list, ListQuery query)
    {
        var where = $"{list.Path} {list.Setting.Year.Value} {list.Setting.Plan?.Key}";
        await list.Load(db, [.. query.Conditions.Select(c => c.Field).Concat(query.Sort.Select(s => s.Field)).Concat(query.Columns).Concat(list.FirstColumns).Distinct()], (what, read) => memory.Of(db, moment, list.MadeOf, $"{what} {where}", read));
        var texts = new Dictionary<string, List<(object Id, string Text)>>(StringComparer.Ordinal);
        foreach (var key in query.Conditions.Where(c => Comparisons.Find(c.Word)?.IsFolded() == true).Select(c => c.Field).Distinct())
            if (list.Find(key) is TextField<T> field)
                texts[key] = await memory.Of(db, moment, list.MadeOf, $"texts {key} {where}", () => field.ReadFolded(list.Rows(db), list.Head[0]));
        return new(db, memory, moment, new(list, query, texts), list);
    }

    /// <summary>All rows that match, on every page.</summary>
    public IQueryable<T> Matching => rows;

    /// <summary>Conditions that could not be used: with any of them <see cref="Matching"/> is wider than what was asked for.</summary>
    public IReadOnlyList<LeftOut> LeftOut => bound.LeftOut;

    public async Task<ListResult> Page()
    {
        var totals = await Totals();
        var paged = bound.Query.GroupsOnly && bound.Group is not null || bound.ByYear ? 0 : totals.Count;
        var last = Math.Max(1, (paged + bound.Query.Size - 1) / bound.Query.Size);
        var (page, outOfReach) = PageOf(last);
        var (skip, take) = ((page - 1) * bound.Query.Size, bound.Query.Size);
        var lines = paged == 0 ? [.. totals.Groups] : await Kept($"lines {skip} {take}", async () => await Lines(skip, take, totals).ToListAsync(), WeightOf);
        return Result(totals, lines, paged, page, outOfReach);
    }

    /// <summary>Every line, for a file: read in pieces, so that a list of any length can be written.</summary>
    public async Task<(ListResult Head, IAsyncEnumerable<ListLine> Lines)> All()
    {
        var totals = await Totals();
        var onlyGroups = bound.Query.GroupsOnly && bound.Group is not null || bound.ByYear;
        return (Result(totals, [], onlyGroups ? 0 : totals.Count, 1, null), onlyGroups ? totals.Groups.ToAsyncEnumerable() : Lines(0, totals.Count, totals));
    }

    /// <summary>Where a record stands among all rows, whatever page they are on.</summary>
    public async Task<ListStep> Step(PublicKey key)
    {
        var keys = await Kept("keys", async () => (await order.Ids(rows, list.Head[1])).Select(r => (PublicKey)r.Id!).ToList());
        var at = keys.IndexOf(key);
        var address = (bound.Sound with { Page = at < bound.Query.Size ? null : $"{at / bound.Query.Size + 1}" }).Address();
        return new(list.Title, $"~/{list.Path}{address}", keys.Count, at, at > 0 ? list.AddressOf(keys[at - 1]) : null, at >= 0 && at + 1 < keys.Count ? list.AddressOf(keys[at + 1]) : null);
    }

    private ListResult Result(AllRows totals, IReadOnlyList<ListLine> lines, int paged, int page, LeftOut? more) => new()
    {
        Query = bound.Query,
        Sound = bound.Sound,
        Columns = totals.Columns,
        Lines = lines,
        Chips = bound.Chips,
        LeftOut = more is null ? bound.LeftOut : [.. bound.LeftOut, more],
        Count = totals.Count,
        Paged = paged,
        Page = page,
        Totals = totals.Sums,
        GroupLabel = bound.ByYear ? "年度" : bound.Group?.Label,
    };

    private (int Page, LeftOut? Why) PageOf(int last) => bound.Query.Page switch
    {
        null => (1, null),
        { } text when int.TryParse(text, out var page) && page >= 1 => page <= last ? (page, null) : (last, new($"{page:#,0}ページ目はありません。最後の{last:#,0}ページ目を表示しています。", Widens: false)),
        { } text => (1, new($"「{text}」ページ目はありません。1ページ目を表示しています。", Widens: false)),
    };

    /// <summary>What holds for all rows: how many, their sums, their groups.</summary>
    private sealed record AllRows(int Count, IReadOnlyList<ListColumn> Columns, IReadOnlyList<ListSum?> Sums, IReadOnlyList<GroupLine> Groups, IReadOnlyList<object?> GroupValues);

    private Task<AllRows> Totals() => Kept("totals", async () =>
    {
        if (bound.ByYear)
            return await Years();
        var answers = bound.Group is { } group ? await group.SumByValue(rows, bound.Columns) : await Summing.Read(rows, _ => 1, bound.Columns);
        var groups = bound.Group is not { } by ? [] : answers.GroupBy(a => by.GroupOf(a[0])).OrderBy(g => by.RankOf(g.Key)).ToList();
        // why: what the office adds up itself it adds for the rows that match, so it must know which these are.
        var ids = bound.Columns.Any(c => c.IsSummed && c.Sums.Count == 0) ? await Order() : [];
        var byGroup = ids.ToLookup(i => i.Group, i => i.Id);
        return new(answers.Sum(Summing.CountOf), [.. bound.Columns.Select(c => new ListColumn(c.Key, c.Label, c.Kind, c.IsSummed) { TellsBlanks = c.TellsBlanks })],
            Sums(answers, ids.Select(i => i.Id)), [.. groups.Select(g => Line(bound.Group!, g.Key, [.. g], byGroup[g.Key]))], [.. groups.Select(g => g.Key)]);
    });

    private IReadOnlyList<ListSum?> Sums(IReadOnlyCollection<object?[]> answers, IEnumerable<object?> ids) =>
        [.. Summing.Add(answers, bound.Columns).Zip(bound.Columns, (sum, column) => sum ?? column.SumOf(ids))];

    private Task<IReadOnlyList<(object? Id, object? Group)>> Order() => Kept("order", () => order.Ids(rows, list.Head[0]));

    private async Task<AllRows> Years()
    {
        var count = await rows.CountAsync();
        var sums = await list.SumByYear(db, rows, bound.Columns);
        return new(count, sums.Columns, [.. sums.Columns.Select(_ => (ListSum?)null)], [.. sums.Years.Select(y => new GroupLine(y.Year.Both, count, null, y.Sums))], []);
    }

    private GroupLine Line(GroupingField<T> group, object? value, IReadOnlyList<object?[]> answers, IEnumerable<object?> ids) =>
        new(value is null ? $"({group.Label}なし)" : group.Cell(value, null).Text, answers.Sum(Summing.CountOf), AddressOf(group, value), Sums(answers, ids));

    private string? AddressOf(GroupingField<T> group, object? value)
    {
        var condition = value is null ? new Condition(group.Key, Comparison.Blank.Word(), "")
            : group.WordOf(value) is { } word ? new Condition(group.Key, group.Comparisons.Contains(Comparison.Is) ? Comparison.Is.Word() : Comparison.Within.Word(), word) : null;
        return condition is null ? null : $"~/{list.Path}{(bound.Sound with { Conditions = bound.Sound.Conditions.Add(condition), Group = null, GroupsOnly = false, Page = null, View = null }).Address()}";
    }

    private async IAsyncEnumerable<ListLine> Lines(int skip, int take, AllRows totals, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (!order.NeedsIds)
        {
            var page = take < totals.Count ? order.Page(list.Rows(db), rows, skip, take) : order.Apply(rows);
            await foreach (var row in page.Select(Projection()).AsAsyncEnumerable().WithCancellation(cancel))
                yield return RowOf(row);
            yield break;
        }
        var ids = await Order();
        object? group = new();
        for (var at = skip; at < Math.Min(skip + take, ids.Count); at += Chunk)
        {
            var piece = ids.Skip(at).Take(Math.Min(Chunk, skip + take - at)).ToList();
            var there = await list.These(list.Rows(db), [.. piece.Select(p => p.Id)]).Select(Projection()).ToDictionaryAsync(r => r[0]!, cancel);
            foreach (var (id, of) in piece)
            {
                if (bound.Group is not null && !Equals(group, of))
                    yield return totals.Groups[Math.Max(0, totals.GroupValues.ToList().FindIndex(v => Equals(v, of)))];
                group = of;
                if (there.TryGetValue(id!, out var row))
                    yield return RowOf(row);
            }
        }
    }

    private Expression<Func<T, object?[]>> Projection()
    {
        var row = Expression.Parameter(typeof(T), "r");
        var reads = list.Head.Concat(bound.Columns.SelectMany(c => c.Why is null ? [c.Read] : new[] { c.Read, c.Why }));
        return Expression.Lambda<Func<T, object?[]>>(Expression.NewArrayInit(typeof(object), reads.Select(r => Lambdas.Boxed(r.On(row)))), row);
    }

    private RowLine RowOf(object?[] row)
    {
        var at = list.Head.Count;
        var cells = new ListCell[bound.Columns.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = bound.Columns[i].Why is null ? bound.Columns[i].Cell(row[at++], null) : bound.Columns[i].Cell(row[at++], row[at++]);
        return new(row[1] is null ? null : list.AddressOf(row[1]), row[2] is true, cells);
    }

    private static int WeightOf(List<ListLine> lines) => lines.Sum(l => l is RowLine row ? row.Cells.Count : 1);

    private Task<TValue> Kept<TValue>(string what, Func<Task<TValue>> read, Func<TValue, int>? weight = null) where TValue : class =>
        memory.Of(db, moment, list.MadeOf, $"{what} {list.Path} {list.Setting.Year.Value} {list.Setting.Plan?.Key} {string.Join(',', list.Setting.Own)} {(bound.Sound with { Page = null, View = null, Size = ListQuery.Sizes[0] }).Address()}", read, weight);
}
