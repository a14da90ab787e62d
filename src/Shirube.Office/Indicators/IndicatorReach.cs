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
    public static async Task<bool> Includes(this Reach reach, SignedIn signedIn, OfficeDb db, Indicator indicator)
    {
        if (signedIn.MayDo(Operation.EditProject).Scope == Scope.All)
            return true;
        var projects = indicator.Uses.Where(u => u.ProjectId is not null).Select(u => u.ProjectId).ToList();
        foreach (var project in await db.Projects.AsNoTracking().Include(p => p.Ownerships).Where(p => projects.Contains(p.Id)).ToListAsync())
            if (await reach.Includes(Operation.EditProject, project))
                return true;
        return false;
    }

    /// <summary>The projects the person may edit, for whoever asks of many indicators at once.</summary>
    public static async Task<IReadOnlySet<ProjectId>> EditableProjects(this Reach reach, OfficeDb db)
    {
        var found = new HashSet<ProjectId>();
        foreach (var project in await db.Projects.AsNoTracking().Include(p => p.Ownerships).AsSplitQuery().ToListAsync())
            if (await reach.Includes(Operation.EditProject, project))
                found.Add(project.Id);
        return found;
    }

    public static async Task Demand(this Reach reach, SignedIn signedIn, OfficeDb db, Indicator indicator)
    {
        if (!await reach.Includes(signedIn, db, indicator))
            throw new RefusalException(Refusals.IndicatorOfOthers(indicator.Name));
    }
}
