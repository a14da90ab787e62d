using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Shirube.Data;

namespace Shirube.Office.Lists;

/// <summary>Keeps what was read of an office until its next save: every save adds to the change log, so its last number names the state of the whole database.</summary>
public sealed class ListMemory : IDisposable
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 2_000 });

    public static async Task<long> StateOf(OfficeDb db) => await db.ChangeEntries.MaxAsync(e => (long?)e.Sequence) ?? 0;

    public async Task<TValue> Of<TValue>(OfficeDb db, long state, string what, Func<Task<TValue>> read) where TValue : class
    {
        var key = (db.Database.GetConnectionString(), state, what);
        if (kept.TryGetValue(key, out TValue? there))
            return there!;
        var value = await read();
        kept.Set(key, value, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
        return value;
    }

    public void Dispose() => kept.Dispose();
}
