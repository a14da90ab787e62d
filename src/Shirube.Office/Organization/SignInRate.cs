using System.Threading.RateLimiting;

namespace Shirube.Office.Organization;

/// <summary>How often one address may be wrong: thirty times in five minutes. Only wrong tries count, so that an office behind one address works on.</summary>
public sealed class SignInRate : IDisposable
{
    public const int Most = 30;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new() { PermitLimit = Most, Window = TimeSpan.FromMinutes(5), SegmentsPerWindow = 5, QueueLimit = 0 }));

    public bool IsOver(string? address)
    {
        using var lease = limiter.AttemptAcquire(address ?? "", 0);
        return !lease.IsAcquired;
    }

    public void NoteWrong(string? address) => limiter.AttemptAcquire(address ?? "").Dispose();

    public void Dispose() => limiter.Dispose();
}
