using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Ui.Controls;

namespace Shirube.Office.Plans;

/// <summary>Where a project stands in the plans, from the top down: 計画 › 政策 › 施策 › 基本事業. The main place of the plan in force comes first.</summary>
public sealed class PlanPaths
{
    private static readonly Crumb Plans = new("計画", "~/plans");

    private PlanPaths(IReadOnlyList<PlacedProject> places) => Places = places;

    public IReadOnlyList<IReadOnlyList<Crumb>> All =>
        [.. Places.Where(p => p.Item.Title is not null).Select(p => (IReadOnlyList<Crumb>)[new(p.PlanName!, $"~/plans/{p.PlanKey}"),
            .. new[] { p.Up4, p.Up3, p.Up2, p.Up1, p.Item }.Where(i => i.Title is not null).Select(i => new Crumb(i.Name, $"~/plans/{p.PlanKey}/{i.Key}"))])];

    /// <summary>Each place once, in the newest edition that has the item.</summary>
    internal IReadOnlyList<PlacedProject> Places { get; }

    /// <summary>The way to a project's page, and to what lies below it; other places are shown beside.</summary>
    public IReadOnlyList<Crumb> To(ViewDataDictionary viewData, params IReadOnlyList<Crumb> below)
    {
        var all = All;
        if (all.Count > 1)
            viewData[nameof(OtherPaths)] = new OtherPaths([.. all.Skip(1)]);
        return all.Count == 0 ? [new("事務事業", "~/projects"), .. below] : [Plans, .. all[0], .. below];
    }

    internal static async Task<PlanPaths> Of(OfficeDb db, ProjectId project, FiscalYear year) =>
        Of(await In(db, db.Projects.Where(p => p.Id == project)).AsNoTracking().ToListAsync(), year);

    internal static PlanPaths Of(IEnumerable<PlacedProject> rows, FiscalYear year) =>
        new([.. rows.Where(r => r.PlanId is not null).GroupBy(r => (r.PlanId, r.ItemKey)).Select(g => g.OrderBy(r => r.Item.Title is null).ThenBy(r => !r.IsShown).ThenByDescending(r => r.Edition?.Value).First())
            .OrderBy(r => r.IsMain != true).ThenBy(r => !(r.First <= year && (r.Last is not { } last || year <= last))).ThenBy(r => r.First).ThenBy(r => r.PlanName, StringComparer.Ordinal)]);

    /// <summary>One query, five levels deep: no city numbers more.</summary>
    // why: tables joined one after the other; a joined part that is itself a join would be made for all projects first.
    internal static IQueryable<PlacedProject> In(OfficeDb db, IQueryable<Project> projects) =>
        from project in projects
        from l in db.Set<Placement>().Where(l => l.ProjectId == project.Id).DefaultIfEmpty()
        from p in db.Plans.Where(p => p.Id == l.PlanId).DefaultIfEmpty()
        from e in db.Editions.Where(e => e.PlanId == p.Id).DefaultIfEmpty()
        from i in db.PlanItems.Where(i => i.EditionId == e.Id && i.Key == l.ItemKey).DefaultIfEmpty()
        from up1 in db.PlanItems.Where(u => u.Id == i.ParentId).DefaultIfEmpty()
        from up2 in db.PlanItems.Where(u => u.Id == up1.ParentId).DefaultIfEmpty()
        from up3 in db.PlanItems.Where(u => u.Id == up2.ParentId).DefaultIfEmpty()
        from up4 in db.PlanItems.Where(u => u.Id == up3.ParentId).DefaultIfEmpty()
        select new PlacedProject
        {
            Project = project, PlanId = p.Id, PlanKey = p.Key, PlanName = p.Name, First = p.First, Last = p.Last, Edition = e.Id, IsShown = p.ShownId == e.Id, ItemKey = l.ItemKey, IsMain = l.IsMain,
            Item = new(i.Key, i.Code, i.Title), Up1 = new(up1.Key, up1.Code, up1.Title), Up2 = new(up2.Key, up2.Code, up2.Title), Up3 = new(up3.Key, up3.Code, up3.Title), Up4 = new(up4.Key, up4.Code, up4.Title),
        };
}
