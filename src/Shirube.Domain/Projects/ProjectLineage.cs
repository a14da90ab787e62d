using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Domain.Projects;

/// <summary>事務事業の引き継ぎ: what becomes of a project: other projects that follow it (where it is merged or split), or none where it ends. A project that simply goes on needs none.</summary>
public sealed class ProjectLineage : Aggregate
{
    private readonly List<ProjectLineageStep> successors = [];

    private ProjectLineage(ProjectLineageId id, ProjectId fromId, PlanId toPlanId)
    {
        Id = id;
        FromId = fromId;
        ToPlanId = toPlanId;
    }

    public ProjectLineageId Id { get; private set; }
    /// <summary>The project that is followed; one lineage a project and next plan.</summary>
    public ProjectId FromId { get; private set; }
    /// <summary>The plan in which others follow, or before which the project ends.</summary>
    public PlanId ToPlanId { get; private set; }
    public string? Reason { get; private set; }
    /// <summary>What follows; none where the project ends.</summary>
    public IReadOnlyList<ProjectLineageStep> Successors => successors;

    /// <summary>Other projects follow; the project may be among them where it also goes on itself.</summary>
    public static ProjectLineage Follow(ProjectId from, PlanId toPlan, IEnumerable<ProjectId> projects, string? reason)
    {
        var lineage = new ProjectLineage(ProjectLineageId.New(), from, toPlan);
        lineage.Follow(projects, reason);
        return lineage;
    }

    public static ProjectLineage End(ProjectId from, PlanId toPlan, string? reason)
    {
        var lineage = new ProjectLineage(ProjectLineageId.New(), from, toPlan);
        lineage.End(reason);
        return lineage;
    }

    public void Follow(IEnumerable<ProjectId> projects, string? reason)
    {
        var ids = projects.Distinct().ToList();
        (Lineage.WhyNotReason(reason) ?? (ids.Count == 0 ? Refusals.FollowerMissing : ids is [var one] && one == FromId ? Refusals.FollowsItselfAlone : null)).ThrowIfAny();
        Reason = Blank.ToNull(reason);
        successors.RemoveAll(s => s.Order > ids.Count);
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
            if (successors.Find(s => s.Order == i + 1) is { } step)
                step.ProjectId = id;
            else
                successors.Add(new(Id, i + 1, id));
    }

    public void End(string? reason)
    {
        (Lineage.WhyNotReason(reason) ?? (string.IsNullOrWhiteSpace(reason) ? Refusals.DropReasonMissing : null)).ThrowIfAny();
        Reason = reason!.Trim();
        successors.Clear();
    }
}

/// <summary>One project that follows.</summary>
public sealed class ProjectLineageStep : IPartOf<ProjectLineage>
{
    internal ProjectLineageStep(ProjectLineageId lineageId, int order, ProjectId projectId)
    {
        LineageId = lineageId;
        Order = order;
        ProjectId = projectId;
    }

    public ProjectLineageId LineageId { get; private set; }
    public int Order { get; private set; }
    public ProjectId ProjectId { get; internal set; }
}
