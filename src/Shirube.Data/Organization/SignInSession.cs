namespace Shirube.Data;

/// <summary>A browser that is signed in, from the sign-in to its end.</summary>
public sealed class SignInSession
{
    private SignInSession(Guid id, Guid accountId, DateTime beganAtUtc)
    {
        Id = id;
        AccountId = accountId;
        BeganAtUtc = SeenAtUtc = beganAtUtc;
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public DateTime BeganAtUtc { get; private set; }
    /// <summary>When it was last seen, to some minutes.</summary>
    public DateTime SeenAtUtc { get; private set; }
    public DateTime? EndedAtUtc { get; private set; }
    public string? Address { get; private set; }
    public string? Browser { get; private set; }

    public static SignInSession Begin(Guid account, DateTime atUtc, string? address, string? browser) =>
        new(Guid.CreateVersion7(new DateTimeOffset(atUtc)), account, atUtc) { Address = address, Browser = browser };

    public void End(DateTime atUtc) => EndedAtUtc ??= atUtc;
}
