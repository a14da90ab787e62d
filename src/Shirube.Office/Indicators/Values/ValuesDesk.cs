using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Lists;
using Shirube.Office.Organization;

namespace Shirube.Office.Indicators;

/// <summary>The indicators whose values the signed-in person may enter, as rows of one year, and the saving of many at once.</summary>
public sealed class ValuesDesk(OfficeDb db, OfficeLists lists, Reach reach, SignedIn signedIn)
{
    public const int Size = 50;
    public const int Most = 3_000;

    public async Task<(int Count, IReadOnlyList<ValueRow> Rows)> Page(ValuesFilter filter)
    {
        var found = await Found(filter);
        return (await found.CountAsync(), await RowsOf(found.OrderBy(i => i.Name).ThenBy(i => i.Id).Skip((filter.Page - 1) * Size).Take(Size), filter.Year));
    }

    public async Task<int> Count(ValuesFilter filter) => await (await Found(filter)).CountAsync();

    /// <summary>Every row of every page, for a file.</summary>
    public async Task<IReadOnlyList<ValueRow>> All(ValuesFilter filter) => await RowsOf((await Found(filter)).OrderBy(i => i.Name).ThenBy(i => i.Id), filter.Year);

    /// <summary>These indicators, in the order of their keys here.</summary>
    public async Task<IReadOnlyList<ValueRow>> These(IReadOnlyList<PublicKey> keys, FiscalYear year)
    {
        var rows = (await RowsOf(db.Indicators.Where(i => keys.Contains(i.Key)), year)).ToDictionary(r => r.Key);
        return [.. keys.Where(rows.ContainsKey).Select(k => rows[k])];
    }

    public async Task<IReadOnlyList<SelectListItem>> Departments(ValuesFilter filter)
    {
        var (setting, own) = (await lists.Setting(ListQuery.Of(null)), await Own());
        return [.. DepartmentChoices.InOrder(setting.Facts.Departments.Where(d => d.ExistsIn(setting.Year) && (own is null || own.Contains(d.Id))))
            .Select(d => new SelectListItem(new string('\u3000', d.Depth) + d.Department.Name, d.Department.Key.Value, d.Department.Key.Value == filter.Department))];
    }

    /// <summary>With what is written and asked of each: its values, and the projects that say who may.</summary>
    internal async Task<IReadOnlyList<(Indicator Indicator, IReadOnlyList<Ground> Grounds)>> Whole(IReadOnlyCollection<PublicKey> keys)
    {
        var records = await db.Indicators.Where(i => keys.Contains(i.Key)).Include(i => i.Actuals).Include(i => i.Uses).AsSplitQuery().ToListAsync();
        var used = records.SelectMany(i => i.Uses).Select(u => u.ProjectId).OfType<ProjectId>().Distinct().ToList();
        var projects = await reach.GroundsByProject(db.Projects.Where(p => used.Contains(p.Id)));
        var found = new List<(Indicator, IReadOnlyList<Ground>)>();
        foreach (var record in records)
            found.Add((record, await reach.GroundsFor(projects, record)));
        return found;
    }

