using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>Reads the figures of many sheets of one round at once: money, staff and indicators of three years up to the judged one.</summary>
internal sealed class FigureReading
{
    private const int Years = 3;

    private readonly EvaluationRound round;
    private readonly IReadOnlyList<FiscalYear> years;
    private readonly AssessmentRules rules;
    private readonly ILookup<ProjectId, Money> money;
    private readonly ILookup<ProjectId, Staffing> staff;
    private readonly IReadOnlyList<Indicator> indicators;
    private readonly ILookup<ItemPlace, ProjectId> members;
    private readonly IReadOnlyDictionary<ProjectId, Member> projects;

    private FigureReading(EvaluationRound round, AssessmentRules rules, IReadOnlyCollection<Costs> costs, IReadOnlyList<Indicator> indicators, ILookup<ItemPlace, ProjectId> members, IReadOnlyDictionary<ProjectId, Member> projects)
    {
        (this.round, this.rules, this.indicators, this.members, this.projects) = (round, rules, indicators, members, projects);
        (money, staff) = (costs.SelectMany(c => c.Money).ToLookup(m => m.ProjectId), costs.SelectMany(c => c.Staffing).ToLookup(s => s.ProjectId));
        years = YearsOf(round);
    }

    private sealed record Costs(ProjectId Id, PublicKey Key, string? Number, string Name, IReadOnlyList<Money> Money, IReadOnlyList<Staffing> Staffing);

    private sealed record Member(string Key, string Name, string? Sheet, string? Direction, string? Result);

    public static IReadOnlyList<FiscalYear> YearsOf(EvaluationRound round) => [.. Enumerable.Range(round.Judged.Value - Years + 1, Years).Select(y => new FiscalYear(y))];

    public static async Task<FigureReading> Read(OfficeDb db, EvaluationRound round, IReadOnlyCollection<EvaluationSheet> sheets)
    {
        var (own, items) = (sheets.Select(s => s.ProjectId).OfType<ProjectId>().ToList(), sheets.Where(s => s.ItemKey is not null).Select(s => new ItemPlace(s.PlanId!.Value, s.ItemKey!.Value)).ToList());
        var under = await Members(db, items);
        var asked = own.Concat(under.SelectMany(g => g)).Distinct().ToList();
        var (first, last) = (YearsOf(round)[0], round.Judged);
        var costs = await ProjectsOf(db, asked, first, last, isSingle: sheets.Count == 1);
        var (plans, keys) = (items.Select(i => i.Plan).Distinct().ToList(), items.Select(i => i.Item).ToList());
        var used = db.Indicators.AsNoTracking().Where(i => i.Uses.Any(u => (u.ProjectId != null && own.Contains(u.ProjectId.Value)) || (u.PlanId != null && plans.Contains(u.PlanId.Value) && keys.Contains(u.ItemKey!.Value))))
            .Include(i => i.Uses).Include(i => i.Actuals).Include(i => i.Targets).Include(i => i.Shares).Include(i => i.Breaks);
        var found = await (sheets.Count == 1 ? used.AsSingleQuery() : used.AsSplitQuery()).ToListAsync();
        var kept = found.Count == 0 ? null : await db.AssessmentRules.AsNoTracking().Include(r => r.Bands).SingleOrDefaultAsync();
        return new(round, kept ?? AssessmentRules.First(), costs, found, under, items.Count == 0 ? new Dictionary<ProjectId, Member>() : await Said(db, round, costs));
    }

    public SheetFigures Of(EvaluationSheet sheet)
    {
        if (sheet.ProjectId is { } project)
            return new(Table([project]), Indicators(u => u.ProjectId == project), []);
        var place = new ItemPlace(sheet.PlanId!.Value, sheet.ItemKey!.Value);
        var under = members[place].ToList();
        return new(Table(under), Indicators(u => u.PlanId == place.Plan && u.ItemKey == place.Item), [.. under.Where(projects.ContainsKey).Select(MemberOf).OrderBy(m => m.Name, StringComparer.Ordinal)]);
    }

