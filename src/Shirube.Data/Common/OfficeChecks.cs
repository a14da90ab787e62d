using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Data;

/// <summary>What foreign keys cannot say: that names point at things that exist, and figures are what they claim. One Japanese sentence for each fault.</summary>
public static class OfficeChecks
{
    public static async Task<IReadOnlyList<string>> RunAsync(OfficeDb db, CancellationToken cancel = default) =>
    [
        .. await FileAsync(db, cancel),
        .. await PlacementsAsync(db, cancel),
        .. await UsesAsync(db, cancel),
        .. await LinkChecks.RunAsync(db, cancel),
        .. await ParentsAsync(db, cancel),
        .. await LineagesAsync(db, cancel),
        .. await ShownAsync(db, cancel),
        .. await LevelsAsync(db, cancel),
        .. await OwnersAsync(db, cancel),
        .. await DepartmentsAsync(db, cancel),
        .. await FiguresAsync(db, cancel),
        .. await PicturesAsync(db, cancel),
        .. await SearchAsync(db, cancel),
    ];

    private static async Task<List<string>> FileAsync(OfficeDb db, CancellationToken cancel)
    {
        if (!db.Home.IsSqlite)
            return [];
        var faults = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(cancel);
        var lost = await db.Database.SqlQueryRaw<string>("SELECT \"table\" || ' → ' || \"parent\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(cancel);
        return [.. faults.Where(f => f != "ok").Select(f => $"データベースのファイルが壊れています: {f}"), .. lost.Select(l => $"参照先のない行があります: {l}")];
    }

    private static Task<List<string>> PlacementsAsync(OfficeDb db, CancellationToken cancel) =>
        (from placement in db.Set<Placement>()
         join project in db.Projects on placement.ProjectId equals project.Id
         join plan in db.Plans on placement.PlanId equals plan.Id
         where !db.PlanItems.Any(i => i.Key == placement.ItemKey && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == placement.PlanId))
         orderby project.Name, project.Id, placement.ItemKey
         select $"事務事業「{project.Name}」は、計画「{plan.Name}」にない項目({placement.ItemKey})に置かれています。").ToListAsync(cancel);

