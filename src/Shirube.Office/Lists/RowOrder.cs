using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Shirube.Office.Lists;

/// <summary>In which order rows come. What the database knows, it orders; departments, plan items and groups have an order only the office knows, so then the rows' ids are put in order here.</summary>
internal sealed class RowOrder<T>(ListOf<T> list, BoundList<T> bound)
{
    private IReadOnlyList<(ListField<T> Field, bool Descending)> Terms => bound.Sort.Count > 0 ? bound.Sort : [.. list.FirstSort.Select(s => (list.Find(s.Field)!, s.Descending))];

    private IReadOnlyList<(ListField<T> Field, bool Descending)> Ranked => [.. Terms.Where(t => t.Field.IsRanked)];

    public bool NeedsIds => bound.Group is not null || Ranked.Count > 0;

    /// <summary>A total order: the id at the end.</summary>
    public IQueryable<T> Apply(IQueryable<T> rows)
    {
        IOrderedQueryable<T>? ordered = null;
        foreach (var (field, descending) in Terms.Where(t => !t.Field.IsRanked))
            foreach (var (expression, i) in field.Orders.Select((e, i) => (e, i)))
                // why: what has no value comes last in either direction.
                ordered = By(ordered, rows, expression, descending && !(i == 0 && expression.ReturnType == typeof(bool)));
        return By(ordered, rows, list.Head[0], false);
    }

    /// <summary>One page of the rows, in order.</summary>
    // why: SQLite works out the columns of every row before it cuts the page out of them, so the page is cut first, by ids alone.
    public IQueryable<T> Page(IQueryable<T> all, IQueryable<T> rows, int skip, int take)
    {
        var (id, row) = (list.Head[0], Expression.Parameter(typeof(T), "r"));
        var ids = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(T), id.ReturnType], Apply(rows).Skip(skip).Take(take).Expression, Expression.Quote(id));
        return Apply(all.Where(Expression.Lambda<Func<T, bool>>(Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [id.ReturnType], ids, id.On(row)), row)));
    }

    /// <summary>The ids of all rows in order (or what else names a row), each with the group it belongs to.</summary>
    public async Task<IReadOnlyList<(object? Id, object? Group)>> Ids(IQueryable<T> rows, LambdaExpression id)
    {
        var ranked = Ranked;
        var row = Expression.Parameter(typeof(T), "r");
        LambdaExpression[] reads = [id, .. bound.Group is null ? [] : new[] { bound.Group.Read }, .. ranked.Select(r => r.Field.Read)];
        var select = Expression.Lambda<Func<T, object?[]>>(Expression.NewArrayInit(typeof(object), reads.Select(r => Lambdas.Boxed(r.On(row)))), row);
        IEnumerable<object?[]> found = await Apply(rows).Select(select).ToListAsync();
        var at = bound.Group is null ? 1 : 2;
        foreach (var (term, i) in ranked.Select((t, i) => (t, i)).Reverse())
            found = term.Descending ? found.OrderBy(f => term.Field.Rank(f[at + i]) is int.MaxValue ? 1 : 0).ThenByDescending(f => term.Field.Rank(f[at + i])) : found.OrderBy(f => term.Field.Rank(f[at + i]));
        if (bound.Group is { } group)
            found = found.OrderBy(f => group.Rank(f[1]));
        return [.. found.Select(f => (f[0], bound.Group?.GroupOf(f[1])))];
    }

    private static IOrderedQueryable<T> By(IOrderedQueryable<T>? ordered, IQueryable<T> rows, LambdaExpression key, bool descending)
    {
        var method = (ordered is null, descending) switch { (true, false) => "OrderBy", (true, true) => "OrderByDescending", (false, false) => "ThenBy", _ => "ThenByDescending" };
        var source = ordered ?? rows;
        return (IOrderedQueryable<T>)source.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), method, [typeof(T), key.ReturnType], source.Expression, Expression.Quote(key)));
    }
}
