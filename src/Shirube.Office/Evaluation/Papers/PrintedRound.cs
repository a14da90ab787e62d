using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>What the printed documents of a round are made of: read in the same few questions whatever the number of its sheets.</summary>
/// <param name="Sheets">By department, and in the order of the round within each.</param>
/// <param name="Places">The items of the plans that the reader may know of.</param>
public sealed record PrintedRound(PaperOrder Order, EvaluationRound Round, IReadOnlyList<PrintedSheet> Sheets, PlanPlaces Places, DateOnly Day)
{
    public PaperFor For => Order.For;

    public IEnumerable<IGrouping<DepartmentId?, PrintedSheet>> ByDepartment => Sheets.GroupBy(s => s.Department);

    /// <summary>Whether it holds what is not for outside: answers to internal questions, or of stages that were not submitted.</summary>
    public bool IsInternal => For == PaperFor.Office && Sheets.Any(s => s.IsInternal);

    /// <summary>The round of a key; the newest that has answers where none is named.</summary>
    public static async Task<EvaluationRound?> Find(OfficeDb db, PublicKey? key)
    {
        var rounds = db.EvaluationRounds.AsNoTracking().Include(r => r.Stages);
        return key is { } named ? await rounds.SingleOrDefaultAsync(r => r.Key == named)
            : await rounds.Where(r => db.EvaluationSheets.Any(s => s.RoundId == r.Id && s.Answers.Any(a => a.CarriedFrom == null))).OrderByDescending(r => r.Year).ThenByDescending(r => r.Opened.AtUtc).AsSplitQuery().FirstOrDefaultAsync();
    }

    public static async Task<PrintedRound> Read(OfficeDb db, PaperOrder order, DateOnly day)
    {
        var round = await Find(db, order.Round) ?? throw new RefusalException(order.Round is { } key ? Refusals.RoundUnknown(key.Value) : Refusals.RoundWithoutAnswers(order.Municipality));
        var year = FiscalYear.Of(day);
        var places = await PlacesFor(db, order.For);
        var known = places.ByPlan.SelectMany(p => p).Select(LinkedTrees.Of).ToHashSet();
        var rows = await RowsOf(db, round, order, year);
        var sheets = await SheetsOf(db, [.. rows.Select(r => r.Id)]);
        var open = sheets.Values.Where(s => s.FrozenJson is null).ToList();
        var figures = open.Count == 0 ? null : await FigureReading.Read(db, round, open);
        var forms = await FormsOf(db, sheets.Values);
        var projects = await ProjectsOf(db, round, sheets.Values);
        var names = new PlaceNames(places);
        var departments = await db.Departments.AsNoTracking().ToListAsync();
        var sorted = DepartmentChoices.InOrder(departments).Select((d, i) => (d.Department, i)).ToDictionary(d => d.Department.Id, d => (d.Department.Name, Order: d.i));
        var printed = rows.Where(r => order.For == PaperFor.Office || ItemOf(sheets[r.Id]) is not { } item || known.Contains(item)).Select(r => (Row: r, Sheet: sheets[r.Id])).Select(s => new PrintedSheet(round, s.Sheet, forms[s.Sheet.FormId], order.For, s.Row.Name)
        {
            Figures = s.Sheet.FrozenJson is { } frozen ? KeptFigures.Of(frozen) : figures!.Of(s.Sheet),
            Department = s.Row.Owner,
            DepartmentName = s.Row.Owner is { } owner ? sorted.TryGetValue(owner, out var there) ? there.Name : "(いまはない部課)" : "部課のないもの",
            Project = s.Sheet.ProjectId is { } project ? projects.GetValueOrDefault(project) : null,
            Item = ItemOf(s.Sheet),
            Places = names.Of(s.Sheet.ProjectId is { } id ? projects.GetValueOrDefault(id) : null, ItemOf(s.Sheet)),
        });
        return new(order, round, [.. printed.OrderBy(s => s.Department is { } d && sorted.TryGetValue(d, out var at) ? at.Order : int.MaxValue)], places, day);
    }

    private static ItemPlace? ItemOf(EvaluationSheet sheet) => sheet.ItemKey is { } item ? new ItemPlace(sheet.PlanId!.Value, item) : null;

    private static async Task<IReadOnlyList<SheetRow>> RowsOf(OfficeDb db, EvaluationRound round, PaperOrder order, FiscalYear year)
    {
        var sheets = db.EvaluationSheets.Where(s => s.RoundId == round.Id);
        return await SheetRows.Read(db, order.Sheet is { } only ? sheets.Where(s => s.Key == only) : sheets, year, order.Departments);
    }

    private static async Task<IReadOnlyDictionary<EvaluationSheetId, EvaluationSheet>> SheetsOf(OfficeDb db, List<EvaluationSheetId> ids) =>
        await db.EvaluationSheets.AsNoTracking().Where(s => ids.Contains(s.Id)).Include(s => s.Answers).Include(s => s.Stages).AsSplitQuery().ToDictionaryAsync(s => s.Id);

    private static async Task<IReadOnlyDictionary<EvaluationFormId, EvaluationForm>> FormsOf(OfficeDb db, IEnumerable<EvaluationSheet> sheets)
    {
        var used = sheets.Select(s => s.FormId).Distinct().ToList();
        return await FormMemory.Forms(db).Where(f => used.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
    }

    private static async Task<IReadOnlyDictionary<ProjectId, Project>> ProjectsOf(OfficeDb db, EvaluationRound round, IEnumerable<EvaluationSheet> sheets)
    {
        var (asked, judged, coming) = (sheets.Select(s => s.ProjectId).OfType<ProjectId>().ToList(), round.Judged, round.Judged.Next);
        return await db.Projects.AsNoTracking().Where(p => asked.Contains(p.Id)).Include(p => p.BudgetLines).Include(p => p.Placements).Include(p => p.Money.Where(m => m.FiscalYear == judged || m.FiscalYear == coming)).AsSplitQuery().ToDictionaryAsync(p => p.Id);
    }

    // why: a place in a draft would tell citizens of the draft.
    private static async Task<PlanPlaces> PlacesFor(OfficeDb db, PaperFor readers)
    {
        var all = await PlanPlaces.Read(db);
        if (readers == PaperFor.Office)
            return all;
        var open = (await db.Editions.AsNoTracking().ToListAsync()).Where(e => e.IsPublic).Select(e => e.Id).ToHashSet();
        return new(all.ByPlan.SelectMany(p => p).Where(p => open.Contains(p.EditionId)));
    }
}
