using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Domain.Links;

/// <summary>重点プロジェクト: what a plan takes up across its policy fields; items and projects belong to it.</summary>
public sealed class Initiative : Aggregate
{
    public const int LongestName = 200;
    public const int LongestWords = 5_000;

    private readonly List<InitiativeMember> members = [];

    private Initiative(InitiativeId id, PublicKey key, PlanId planId, string name)
    {
        Id = id;
        Key = key;
        PlanId = planId;
        Name = name;
    }

    public InitiativeId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public PlanId PlanId { get; private set; }
    /// <summary>Place among those of the plan, from 1.</summary>
    public int Order { get; private set; }
    public string Name { get; private set; }
    /// <summary>What it is about, in plain words; public.</summary>
    public string? Words { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }
    public IReadOnlyList<InitiativeMember> Members => members;

    public static Initiative Take(PlanId plan, int order, string name, string? words, bool isSample = false)
    {
        var initiative = new Initiative(InitiativeId.New(), PublicKey.New(), plan, name) { IsSample = isSample };
        initiative.Describe(order, name, words);
        return initiative;
    }

    public static Refusal? WhyNotDescribe(string? name, string? words) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("重点プロジェクトの名前")
        : name.Trim().Length > LongestName ? Refusals.TextTooLong("重点プロジェクトの名前", LongestName, name.Trim().Length)
        : words?.Length > LongestWords ? Refusals.TextTooLong("説明", LongestWords, words.Length) : null;

    public void Describe(int order, string name, string? words)
    {
        WhyNotDescribe(name, words).ThrowIfAny();
        (Order, Name, Words) = (order, name.Trim(), Blank.ToNull(words));
    }

    /// <param name="known">Items of any edition of any plan.</param>
    public Refusal? WhyNotAdd(ItemPlace item, IReadOnlyCollection<ItemPlace> known) =>
        !known.Contains(item) ? Refusals.ItemUnknown : members.Exists(m => m.Item == item) ? Refusals.MemberAlready(Name) : null;

    /// <summary>An item belongs to it, with the projects under it and below it.</summary>
    public void Add(ItemPlace item, IReadOnlyCollection<ItemPlace> known)
    {
        WhyNotAdd(item, known).ThrowIfAny();
        members.Add(new(Guid.CreateVersion7(), Id, item, null));
    }

    public Refusal? WhyNotAdd(ProjectId project) => members.Exists(m => m.ProjectId == project) ? Refusals.MemberAlready(Name) : null;

    public void Add(ProjectId project)
    {
        WhyNotAdd(project).ThrowIfAny();
        members.Add(new(Guid.CreateVersion7(), Id, null, project));
    }

    /// <summary>Goes over with an item that was merged into another of its plan.</summary>
    public void FollowItem(ItemPlace from, PublicKey into)
    {
        if (members.Find(m => m.Item == from) is not { } there)
            return;
        members.Remove(there);
        if (!members.Exists(m => m.Item == new ItemPlace(from.Plan, into)))
            members.Add(new(Guid.CreateVersion7(), Id, new(from.Plan, into), null));
    }

    public void Drop(Guid member) => members.RemoveAll(m => m.Id == member);
}

/// <summary>An item or a project that belongs to an initiative.</summary>
public sealed class InitiativeMember : IPartOf<Initiative>
{
    internal InitiativeMember(Guid id, InitiativeId initiativeId, ItemPlace? item, ProjectId? project)
    {
        Id = id;
        InitiativeId = initiativeId;
        PlanId = item?.Plan;
        ItemKey = item?.Item;
        ProjectId = project;
    }

    private InitiativeMember() { }

    public Guid Id { get; private set; }
    public InitiativeId InitiativeId { get; private set; }
    public PlanId? PlanId { get; private set; }
    public PublicKey? ItemKey { get; private set; }
    public ProjectId? ProjectId { get; private set; }
    public ItemPlace? Item => PlanId is { } plan && ItemKey is { } item ? new(plan, item) : null;
}
