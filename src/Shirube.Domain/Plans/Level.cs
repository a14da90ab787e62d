using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>階層: one layer of a plan (政策, 施策 …). <see cref="Order"/> 1 is the top.</summary>
public sealed class Level : IPartOf<Plan>
{
    internal Level(LevelId id, PlanId planId, int order, string name, bool carriesProjects)
    {
        Id = id;
        PlanId = planId;
        Order = order;
        Name = name;
        CarriesProjects = carriesProjects;
    }

    public LevelId Id { get; private set; }
    public PlanId PlanId { get; private set; }
    public int Order { get; internal set; }
    public string Name { get; internal set; }
    /// <summary>How its items are numbered; null where numbers are kept as somebody wrote them.</summary>
    public Numbering? Numbering { get; internal set; }
    /// <summary>Whether projects may be placed under items of this level.</summary>
    public bool CarriesProjects { get; private set; }
    /// <summary>Whether items of this level have a text of their own.</summary>
    public bool CarriesBody { get; private set; } = true;
    /// <summary>Whether indicators may be used by items of this level.</summary>
    public bool CarriesIndicators { get; private set; } = true;
    /// <summary>Whether items of this level are evaluated.</summary>
    public bool CarriesEvaluation { get; private set; } = true;

    public LevelContents Contents => new(CarriesBody, CarriesIndicators, CarriesProjects, CarriesEvaluation);

    internal void Carry(LevelContents contents) => (CarriesBody, CarriesIndicators, CarriesProjects, CarriesEvaluation) = contents;
}

/// <summary>What the items of a level carry.</summary>
public sealed record LevelContents(bool Body, bool Indicators, bool Projects, bool Evaluation);

/// <summary>How many items of a level, in any edition, have a text, and how many indicators and projects stand on them.</summary>
public sealed record LevelUses(int Bodies, int Indicators, int Projects);

/// <summary>How many items of a level, in all editions, stand right under items of another level; <see cref="Under"/> is null for those at the top.</summary>
public sealed record LevelStanding(LevelId Level, LevelId? Under, int Items);
