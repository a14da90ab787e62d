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

    private PlanPaths(IReadOnlyList<IReadOnlyList<Crumb>> all) => All = all;

    public IReadOnlyList<IReadOnlyList<Crumb>> All { get; }

    /// <summary>The way to a project's page, and to what lies below it; other places are shown beside.</summary>
    public IReadOnlyList<Crumb> To(ViewDataDictionary viewData, params IReadOnlyList<Crumb> below)
    {
        if (All.Count > 1)
            viewData[nameof(OtherPaths)] = new OtherPaths([.. All.Skip(1)]);
        return All.Count == 0 ? [new("事務事業", "~/projects"), .. below] : [Plans, .. All[0], .. below];
    }

    /// <summary>One query, five levels deep: no city numbers more.</summary>
    internal static async Task<PlanPaths> Of(OfficeDb db, ProjectId project, FiscalYear year)
    {
        var rows = await (from l in db.Set<Placement>()
                          join p in db.Plans on l.PlanId equals p.Id
                          join e in db.Editions on p.Id equals e.PlanId
                          join i in db.PlanItems on new { Key = l.ItemKey, Edition = e.Id } equals new { i.Key, Edition = i.EditionId }
                          join up1 in db.PlanItems on i.ParentId equals (PlanItemId?)up1.Id into ups1
                          from up1 in ups1.DefaultIfEmpty()
                          join up2 in db.PlanItems on up1.ParentId equals (PlanItemId?)up2.Id into ups2
                          from up2 in ups2.DefaultIfEmpty()
                          join up3 in db.PlanItems on up2.ParentId equals (PlanItemId?)up3.Id into ups3
                          from up3 in ups3.DefaultIfEmpty()
                          join up4 in db.PlanItems on up3.ParentId equals (PlanItemId?)up4.Id into ups4
                          from up4 in ups4.DefaultIfEmpty()
                          where l.ProjectId == project
                          select new { l.IsMain, p.Id, p.First, p.Last, p.Key, p.Name, Edition = e.Id, Item = i, up1, up2, up3, up4 }).AsNoTracking().ToListAsync();
        var newest = rows.GroupBy(r => (r.Id, r.Item.Key)).Select(g => g.MaxBy(r => r.Edition.Value)!);
        return new([.. newest.OrderBy(r => !r.IsMain).ThenBy(r => !(r.First <= year && (r.Last is not { } last || year <= last))).ThenBy(r => r.First).ThenBy(r => r.Name, StringComparer.Ordinal)
            .Select(r => (IReadOnlyList<Crumb>)[new(r.Name, $"~/plans/{r.Key}"), .. new[] { r.up4, r.up3, r.up2, r.up1, r.Item }.OfType<PlanItem>().Select(i => new Crumb(WorkingTree.NameOf(i), $"~/plans/{r.Key}/{i.Key}"))])]);
    }
}
