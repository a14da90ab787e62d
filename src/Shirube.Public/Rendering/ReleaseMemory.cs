using Microsoft.Extensions.Caching.Memory;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Rendering;

/// <summary>Keeps what pages read from releases: a release never changes, so it is read once and only rendered after that. Bounded by rows.</summary>
public sealed class ReleaseMemory : IDisposable
{
    private const int MostRows = 50_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostRows });

    /// <param name="what">Names the reading; a reading is the same for the same words.</param>
    /// <param name="rows">How many rows it holds.</param>
    public TReading? Of<TReading>(Release release, string what, Func<TReading?> read, Func<TReading, int> rows) where TReading : class
    {
        var key = (release.Entry.Manifest.Sha256, what);
        if (kept.TryGetValue(key, out TReading? there))
            return there;
        if (read() is not { } reading)
            return null;
        return kept.Set(key, reading, new MemoryCacheEntryOptions { Size = 1 + rows(reading), SlidingExpiration = TimeSpan.FromMinutes(10) });
    }

    public void Dispose() => kept.Dispose();
}
