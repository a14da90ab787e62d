using Shirube.Domain.Common;

namespace Shirube.Domain.Links;

/// <summary>市独自のSDGs: what the municipality calls its own set of goals and how it explains it. There is one or none.</summary>
public sealed class OwnGoalSet : Aggregate
{
    public const int LongestName = 100;
    public const int LongestWords = 5_000;

    private OwnGoalSet(OwnGoalSetId id, string name)
    {
        Id = id;
        Name = name;
    }

    public OwnGoalSetId Id { get; private set; }
    public string Name { get; private set; }
    /// <summary>What it is for, in plain words; public.</summary>
    public string? Words { get; private set; }
    /// <summary>Where it was taken from; public.</summary>
    public string? Source { get; private set; }

    public static OwnGoalSet Adopt(string name, string? words, string? source)
    {
        var set = new OwnGoalSet(OwnGoalSetId.New(), name);
        set.Describe(name, words, source);
        return set;
    }

    public static Refusal? WhyNotDescribe(string? name, string? words) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("市独自のSDGsの名前")
        : name.Trim().Length > LongestName ? Refusals.TextTooLong("市独自のSDGsの名前", LongestName, name.Trim().Length)
        : words?.Length > LongestWords ? Refusals.TextTooLong("説明", LongestWords, words.Length) : null;

    public void Describe(string name, string? words, string? source)
    {
        WhyNotDescribe(name, words).ThrowIfAny();
        (Name, Words, Source) = (name.Trim(), Blank.ToNull(words), Blank.ToNull(source));
    }
}

/// <summary>One goal of the municipality's own set, with the goals of the 17 that it relates to.</summary>
public sealed class OwnGoal : Aggregate
{
    public const int LongestName = 100;
    public const int LongestWords = 2_000;

    private readonly List<OwnGoalRelation> relations = [];

    private OwnGoal(OwnGoalId id, PublicKey key, string name)
    {
        Id = id;
        Key = key;
        Name = name;
    }

    public OwnGoalId Id { get; private set; }
    public PublicKey Key { get; private set; }
    /// <summary>Place in the set, from 1.</summary>
    public int Order { get; private set; }
    public string Name { get; private set; }
    public string? Words { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }
    public IReadOnlyList<OwnGoalRelation> Relations => relations;
    public IEnumerable<int> Goals => relations.Select(r => r.Goal).Order();

    public static OwnGoal Set(int order, string name, string? words, IReadOnlyCollection<int> goals, bool isSample = false)
    {
        var goal = new OwnGoal(OwnGoalId.New(), PublicKey.New(), name) { IsSample = isSample };
        goal.Describe(order, name, words, goals);
        return goal;
    }

    public static Refusal? WhyNotDescribe(string? name, string? words, IReadOnlyCollection<int> goals) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("目標の名前")
        : name.Trim().Length > LongestName ? Refusals.TextTooLong("目標の名前", LongestName, name.Trim().Length)
        : words?.Length > LongestWords ? Refusals.TextTooLong("説明", LongestWords, words.Length)
        : goals.Count == 0 ? Refusals.OwnGoalRelatesToNone
        : goals.Select(g => GlobalGoals.WhyNot(g, null)).FirstOrDefault(r => r is not null);

    public void Describe(int order, string name, string? words, IReadOnlyCollection<int> goals)
    {
        WhyNotDescribe(name, words, goals).ThrowIfAny();
        (Order, Name, Words) = (order, name.Trim(), Blank.ToNull(words));
        relations.RemoveAll(r => !goals.Contains(r.Goal));
        relations.AddRange(goals.Distinct().Where(g => !relations.Exists(r => r.Goal == g)).Select(g => new OwnGoalRelation(Id, g)));
    }
}

/// <summary>An own goal relates to one of the 17.</summary>
public sealed class OwnGoalRelation : IPartOf<OwnGoal>
{
    internal OwnGoalRelation(OwnGoalId ownGoalId, int goal)
    {
        OwnGoalId = ownGoalId;
        Goal = goal;
    }

    public OwnGoalId OwnGoalId { get; private set; }
    public int Goal { get; private set; }
}