    private static Task<List<string>> UsesAsync(OfficeDb db, CancellationToken cancel) =>
        (from use in db.Set<IndicatorUse>()
         join indicator in db.Indicators on use.IndicatorId equals indicator.Id
         where use.ProjectId == null && !db.PlanItems.Any(i => i.Key == use.ItemKey && db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == use.PlanId))
         orderby indicator.Name, indicator.Id, use.ItemKey
         select $"指標「{indicator.Name}」は、計画にない項目({use.ItemKey})で使われています。").ToListAsync(cancel);

    private static Task<List<string>> ParentsAsync(OfficeDb db, CancellationToken cancel) =>
        (from item in db.PlanItems
         join parent in db.PlanItems on item.ParentId equals parent.Id
         where item.EditionId != parent.EditionId
         orderby item.Title, item.Id
         select $"計画項目「{item.Title}」の上位「{parent.Title}」が、別の版の項目です。").ToListAsync(cancel);

    private static async Task<List<string>> LineagesAsync(OfficeDb db, CancellationToken cancel)
    {
        var items = db.PlanItems.Join(db.Editions, i => i.EditionId, e => e.Id, (i, e) => new { i.Key, e.PlanId });
        var from = await (from lineage in db.Lineages
                          join plan in db.Plans on lineage.FromPlanId equals plan.Id
                          where lineage.FromKey != null && lineage.EditionId == null && !items.Any(i => i.PlanId == lineage.FromPlanId && i.Key == lineage.FromKey)
                          orderby lineage.Id
                          select $"引き継ぎのもとの項目({lineage.FromKey})が、計画「{plan.Name}」にありません。").ToListAsync(cancel);
        var to = await (from step in db.Set<LineageStep>()
                        join lineage in db.Lineages on step.LineageId equals lineage.Id
                        join plan in db.Plans on lineage.ToPlanId equals plan.Id
                        where lineage.EditionId == null && !items.Any(i => i.PlanId == lineage.ToPlanId && i.Key == step.ItemKey)
                        orderby lineage.Id, step.Order
                        select $"引き継ぎ先の項目({step.ItemKey})が、計画「{plan.Name}」にありません。").ToListAsync(cancel);
        return [.. from, .. to];
    }

    private static Task<List<string>> ShownAsync(OfficeDb db, CancellationToken cancel) =>
        (from plan in db.Plans
         where db.Editions.Any(e => e.PlanId == plan.Id) && !db.Editions.Any(e => e.PlanId == plan.Id && e.Id == plan.ShownId)
         orderby plan.Name, plan.Id
         select $"計画「{plan.Name}」の庁内で使う版がありません。").ToListAsync(cancel);

    private static Task<List<string>> LevelsAsync(OfficeDb db, CancellationToken cancel) =>
        (from item in db.PlanItems
         join edition in db.Editions on item.EditionId equals edition.Id
         where !db.Plans.Any(p => p.Id == edition.PlanId && p.Levels.Any(l => l.Id == item.LevelId))
         orderby item.Title, item.Id
         select $"計画項目「{item.Title}」の階層が、その計画のものではありません。").ToListAsync(cancel);

    private static Task<List<string>> OwnersAsync(OfficeDb db, CancellationToken cancel) =>
        (from ownership in db.Set<Ownership>()
         join project in db.Projects on ownership.ProjectId equals project.Id
         where !db.Departments.Any(d => d.Id == ownership.DepartmentId)
         orderby project.Name, project.Id
         select $"事務事業「{project.Name}」の所管部課がありません。").ToListAsync(cancel);

    private static async Task<List<string>> DepartmentsAsync(OfficeDb db, CancellationToken cancel)
    {
        var departments = await db.Departments.OrderBy(d => d.Name).ThenBy(d => d.Id).Select(d => new { d.Id, d.ParentId, d.Name }).ToListAsync(cancel);
        var parents = departments.ToDictionary(d => d.Id, d => d.ParentId);
        return [.. departments.Where(d => Climb(d.Id, parents)).Select(d => $"部課「{d.Name}」の上位をたどると、自分に戻ります。")];
    }

    private static bool Climb<TId>(TId from, Dictionary<TId, TId?> parents) where TId : struct
    {
        var at = parents[from];
        for (var steps = 0; at is { } up && steps <= parents.Count; steps++)
        {
            if (up.Equals(from))
                return true;
            at = parents.GetValueOrDefault(up);
        }

        return false;
    }

    private static async Task<List<string>> FiguresAsync(OfficeDb db, CancellationToken cancel)
    {
        var money = await (from figure in db.Set<Money>()
                           join project in db.Projects on figure.ProjectId equals project.Id
                           where (figure.Amount == null && figure.Absence == null) || (figure.Amount != null && figure.Absence != null)
                           orderby project.Name, project.Id
                           select new { project.Name, figure.FiscalYear }).ToListAsync(cancel);
        var actuals = await (from actual in db.Set<Actual>()
                             join indicator in db.Indicators on actual.IndicatorId equals indicator.Id
                             // why: spelled out, because SQLite reads "a IS NULL <> b IN (…)" from the left.
                             let none = actual.Status == ActualStatus.NotKnown || actual.Status == ActualStatus.NotApplicable
                             where (actual.Value == null && !none) || (actual.Value != null && none)
                             orderby indicator.Name, indicator.Id
                             select new { indicator.Name, actual.FiscalYear }).ToListAsync(cancel);
        return
        [
            .. money.Select(m => $"事務事業「{m.Name}」の{m.FiscalYear.Era}の金額が、金額でも「なし」でもありません。"),
            .. actuals.Select(a => $"指標「{a.Name}」の{a.FiscalYear.Era}の値と状態が合いません。"),
        ];
    }

    private static async Task<List<string>> PicturesAsync(OfficeDb db, CancellationToken cancel)
    {
        var faults = new List<string>();
        await foreach (var picture in db.Pictures.AsNoTracking().OrderBy(p => p.Sha256).AsAsyncEnumerable().WithCancellation(cancel))
            if (Convert.ToHexStringLower(SHA256.HashData(picture.Content)) != picture.Sha256)
                faults.Add($"図の画像({picture.Sha256[..12]}…)の中身が、保存したときと変わっています。");
        return faults;
    }

    private static async Task<List<string>> SearchAsync(OfficeDb db, CancellationToken cancel) =>
        await SearchTexts.StrayAsync(db, cancel) is > 0 and var stray ? [$"検索用の写しが、記録と{stray:#,0}件合いません。「./shirube index」でつくり直せます。"] : [];
}
