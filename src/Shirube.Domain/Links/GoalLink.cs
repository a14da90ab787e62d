using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Domain.Links;

/// <summary>How much an item or project does for a goal.</summary>
public enum Strength
{
    /// <summary>主に</summary>
    Mainly,
    /// <summary>関連して</summary>
    Related,
}

/// <summary>SDGsとのつながり: what an item of a plan, or a project, does for one of the 17 goals or one of its targets. Either an item or a project.</summary>
public sealed class GoalLink : Aggregate
{
    public const int LongestReason = 1_000;

    private GoalLink(GoalLinkId id, PublicKey key, int goal)
    {
        Id = id;
        Key = key;
        Goal = goal;
    }

    public GoalLinkId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public PlanId? PlanId { get; private set; }
    public PublicKey? ItemKey { get; private set; }
    public ProjectId? ProjectId { get; private set; }
    /// <summary>1 to 17.</summary>
    public int Goal { get; private set; }
    /// <summary>The target's code (11.5, 13.a); null where the goal as a whole is meant.</summary>
    public string? Target { get; private set; }
    public Strength Strength { get; private set; }
    /// <summary>Why it serves the goal; public.</summary>
    public string? Reason { get; private set; }
    /// <summary>Invented content of the demonstration.</summary>
    public bool IsSample { get; private set; }

    public ItemPlace? Item => PlanId is { } plan && ItemKey is { } item ? new(plan, item) : null;

    /// <param name="known">Items of any edition of any plan.</param>
    /// <param name="others">The links of the same item.</param>
    public static GoalLink Of(ItemPlace item, GoalWords words, IReadOnlyCollection<ItemPlace> known, IEnumerable<GoalLink> others, bool isSample = false)
    {
        (known.Contains(item) ? WhyNotSay(words, others.Where(o => o.Item == item)) : Refusals.ItemUnknown).ThrowIfAny();
        var link = new GoalLink(GoalLinkId.New(), PublicKey.New(), words.Goal) { PlanId = item.Plan, ItemKey = item.Item, IsSample = isSample };
        link.Write(words);
        return link;
    }

    /// <param name="others">The links of the same project.</param>
    public static GoalLink Of(ProjectId project, GoalWords words, IEnumerable<GoalLink> others, bool isSample = false)
    {
        WhyNotSay(words, others.Where(o => o.ProjectId == project)).ThrowIfAny();
        var link = new GoalLink(GoalLinkId.New(), PublicKey.New(), words.Goal) { ProjectId = project, IsSample = isSample };
        link.Write(words);
        return link;
    }

    /// <summary>Goes over with an item that was merged into another of its plan.</summary>
    public void FollowItem(ItemPlace from, PublicKey into) => ItemKey = Item == from ? into : ItemKey;

    /// <param name="others">What else the same item or project does.</param>
    public static Refusal? WhyNotSay(GoalWords words, IEnumerable<GoalLink> others) =>
        GlobalGoals.WhyNot(words.Goal, words.TargetOrNull)
        ?? (words.Reason?.Length > LongestReason ? Refusals.TextTooLong("理由", LongestReason, words.Reason.Length)
            : others.Any(o => o.Goal == words.Goal && o.Target == words.TargetOrNull) ? Refusals.GoalLinkedAlready(words.Goal, words.TargetOrNull ?? "") : null);

    /// <summary>Says it anew; the item or project stays.</summary>
    public void Say(GoalWords words, IEnumerable<GoalLink> others)
    {
        WhyNotSay(words, others.Where(o => o.Id != Id && o.Item == Item && o.ProjectId == ProjectId)).ThrowIfAny();
        Write(words);
    }

    private void Write(GoalWords words) =>
        (Goal, Target, Strength, Reason) = (words.Goal, words.TargetOrNull, words.Strength, Blank.ToNull(words.Reason));
}

/// <summary>What is said of a goal: which, which target, how much, why.</summary>
public sealed record GoalWords(int Goal, string? Target, Strength Strength, string? Reason)
{
    internal string? TargetOrNull => Blank.ToNull(Target?.Trim());
}
