using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>Which projects and plan items get a sheet.</summary>
/// <param name="Levels">The levels whose items do.</param>
public sealed record RoundTargets(RoundProjects Projects, IReadOnlyList<LevelId> Levels)
{
    internal async Task<IReadOnlyList<RoundTarget>> Read(OfficeDb db, FiscalYear year, FiscalYear judged) =>
        [.. Projects.Scope != ProjectScope.None ? await ReadProjects(db, year, judged) : [], .. Levels.Count == 0 ? [] : await ReadItems(db)];

    private async Task<IReadOnlyList<RoundTarget>> ReadProjects(OfficeDb db, FiscalYear year, FiscalYear judged)
    {
        var projects = db.Projects.AsNoTracking();
        if (Projects.Class is { } c)
            projects = projects.Where(p => p.Class == c);
        if (Projects.Scope == ProjectScope.Running)
            projects = projects.Where(p => (p.Period.First == null || p.Period.First <= judged) && (p.Period.Last == null || p.Period.Last >= judged));
        if (Projects.Department is { } top)
        {
            var below = (await DepartmentTree.Read(db, year)).WithBelow([top]).ToList();
            projects = projects.Where(p => p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Take(1).Any(o => below.Contains(o.DepartmentId)));
        }
        var rows = await projects.Select(p => new { p.Id, p.Number, p.Name, p.IsStatutory }).ToListAsync();
        return rows.ConvertAll(p => new RoundTarget(p.Id, null, p.Name, SheetOrder.Of(p.Number, p.Name), p.IsStatutory == true));
    }

    private async Task<IReadOnlyList<RoundTarget>> ReadItems(OfficeDb db)
    {
        var rows = await (from item in db.PlanItems.AsNoTracking()
                          join plan in db.Plans on item.EditionId equals plan.ShownId
                          where Levels.Contains(item.LevelId)
                          select new { Plan = plan.Id, item.Key, item.Code, item.Title }).ToListAsync();
        return rows.ConvertAll(i => new RoundTarget(null, new(i.Plan, i.Key), i.Code is null ? i.Title : $"{i.Code} {i.Title}", SheetOrder.Of(i.Code, i.Title), false));
    }
}

/// <summary>Something that gets a sheet: a project, or a plan item.</summary>
internal sealed record RoundTarget(ProjectId? Project, ItemPlace? Item, string Name, string SortKey, bool IsStatutory)
{
    public FormTarget Kind => Project is null ? FormTarget.Item : FormTarget.Project;
}

/// <summary>The order of sheets: by number as people read numbers (2 before 10), those without one last, then by name.</summary>
public static partial class SheetOrder
{
    public static string Of(string? number, string name) => $"{(number is null ? "~" : Digits().Replace(number, m => m.Value.PadLeft(10, '0')))} {name}";

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
