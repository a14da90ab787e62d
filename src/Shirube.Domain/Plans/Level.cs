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
}
