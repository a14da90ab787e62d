using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Organization;

namespace Shirube.Office.Indicators;

/// <summary>Who may change an indicator: whoever may edit all projects, or one of the projects that use it. An indicator of the plan alone belongs to the plan's editors.</summary>
internal static class IndicatorReach
{
    public static async Task<bool> Includes(this Reach reach, SignedIn signedIn, OfficeDb db, Indicator indicator) =>
        signedIn.MayDo(Operation.EditProject).Scope == Scope.All || (await reach.GroundsFor(db, indicator)).Count > 0;

    public static async Task Demand(this Reach reach, SignedIn signedIn, OfficeDb db, Indicator indicator)
    {
        var grounds = await reach.GroundsFor(db, indicator);
        if (grounds.Count == 0)
            throw new RefusalException(Refusals.IndicatorOfOthers(indicator.Name));
        signedIn.ActBy(grounds);
    }

    /// <summary>The posts by which each project may be edited, for whoever asks of many indicators at once.</summary>
    public static async Task<IReadOnlyDictionary<ProjectId, IReadOnlyList<Ground>>> GroundsByProject(this Reach reach, IQueryable<Project> projects)
    {
        var found = new Dictionary<ProjectId, IReadOnlyList<Ground>>();
        foreach (var project in await projects.AsNoTracking().Include(p => p.Ownerships).AsSplitQuery().ToListAsync())
            found[project.Id] = await reach.GroundsFor(Operation.EditProject, project);
        return found;
    }

    public static async Task<IReadOnlyList<Ground>> GroundsFor(this Reach reach, IReadOnlyDictionary<ProjectId, IReadOnlyList<Ground>> projects, Indicator indicator) =>
        [.. (await reach.GroundsFor(Operation.EditProject)).Concat(indicator.Uses.Where(u => u.ProjectId is not null).SelectMany(u => projects.GetValueOrDefault(u.ProjectId!.Value, []))).Distinct()];

    private static async Task<IReadOnlyList<Ground>> GroundsFor(this Reach reach, OfficeDb db, Indicator indicator)
    {
        var projects = indicator.Uses.Where(u => u.ProjectId is not null).Select(u => u.ProjectId).ToList();
        return await reach.GroundsFor(await reach.GroundsByProject(db.Projects.Where(p => projects.Contains(p.Id))), indicator);
    }
}
