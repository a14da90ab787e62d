namespace Shirube.Domain.Evaluation;

/// <summary>Whether a sheet says something to what a summary counts.</summary>
public enum VerdictState
{
    /// <summary>答えあり</summary>
    Said,
    /// <summary>答えなし: submitted, and nothing was chosen or asked.</summary>
    NotAnswered,
    /// <summary>未提出: nothing was submitted, so nothing is known.</summary>
    NotReported,
}

/// <summary>What a sheet says to one question of a summary; the choice is null unless it was said.</summary>
public readonly record struct Verdict(VerdictState State, string? Choice)
{
    public static readonly Verdict NotAnswered = new(VerdictState.NotAnswered, null);
    public static readonly Verdict NotReported = new(VerdictState.NotReported, null);

    /// <summary>Of something submitted: what was chosen, if anything was.</summary>
    public static Verdict Of(string? choice) => choice is null ? NotAnswered : new(VerdictState.Said, choice);
}
