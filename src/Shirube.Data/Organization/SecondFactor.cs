namespace Shirube.Data;

/// <summary>The key an account shares with an authenticator app, sealed, and the last 30 seconds whose code was used: no code counts twice.</summary>
public sealed class SecondFactor
{
    private SecondFactor(Guid accountId, string sealedKey, DateTime sinceUtc)
    {
        AccountId = accountId;
        SealedKey = sealedKey;
        SinceUtc = sinceUtc;
    }

    public Guid AccountId { get; private set; }
    public string SealedKey { get; private set; }
    public DateTime SinceUtc { get; private set; }
    public long LastStep { get; private set; }

    public static SecondFactor For(Guid account, string sealedKey, DateTime atUtc) => new(account, sealedKey, atUtc);

    /// <summary>Marks the code of a step as used; false where it or a later one was used before.</summary>
    public bool Use(long step)
    {
        if (step <= LastStep)
            return false;
        LastStep = step;
        return true;
    }
}

/// <summary>A code that signs in once without the authenticator. Only its hash is kept.</summary>
public sealed class RecoveryCode
{
    private RecoveryCode(Guid id, Guid accountId, string hash)
    {
        Id = id;
        AccountId = accountId;
        Hash = hash;
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public string Hash { get; private set; }
    public DateTime? UsedAtUtc { get; private set; }

    public static RecoveryCode For(Guid account, string hash) => new(Guid.CreateVersion7(), account, hash);

    public void Use(DateTime atUtc) => UsedAtUtc ??= atUtc;
}
