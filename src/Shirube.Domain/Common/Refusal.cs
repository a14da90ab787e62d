namespace Shirube.Domain.Common;

/// <summary>Why something cannot be done: a stable code, one Japanese sentence on what is wrong and where, and one on what to do.</summary>
public sealed record Refusal(string Code, string What, string ToDo)
{
    public override string ToString() => $"{What}{ToDo}";
}

/// <summary>An expected failure. A page shows its refusal, a command prints it; nothing was changed.</summary>
public sealed class RefusalException(Refusal refusal) : Exception(refusal.ToString())
{
    public Refusal Refusal { get; } = refusal;
}

public static class RefusalExtensions
{
    public static void ThrowIfAny(this Refusal? refusal)
    {
        if (refusal is not null)
            throw new RefusalException(refusal);
    }
}
