using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>What was answered about each target the last time before a round: in a sheet of an earlier round of the same kind, or in an evaluation that was brought in from a file.</summary>
internal sealed class LastAnswers
{
    private readonly Dictionary<ProjectId, EarlierAnswers> projects = [];
    private readonly Dictionary<ItemPlace, EarlierAnswers> items = [];

    /// <summary>Of all targets, or of some projects and items alone. However many years there are, only the last answers of each are read.</summary>
    internal static async Task<LastAnswers> Read(OfficeDb db, EvaluationRound round, IReadOnlyCollection<RoundTarget>? of = null)
    {
        var all = new LastAnswers();
        foreach (var (sheet, year, form) in await SheetsOf(db, round, of))
            all.Enter(sheet, new(year, sheet, form, null));
        if (round.Use == FormUse.Yearly)
            foreach (var fact in await FactsOf(db, round, of))
                all.projects[fact.ProjectId] = EarlierAnswers.Newest(all.projects.GetValueOrDefault(fact.ProjectId), fact);
        return all;
    }

    private static async Task<IEnumerable<(EvaluationSheet Sheet, FiscalYear Year, EvaluationForm Form)>> SheetsOf(OfficeDb db, EvaluationRound round, IReadOnlyCollection<RoundTarget>? of)
    {
        var earlier = await (from sheet in db.EvaluationSheets.AsNoTracking()
                             join own in db.EvaluationRounds on sheet.RoundId equals own.Id
                             where own.Use == round.Use && own.Year < round.Year
                             select new { sheet.Id, sheet.ProjectId, sheet.PlanId, sheet.ItemKey, own.Year }).ToListAsync();
        var asked = of?.Select(t => (t.Project, t.Item?.Plan, t.Item?.Item)).ToHashSet();
        var last = earlier.GroupBy(e => (e.ProjectId, e.PlanId, e.ItemKey)).Where(g => asked?.Contains(g.Key) != false).Select(g => g.MaxBy(e => e.Year)!).ToDictionary(e => e.Id, e => e.Year);
        var ids = last.Keys.ToList();
        var sheets = ids.Count == 0 ? [] : await db.EvaluationSheets.AsNoTracking().Where(s => ids.Contains(s.Id)).Include(s => s.Answers).Include(s => s.Stages).AsSplitQuery().ToListAsync();
        var used = sheets.Select(s => s.FormId).Distinct().ToList();
        var forms = used.Count == 0 ? [] : await FormMemory.Forms(db).Where(f => used.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
        return sheets.Select(s => (s, last[s.Id], forms[s.FormId]));
    }

    private static async Task<IReadOnlyList<EvaluationFact>> FactsOf(OfficeDb db, EvaluationRound round, IReadOnlyCollection<RoundTarget>? of)
    {
        var asked = of?.Select(t => t.Project).OfType<ProjectId>().ToList();
        return await db.EvaluationFacts.AsNoTracking().Where(f => f.Year < round.Year && (asked == null || asked.Contains(f.ProjectId)) && !db.EvaluationFacts.Any(o => o.ProjectId == f.ProjectId && o.Year < round.Year && o.Year > f.Year)).Include(f => f.Answers).ToListAsync();
    }

    public EarlierAnswers? Of(RoundTarget target) => target.Project is { } project ? projects.GetValueOrDefault(project) : items.GetValueOrDefault(target.Item!.Value);

    public DepartmentId? DepartmentOf(RoundTarget target) => Of(target)?.Sheet?.DepartmentId;

    private void Enter(EvaluationSheet sheet, EarlierAnswers earlier)
    {
        if (sheet.ProjectId is { } project)
            projects[project] = earlier;
        else
            items[new(sheet.PlanId!.Value, sheet.ItemKey!.Value)] = earlier;
    }
}

/// <summary>The answers of an earlier year about one target: of a sheet with its form, or brought in from a file, or both where both are of that year.</summary>
public sealed record EarlierAnswers(FiscalYear Year, EvaluationSheet? Sheet, EvaluationForm? Form, EvaluationFact? Fact)
{
    /// <summary>What a sheet of an earlier year and what a file brought in: the newer of the two, or both where they are of one year.</summary>
    public static EarlierAnswers Newest(EarlierAnswers? sheet, EvaluationFact fact) =>
        sheet is null || sheet.Year < fact.Year ? new(fact.Year, null, null, fact) : sheet.Year == fact.Year ? sheet with { Fact = fact } : sheet;

    /// <summary>What a new sheet repeats as suggestions: only what departments themselves answer, and only choices that the new form still offers. How far a promise was carried out is asked anew each year.</summary>
    public IEnumerable<(PublicKey Question, int Stage, AnswerValue Value)> For(EvaluationForm form, EvaluationRound round) =>
        from stage in form.Stages.OrderBy(s => s.Order)
        let own = round.Stages.First(s => s.Name == stage.Name)
        where own.Actor == StageActor.Department
        from question in form.InOrder
        where question.IsAnswered && question.Stages.Contains(stage.Order) && question.Role != QuestionRole.FollowUp
        let value = Of(question, own)
        where value is not null && (value.Choice is null || form.ChoicesOf(question).Any(c => c.Label == value.Choice))
        select (question.Key, stage.Order, value);

    /// <summary>The answer that somebody gave to a question in a stage, by the question's key; of a file's evaluation by the words of the question.</summary>
    public AnswerValue? Of(FormQuestion question, RoundStage stage)
    {
        if (Sheet is null)
            return OfFile(question, stage);
        return Form?.Stages.FirstOrDefault(s => s.Name == stage.Name) is { } there && Sheet?.Find(question.Key, there.Order) is { IsConfirmed: true } found ? found.Value : null;
    }

    /// <summary>What a file says to a question of the same words.</summary>
    public AnswerValue? OfFile(FormQuestion question, RoundStage stage) =>
        Fact?.Answers.FirstOrDefault(a => a.Question == question.Label && stage.Actor == (a.Stage == EvaluationStage.Self ? StageActor.Department : StageActor.DepartmentHead)) is { } answer ? ValueOf(question, answer) : null;

    /// <summary>The actions promised last time, whatever form asked for them: what the last submitted stage wrote; of a file, what it says to a question of the same words in the form of now.</summary>
    public IEnumerable<string> Promised(EvaluationForm now)
    {
        var inSheet = Sheet is null ? [] : Form!.InOrder.Where(q => q.Role == QuestionRole.Improvement)
            .Select(q => Sheet.Answers.Where(a => a.QuestionKey == q.Key && a.IsConfirmed && Sheet.StageAt(a.Stage).Submission is not null).MaxBy(a => a.Stage)?.Value.Words);
        var inFile = Fact is null ? [] : now.InOrder.Where(q => q.Role == QuestionRole.Improvement)
            .Select(q => Fact.Answers.Where(a => a.Question == q.Label).MaxBy(a => a.Stage) is { } said ? new AnswerValue(said.Choice, said.Text, null).Words : null);
        return inSheet.Concat(inFile).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    // why: a file's text is the reason where the question has choices, and the answer where it has none.
    private static AnswerValue? ValueOf(FormQuestion question, EvaluationAnswer answer) => question.Kind switch
    {
        QuestionKind.Choice or QuestionKind.Rating => AnswerValue.Of(answer.Choice, answer.Text),
        QuestionKind.Text => AnswerValue.Of(null, answer.Text ?? answer.Choice),
        _ => null,
    } is { IsEmpty: false } value ? value : null;
}