    private static async Task<ILookup<ItemPlace, ProjectId>> Members(OfficeDb db, IReadOnlyCollection<ItemPlace> items)
    {
        if (items.Count == 0)
            return Array.Empty<(ItemPlace, ProjectId)>().ToLookup(m => m.Item1, m => m.Item2);
        var plans = items.Select(i => i.Plan).Distinct().ToList();
        var rows = await (from item in db.PlanItems.AsNoTracking()
                          join plan in db.Plans on item.EditionId equals plan.ShownId
                          where plans.Contains(plan.Id)
                          select new { Plan = plan.Id, item.Id, item.ParentId, item.Key, Projects = db.Set<Placement>().Where(l => l.PlanId == plan.Id && l.ItemKey == item.Key).Select(l => l.ProjectId).ToList() }).AsSingleQuery().ToListAsync();
        var byId = rows.ToDictionary(r => r.Id);
        var serving = new Serving<ItemPlace, ProjectId>(
            rows.Where(r => r.ParentId is { } up && byId.ContainsKey(up)).Select(r => (new ItemPlace(r.Plan, byId[r.ParentId!.Value].Key), new ItemPlace(r.Plan, r.Key))),
            rows.SelectMany(r => r.Projects.Select(p => (new ItemPlace(r.Plan, r.Key), p))), []);
        return items.SelectMany(i => serving.Placed(i).Select(p => (Item: i, Project: p))).ToLookup(m => m.Item, m => m.Project);
    }

    private static async Task<IReadOnlyList<Costs>> ProjectsOf(OfficeDb db, List<ProjectId> asked, FiscalYear first, FiscalYear last, bool isSingle)
    {
        var all = db.Projects.AsNoTracking().Where(p => asked.Contains(p.Id)).Select(p => new Costs(p.Id, p.Key, p.Number, p.Name,
            p.Money.Where(m => m.FiscalYear >= first && m.FiscalYear <= last).ToList(), p.Staffing.Where(s => s.FiscalYear >= first && s.FiscalYear <= last).ToList()));
        return await (isSingle ? all.AsSingleQuery() : all.AsSplitQuery()).ToListAsync();
    }

    // why: what the last stage says stands; where it says nothing, the stage before.
    private static async Task<IReadOnlyDictionary<ProjectId, Member>> Said(OfficeDb db, EvaluationRound round, IReadOnlyList<Costs> members)
    {
        var asked = members.Select(m => m.Id).ToList();
        var said = await (from sheet in db.EvaluationSheets.AsNoTracking()
                          join own in db.EvaluationRounds on sheet.RoundId equals own.Id
                          where own.Year == round.Year && own.Use == round.Use && sheet.ProjectId != null && asked.Contains(sheet.ProjectId.Value)
                          from answer in sheet.Answers
                          where answer.CarriedFrom == null && answer.Choice != null && sheet.Stages.Any(s => s.Stage == answer.Stage && s.Submission != null)
                          join question in db.Set<FormQuestion>() on new { sheet.FormId, Key = answer.QuestionKey } equals new { question.FormId, question.Key }
                          where question.Role == QuestionRole.Direction || question.Role == QuestionRole.Result
                          select new { Project = sheet.ProjectId!.Value, Sheet = sheet.Key, question.Role, answer.Stage, answer.Choice }).ToListAsync();
        var bySheet = said.ToLookup(s => s.Project);
        return members.ToDictionary(p => p.Id, p => new Member(p.Key.Value, p.Number is null ? p.Name : $"{p.Number} {p.Name}", bySheet[p.Id].FirstOrDefault()?.Sheet.Value, Last(p.Id, QuestionRole.Direction), Last(p.Id, QuestionRole.Result)));

        string? Last(ProjectId project, QuestionRole role) => bySheet[project].Where(s => s.Role == role).OrderBy(s => s.Stage).LastOrDefault()?.Choice;
    }

