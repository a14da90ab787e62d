using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>New things that the next save writes without tracking them: aggregates with their parts, and rows that belong to none.</summary>
internal sealed class Untracked(DbContext db)
{
    private static readonly PropertyInfo Version = typeof(Aggregate).GetProperty(nameof(Aggregate.Version))!;

    private readonly List<object> things = [];

    public bool IsEmpty => things.Count == 0;
    public IEnumerable<Aggregate> Aggregates => things.OfType<Aggregate>();

    public void Add(IEnumerable<object> more) => things.AddRange(more);

    public void Clear() => things.Clear();

    /// <summary>Every row to be written, the aggregates at their first version.</summary>
    public IEnumerable<(IEntityType Type, object Row)> Rows()
    {
        foreach (var thing in things)
        {
            if (thing is Aggregate)
                Version.SetValue(thing, 1);
            foreach (var row in RowsOf(thing))
                yield return row;
        }
    }

    public Guid IdOf(Aggregate aggregate) => Canonical.IdOf(PropertyReading.Of(TypeOf(aggregate).FindPrimaryKey()!.Properties[0], aggregate)!);

    public IEnumerable<ChangedRow> RowsOf(Aggregate aggregate) => RowsOf((object)aggregate).Select(r => ChangedRow.New(r.Type, r.Row));

    private IEnumerable<(IEntityType Type, object Row)> RowsOf(object thing)
    {
        var type = TypeOf(thing);
        yield return (type, thing);
        foreach (var parts in type.GetNavigations())
            foreach (var part in (IEnumerable<object>)parts.GetGetter().GetClrValue(thing)!)
                yield return (parts.TargetEntityType, part);
    }

    private IEntityType TypeOf(object thing) => db.Model.FindEntityType(thing.GetType()) ?? throw new InvalidOperationException($"{thing.GetType()} has no table.");
}
