using Microsoft.Extensions.Caching.Memory;
using Shirube.Domain.Common;

namespace Shirube.Office.Organization;

/// <summary>Counts wrong tries at names that are no account, so that they are answered exactly as an account is and nobody learns which names exist.</summary>
public sealed class UnknownNames(TimeProvider clock) : IDisposable
{
    private readonly MemoryCache tries = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Notes a wrong try; the end of the lock where there is one now.</summary>
    public DateTimeOffset? Fail(MunicipalityCode code, string name)
    {
        var counted = tries.GetOrCreate((code, name.Normalize().ToUpperInvariant()), e =>
        {
            (e.Size, e.SlidingExpiration) = (1, TimeSpan.FromHours(1));
            return new Tries();
        })!;
        lock (counted)
        {
            var now = clock.GetUtcNow();
            if (counted.LockedUntil > now)
                return counted.LockedUntil;
            counted.LockedUntil = null;
            if (++counted.Count < SignInRules.Tries)
                return null;
            counted.Count = 0;
            return counted.LockedUntil = now + SignInRules.LockedFor;
        }
    }

    public void Dispose() => tries.Dispose();

    private sealed class Tries
    {
        public int Count { get; set; }
        public DateTimeOffset? LockedUntil { get; set; }
    }
}