    private FigureTable Table(IReadOnlyList<ProjectId> of)
    {
        var columns = years.Select(y => (Year: y, Stage: StageIn(y, of))).Where(c => c.Stage is not null).Select(c => new FigureColumn(c.Year.Value, c.Stage!.Value)).ToList();
        var lines = Enum.GetValues<MoneyKind>().Select(kind => new FigureLine(Names.Of(kind), kind, [.. columns.Select(c => Amount(of, c, kind))])).Where(HasAny).ToList();
        lines.AddRange(new[] { ("人数", (Func<Staffing, decimal?>)(s => s.Heads)), ("時間", s => s.Hours), ("人工", s => s.Fte) }.Select(l => new FigureLine(l.Item1, null, [.. columns.Select(c => Staff(of, c, l.Item2))])).Where(HasAny));
        return new(columns, lines);

        static bool HasAny(FigureLine line) => line.Cells.Any(c => c.Value is not null || c.Words is not null);
    }

    // why: projects of one item may be at different stages of a year; the one most of them reached is shown, and the others count as not known.
    private MoneyStage? StageIn(FiscalYear year, IReadOnlyList<ProjectId> of) =>
        of.Select(p => money[p].Where(m => m.FiscalYear == year).Select(m => (MoneyStage?)m.Stage).Max()).OfType<MoneyStage>().GroupBy(s => s).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).Select(g => (MoneyStage?)g.Key).FirstOrDefault();

    private FigureCell Amount(IReadOnlyList<ProjectId> of, FigureColumn column, MoneyKind kind)
    {
        var cells = of.Select(p => money[p].FirstOrDefault(m => m.FiscalYear.Value == column.Year && m.Stage == column.Stage && m.Kind == kind)).ToList();
        if (of.Count == 1)
            return cells[0] is not { } only ? FigureCell.Blank : new(only.Amount?.Value, only.Absence is { } absence ? Names.Of(absence) : null);
        var known = cells.Select(c => c?.Amount?.Value).OfType<long>().ToList();
        return known.Count == 0 ? FigureCell.Blank : new(known.Sum(), null, cells.Count(c => c is null || c.Absence == Absence.Undecided));
    }

    private FigureCell Staff(IReadOnlyList<ProjectId> of, FigureColumn column, Func<Staffing, decimal?> read)
    {
        var cells = of.Select(p => staff[p].FirstOrDefault(s => s.FiscalYear.Value == column.Year && s.Stage == column.Stage) is { } there ? read(there) : null).ToList();
        var known = cells.OfType<decimal>().ToList();
        return known.Count == 0 ? FigureCell.Blank : new(known.Sum(), null, of.Count == 1 ? 0 : cells.Count - known.Count);
    }

    private IReadOnlyList<FigureIndicator> Indicators(Func<IndicatorUse, bool> of) =>
        [.. indicators.Where(i => i.Uses.Any(of)).OrderBy(i => i.Uses.First(of).Order).Select(i => new FigureIndicator(i.Key.Value, i.Name, i.Unit, i.Kind, [.. years.Select(y => new FigureYear(y.Value, TargetOf(i, y), ActualOf(i, y)))]) { Assessed = Assessed(i) })];

    private static FigureCell TargetOf(Indicator indicator, FiscalYear year) => indicator.TargetFor(year) is { } target ? new(target.Value, target.AsWritten) : FigureCell.Blank;

    private static FigureCell ActualOf(Indicator indicator, FiscalYear year) =>
        indicator.Actuals.FirstOrDefault(a => a.FiscalYear == year) is not { } actual ? FigureCell.Blank
        : new(actual.Value, actual.Value is null ? actual.AsWritten ?? Names.Of(actual.Status) : actual.Status is ActualStatus.Preliminary or ActualStatus.Estimated ? Names.Of(actual.Status) : null);

    private string? Assessed(Indicator indicator) =>
        indicator.Actuals.Any(a => a.FiscalYear == round.Judged) && indicator.Series.IsAssessed(round.Judged) && indicator.Series.AssessIn(round.Judged, rules.Rule) is { } year ? $"{(year.Result.Grade is { } grade ? $"判定 {grade.Label}({grade.Meaning})。" : "")}{AssessmentWords.Rule(year, indicator.Unit, rules.SaysBeyond)}" : null;

    private FigureMember MemberOf(ProjectId project)
    {
        var there = projects[project];
        var table = Table([project]);
        return new(there.Key, there.Name, new(table.CostIn(round.Judged), null)) { CostStage = table.ColumnOf(round.Judged)?.Stage, Sheet = there.Sheet, Direction = there.Direction, Result = there.Result };
    }
}
