using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Plans;

/// <summary>A plan and the one it follows, with what people said of each item and where the projects stand.</summary>
public sealed record PlanSuccession(WorkingTree Next, WorkingTree Before, IReadOnlyList<Lineage> Lineages, SuccessionTable Table, IReadOnlyList<SucceedingProject> Projects, SuccessionTable ProjectTable)
{
    /// <summary>The succession of a plan that follows none: only the plan.</summary>
    public static async Task<(WorkingTree? Next, PlanSuccession? Succession)> Read(OfficeDb db, string planKey, string? edition)
    {
        if (await WorkingTree.Read(db, planKey, edition) is not { } next)
            return default;
        if (next.Plan.PredecessorId is not { } predecessor || await WorkingTree.Read(db, await db.Plans.Where(p => p.Id == predecessor).Select(p => p.Key).SingleAsync() is var key ? key.Value : "", null) is not { } before)
            return (next, null);
        var lineages = await db.Lineages.AsNoTracking().Include(l => l.Successors.OrderBy(s => s.Order)).Where(l => l.FromPlanId == before.Plan.Id && l.ToPlanId == next.Plan.Id).ToListAsync();
        var projects = await ProjectsOf(db, before.Plan.Id, next.Plan);
        return (next, new(next, before, lineages, SuccessionTable.Of(ItemsOf(before), ItemsOf(next), StepsOf(lineages)), projects, await TableOf(db, next.Plan.Id, projects)));
    }

    public Lineage? Of(PublicKey old) => Lineages.FirstOrDefault(l => l.FromKey == old);

    public Lineage? Beginning(PublicKey item) => Lineages.FirstOrDefault(l => l.FromKey is null && l.Successors.Any(s => s.ItemKey == item));

    private static IEnumerable<LineageItem> ItemsOf(WorkingTree tree) => tree.InOrder().Select(i => new LineageItem(i.Item.Key, i.Item.Title));

    internal static IReadOnlyCollection<(PublicKey? From, PublicKey? To)> StepsOf(IEnumerable<Lineage> lineages) =>
        [.. lineages.SelectMany(l => l.Successors.Count == 0 ? [(l.FromKey, null)] : l.Successors.Select(s => (l.FromKey, (PublicKey?)s.ItemKey)))];

    private static async Task<IReadOnlyList<SucceedingProject>> ProjectsOf(OfficeDb db, PlanId before, Plan next) =>
        await db.Projects.AsNoTracking().Where(p => p.Placements.Any(l => l.PlanId == before || l.PlanId == next.Id))
            .OrderBy(p => p.Number == null).ThenBy(p => p.Number!.Length).ThenBy(p => p.Number).ThenBy(p => p.Id)
            .Select(p => new SucceedingProject(p.Id, p.Key, p.Number, p.Name, p.IsSample, p.Placements.Where(l => l.PlanId == before && l.IsMain).Select(l => (PublicKey?)l.ItemKey).FirstOrDefault(),
                p.Placements.Any(l => l.PlanId == before), p.Placements.Any(l => l.PlanId == next.Id), p.Period.Last < next.First)).ToListAsync();

    // why: a project that has a place in both plans goes on without anybody saying so, and one whose period is over before the next begins ends by itself.
    private static async Task<SuccessionTable> TableOf(OfficeDb db, PlanId next, IReadOnlyList<SucceedingProject> projects)
    {
        var keys = projects.ToDictionary(p => p.Id, p => p.Key);
        var said = (await db.ProjectLineages.AsNoTracking().Include(l => l.Successors).Where(l => l.ToPlanId == next).ToListAsync()).Where(l => keys.ContainsKey(l.FromId)).ToList();
        var steps = said.SelectMany(l => l.Successors.Count == 0 ? [((PublicKey?)keys[l.FromId], (PublicKey?)null)] : l.Successors.Where(s => keys.ContainsKey(s.ProjectId)).Select(s => ((PublicKey?)keys[l.FromId], (PublicKey?)keys[s.ProjectId])))
            .Concat(projects.Where(p => p is { InBefore: true, InNext: true } && said.TrueForAll(l => l.FromId != p.Id)).Select(p => ((PublicKey?)p.Key, (PublicKey?)p.Key)))
            .Concat(projects.Where(p => p is { InBefore: true, InNext: false, EndsBefore: true }).Select(p => ((PublicKey?)p.Key, (PublicKey?)null)));
        return SuccessionTable.Of(projects.Where(p => p.InBefore).Select(p => new LineageItem(p.Key, p.Name)), projects.Where(p => p.InNext).Select(p => new LineageItem(p.Key, p.Name)), [.. steps]);
    }
}

/// <summary>A project of a plan or of the next one.</summary>
/// <param name="OldItem">Its main place in the plan before.</param>
/// <param name="EndsBefore">Whether its period is over before the next plan begins.</param>
public sealed record SucceedingProject(ProjectId Id, PublicKey Key, string? Number, string Name, bool IsSample, PublicKey? OldItem, bool InBefore, bool InNext, bool EndsBefore);
