using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shirube.Data;

/// <summary>A row as a save leaves it: one that is tracked, or a new one that is not.</summary>
internal sealed record ChangedRow(IEntityType Type, EntityState State, Func<IProperty, object?> Now, Func<IProperty, object?> Before)
{
    public static ChangedRow Of(EntityEntry entry)
    {
        var now = entry.CurrentValues;
        var before = entry.State == EntityState.Added ? now : entry.OriginalValues;
        return new(entry.Metadata, entry.State, p => now[p], p => before[p]);
    }

    public static ChangedRow New(IEntityType type, object row) =>
        new(type, EntityState.Added, p => PropertyReading.Of(p, row), p => PropertyReading.Of(p, row));
}
