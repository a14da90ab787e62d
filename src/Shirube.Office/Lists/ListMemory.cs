using System.Collections;
using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Shirube.Data;
using Shirube.Office.Organization;

namespace Shirube.Office.Lists;

/// <summary>Keeps what was read of an office until a record of the kinds it was made of is saved: every save adds to the change log, which says the kind of each record.</summary>
public sealed class ListMemory : IDisposable
{
    private const int MostValues = 400_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostValues });
    private readonly ConcurrentDictionary<string, OfficeMoment> moments = new(StringComparer.Ordinal);

    /// <summary>The state of the office now, in one query: what was saved since it was last asked; in none where the newest change is one it knows.</summary>
    internal async Task<OfficeMoment> Now(OfficeDb db, LastChange? newest)
    {
        var where = db.Database.GetConnectionString()!;
        var known = moments.GetValueOrDefault(where);
        if (known is not null && newest == new LastChange(known.Last, known.Hash))
            return known;
        var entries = db.ChangeEntries.AsNoTracking();
        var since = known?.Last ?? await entries.MaxAsync(e => (long?)e.Sequence) ?? 0;
        var changes = await entries.Where(e => e.Sequence >= since).OrderBy(e => e.Sequence).Select(e => new { e.Sequence, e.Kind, e.Hash }).ToListAsync();
        var at = changes.Find(c => c.Sequence == since);
        // why: where the change seen last is gone or another one, this is another database in the place of that one.
        var begun = known is not null && (at?.Hash ?? "") == known.Hash ? known : OfficeMoment.Begin(since, at?.Hash ?? "");
        var now = begun.After(changes.Where(c => c.Sequence > since).Select(c => (c.Sequence, c.Kind)), changes.Count == 0 ? "" : changes[^1].Hash);
        return moments.AddOrUpdate(where, now, (_, there) => there.Begun == now.Begun && there.Last > now.Last ? there : now);
    }

    /// <summary>What was read before, where no record of these kinds was saved since; read anew otherwise.</summary>
    /// <param name="weight">How many values it holds, where that is not its count.</param>
    internal async Task<TValue> Of<TValue>(OfficeDb db, OfficeMoment moment, IReadOnlyList<string> kinds, string what, Func<Task<TValue>> read, Func<TValue, int>? weight = null) where TValue : class =>
        (await As(db, moment, moment.Of(kinds), what, async () => await read(), weight))!;

    /// <summary>The same of what is made of so many kinds that any save may change it.</summary>
    internal Task<TValue?> OfAnyKind<TValue>(OfficeDb db, OfficeMoment moment, string what, Func<Task<TValue?>> read, Func<TValue, int> weight) where TValue : class =>
        As(db, moment, moment.Last, what, read, weight);

    private async Task<TValue?> As<TValue>(OfficeDb db, OfficeMoment moment, long asOf, string what, Func<Task<TValue?>> read, Func<TValue, int>? weight) where TValue : class
    {
        var key = (db.Database.GetConnectionString(), moment.Begun, asOf, what);
        if (kept.TryGetValue(key, out TValue? there))
            return there;
        if (await read() is not { } value)
            return null;
        return kept.Set(key, value, new MemoryCacheEntryOptions { Size = 1 + (weight?.Invoke(value) ?? (value as ICollection)?.Count ?? 0), SlidingExpiration = TimeSpan.FromMinutes(10) });
    }

    public void Dispose() => kept.Dispose();
}
