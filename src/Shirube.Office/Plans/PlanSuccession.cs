using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Plans;

/// <summary>A plan and the one it follows, with what people said of each item and where the projects stand.</summary>
public sealed record PlanSuccession(WorkingTree Next, WorkingTree Before, IReadOnlyList<Lineage> Lineages, SuccessionTable Table, IReadOnlyList<SucceedingProject> Projects)
{
    /// <summary>The succession of a plan that follows none: only the plan.</summary>
    public static async Task<(WorkingTree? Next, PlanSuccession? Succession)> Read(OfficeDb db, string planKey, string? edition)
    {
        if (await WorkingTree.Read(db, planKey, edition) is not { } next)
            return default;
        if (next.Plan.PredecessorId is not { } predecessor || await WorkingTree.Read(db, await db.Plans.Where(p => p.Id == predecessor).Select(p => p.Key).SingleAsync() is var key ? key.Value : "", null) is not { } before)
            return (next, null);
        var lineages = await db.Lineages.AsNoTracking().Include(l => l.Successors.OrderBy(s => s.Order)).Where(l => l.FromPlanId == before.Plan.Id && l.ToPlanId == next.Plan.Id).ToListAsync();
        return (next, new(next, before, lineages, SuccessionTable.Of(ItemsOf(before), ItemsOf(next), StepsOf(lineages)), await ProjectsOf(db, before.Plan.Id, next.Plan)));
    }

    public Lineage? Of(PublicKey old) => Lineages.FirstOrDefault(l => l.FromKey == old);

    public Lineage? Beginning(PublicKey item) => Lineages.FirstOrDefault(l => l.FromKey is null && l.Successors.Any(s => s.ItemKey == item));

    public int Count(ProjectSuccession state) => Projects.Count(p => p.State == state);

    private static IEnumerable<LineageItem> ItemsOf(WorkingTree tree) => tree.InOrder().Select(i => new LineageItem(i.Item.Key, i.Item.Title));

    internal static IReadOnlyCollection<(PublicKey? From, PublicKey? To)> StepsOf(IEnumerable<Lineage> lineages) =>
        [.. lineages.SelectMany(l => l.Successors.Count == 0 ? [(l.FromKey, null)] : l.Successors.Select(s => (l.FromKey, (PublicKey?)s.ItemKey)))];

    private static async Task<IReadOnlyList<SucceedingProject>> ProjectsOf(OfficeDb db, PlanId before, Plan next)
    {
        var rows = await db.Projects.AsNoTracking().Where(p => p.Placements.Any(l => l.PlanId == before || l.PlanId == next.Id))
            .OrderBy(p => p.Number == null).ThenBy(p => p.Number!.Length).ThenBy(p => p.Number).ThenBy(p => p.Id)
            .Select(p => new { p.Key, p.Number, p.Name, p.IsSample, p.Period.Last, Old = p.Placements.Where(l => l.PlanId == before && l.IsMain).Select(l => (PublicKey?)l.ItemKey).FirstOrDefault(), InOld = p.Placements.Any(l => l.PlanId == before), InNext = p.Placements.Any(l => l.PlanId == next.Id) })
            .ToListAsync();
        return [.. rows.Select(r => new SucceedingProject(r.Key, r.Number, r.Name, r.IsSample, r.Old,
            !r.InOld ? ProjectSuccession.New : r.InNext ? ProjectSuccession.Carried : r.Last < next.First ? ProjectSuccession.Ends : ProjectSuccession.Unsaid))];
    }
}

/// <summary>A project of a plan or of the next one.</summary>
/// <param name="OldItem">Its main place in the plan before.</param>
public sealed record SucceedingProject(PublicKey Key, string? Number, string Name, bool IsSample, PublicKey? OldItem, ProjectSuccession State);

public enum ProjectSuccession
{
    /// <summary>It has a place in both plans.</summary>
    Carried,
    /// <summary>It ends before the next plan begins.</summary>
    Ends,
    /// <summary>Only the next plan has it.</summary>
    New,
    /// <summary>It has no place in the next plan, and does not end by itself.</summary>
    Unsaid,
}