    /// <summary>Writes what was typed of each, then saves all or, where one was overtaken, none. What cannot be written is handed to <paramref name="at"/> with its part, and then nothing is saved.</summary>
    internal async Task<int> Save(FiscalYear year, IReadOnlyDictionary<PublicKey, (int Version, ValueEntry Entry)> entries, Action<Indicator, string, Action> at, Func<bool> isSound)
    {
        var records = await Whole([.. entries.Keys]);
        if (records.Count < entries.Count)
            throw new RefusalException(Refusals.ValuesGone);
        IReadOnlyList<Ground>? asDeputy = null;
        foreach (var (record, grounds) in records)
        {
            (grounds.Count == 0 ? Refusals.IndicatorOfOthers(record.Name) : null).ThrowIfAny();
            // why: one save has one mark; it is a deputy's as soon as one record is changed by others' posts alone.
            if (grounds.All(g => g.StandsInFor is not null))
                asDeputy = grounds;
            var (version, entry) = entries[record.Key];
            db.Expect(record, version);
            var judgement = record.Actuals.FirstOrDefault(a => a.FiscalYear == year)?.Judgement;
            var isMeasured = false;
            at(record, "value", () =>
            {
                entry.Measure(record, year);
                isMeasured = true;
            });
            if (isMeasured)
            {
                at(record, "note", () => entry.Remark(record, year, judgement));
                at(record, "period", () => entry.Cover(record, year));
            }
        }
        if (!isSound())
            return 0;
        if (asDeputy is not null)
            signedIn.ActBy(asDeputy);
        db.Change = db.Change with { Why = $"実績の一括入力({year.Era})" };
        await db.SaveChangesAsync();
        return records.Count;
    }

    /// <summary>A refusal of one of many says whose it is.</summary>
    internal static void Named(Indicator indicator, Action write)
    {
        try
        {
            write();
        }
        catch (RefusalException refused)
        {
            throw new RefusalException(refused.Refusal with { What = $"{indicator.Name}: {refused.Refusal.What}" });
        }
    }

    private async Task<IQueryable<Indicator>> Found(ValuesFilter filter)
    {
        var setting = await lists.Setting(ListQuery.Of(null));
        IQueryable<Indicator> rows = db.Indicators;
        if (await Own() is { } own)
            rows = OwnedBy(rows, own);
        if (filter.Department is { } key)
            rows = OwnedBy(rows, setting.Facts.Departments.FirstOrDefault(d => d.Key.Value == key) is { } chosen ? [.. setting.SelfAndBelow(chosen.Id)] : []);
        var words = SearchWords.Parse(filter.Words);
        return words.IsBlank ? rows : words.WhyNot is not null ? rows.Where(_ => false) : lists.Indicators(setting).Holding(db, rows, words);
    }

    /// <summary>The departments whose indicators the person may change; null where it is all.</summary>
    private async Task<IReadOnlySet<DepartmentId>?> Own() => signedIn.MayDo(Operation.EditProject).Scope == Scope.All ? null : await reach.Own(Operation.EditProject);

    // why: the same owner as PersonReach.OwnerOf: this year's, or of a project that begins later the first.
    private IQueryable<Indicator> OwnedBy(IQueryable<Indicator> rows, IReadOnlyCollection<DepartmentId> departments)
    {
        var year = reach.Year;
        var owned = db.Set<Ownership>().Where(o => departments.Contains(o.DepartmentId)
            && !db.Set<Ownership>().Any(x => x.ProjectId == o.ProjectId && ((o.From <= year && x.From > o.From && x.From <= year) || (o.From > year && x.From < o.From)))).Select(o => (ProjectId?)o.ProjectId);
        return rows.Where(i => i.Uses.Any(u => owned.Contains(u.ProjectId)));
    }

    private static async Task<IReadOnlyList<ValueRow>> RowsOf(IQueryable<Indicator> rows, FiscalYear year)
    {
        var last = year.Previous;
        return await rows.AsNoTracking().Select(i => new ValueRow(i.Id, i.Key, i.Version, i.Name, i.Unit, i.IsSample,
            i.Actuals.Where(a => a.FiscalYear == last).Select(a => new SavedValue(a.Value, a.Status, a.AsWritten, a.Note, a.MeasuredFrom, a.MeasuredTo)).FirstOrDefault(),
            i.Targets.Where(t => t.FiscalYear == year).OrderByDescending(t => t.Revision).Select(t => new SavedTarget(t.Value, t.AsWritten)).FirstOrDefault(),
            i.Actuals.Where(a => a.FiscalYear == year).Select(a => new SavedValue(a.Value, a.Status, a.AsWritten, a.Note, a.MeasuredFrom, a.MeasuredTo)).FirstOrDefault())).ToListAsync();
    }
}
