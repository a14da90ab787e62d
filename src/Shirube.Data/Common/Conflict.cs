using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>A field on which the person's text and the saved one differ.</summary>
public sealed record ConflictField(string? Part, string? Key, string Field, string? Mine, string? Theirs);

/// <summary>Somebody else saved first: who, when, and both texts. <see cref="Version"/> is what a second try must be based on; null where the record is gone.</summary>
public sealed record Conflict(string Kind, Guid Id, int? Version, string? SavedBy, DateTime? SavedAtUtc, string? Process, IReadOnlyList<ConflictField> Fields)
{
    public static async Task<Conflict> OfAsync(OfficeDb db, DbUpdateConcurrencyException failure, CancellationToken cancel = default)
    {
        var mine = RootOf(db, failure.Entries[0]);
        var id = Roots.IdOf(mine);
        await using var other = db.Home.Open();
        var saved = await new ChangeLog(other).OfAsync([id], take: 1, cancel: cancel);
        var last = saved.Count == 0 ? null : saved[0];
        var found = await other.FindAsync(mine.Metadata.ClrType, [mine.Property(mine.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue], cancel);
        if (found is null)
            return new(mine.Metadata.ClrType.Name, id, null, last?.By, last?.AtUtc, last?.Process, []);
        var theirs = other.Entry(found);
        foreach (var collection in theirs.Collections)
            await collection.LoadAsync(cancel);
        return new(mine.Metadata.ClrType.Name, id, (found as Aggregate)?.Version, last?.By, last?.AtUtc, last?.Process,
            [.. Differences(mine, theirs)]);
    }

    private static EntityEntry RootOf(OfficeDb db, EntityEntry entry) =>
        Roots.RootKey(entry) is not var (type, id) ? entry
        : db.ChangeTracker.Entries().First(e => e.Metadata == type && Equals(e.Property(type.FindPrimaryKey()!.Properties[0].Name).CurrentValue, id));

    private static IEnumerable<ConflictField> Differences(EntityEntry mine, EntityEntry theirs)
    {
        var left = ChangedFields.Now(mine);
        var right = ChangedFields.Now(theirs);
        // why: a part the page did not load is nothing the person typed.
        var loaded = mine.Collections.Where(c => c.IsLoaded).Select(c => c.Metadata.TargetEntityType.ClrType.Name).ToHashSet();
        return left.Keys.Union(right.Keys)
            .Where(f => f.Part is null || loaded.Contains(f.Part))
            .Select(f => new ConflictField(f.Part, f.Key, f.Field, left.GetValueOrDefault(f), right.GetValueOrDefault(f)))
            .Where(f => f.Mine != f.Theirs)
            .OrderBy(f => f.Part, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal);
    }
}
