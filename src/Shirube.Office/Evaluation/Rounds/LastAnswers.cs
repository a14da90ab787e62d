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

    internal static async Task<LastAnswers> Read(OfficeDb db, EvaluationRound round)
    {
        var rounds = await db.EvaluationRounds.AsNoTracking().Where(r => r.Use == round.Use && r.Year < round.Year).Include(r => r.Stages).ToDictionaryAsync(r => r.Id);
        var ids = rounds.Keys.ToList();
        var sheets = await db.EvaluationSheets.AsNoTracking().Where(s => ids.Contains(s.RoundId)).Include(s => s.Answers).Include(s => s.Stages).AsSplitQuery().ToListAsync();
        var forms = sheets.Select(s => s.FormId).Distinct().ToList();
        var known = await FormMemory.Forms(db).Where(f => forms.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
        var all = new LastAnswers();
        foreach (var sheet in sheets.OrderBy(s => rounds[s.RoundId].Year))
            all.Enter(sheet, new(rounds[sheet.RoundId].Year, sheet, known[sheet.FormId], null));
        if (round.Use == FormUse.Yearly)
            foreach (var fact in await db.EvaluationFacts.AsNoTracking().Where(f => f.Year < round.Year).Include(f => f.Answers).OrderBy(f => f.Year).ToListAsync())
                if (!all.projects.TryGetValue(fact.ProjectId, out var there) || there.Year < fact.Year)
                    all.projects[fact.ProjectId] = new(fact.Year, null, null, fact);
        return all;
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

/// <summary>The answers of an earlier year about one target: of a sheet with its form, or brought in from a file.</summary>
public sealed record EarlierAnswers(FiscalYear Year, EvaluationSheet? Sheet, EvaluationForm? Form, EvaluationFact? Fact)
{
    /// <summary>What a new sheet repeats as suggestions: only what departments themselves answer, and only choices that the new form still offers.</summary>
    public IEnumerable<(PublicKey Question, int Stage, AnswerValue Value)> For(EvaluationForm form, EvaluationRound round) =>
        from stage in form.Stages.OrderBy(s => s.Order)
        let own = round.Stages.First(s => s.Name == stage.Name)
        where own.Actor == StageActor.Department
        from question in form.InOrder
        where question.IsAnswered && question.Stages.Contains(stage.Order)
        let value = Of(question, own)
        where value is not null && (value.Choice is null || form.ChoicesOf(question).Any(c => c.Label == value.Choice))
        select (question.Key, stage.Order, value);

    /// <summary>The answer that somebody gave to a question in a stage, by the question's key; of a file's evaluation by the words of the question.</summary>
    public AnswerValue? Of(FormQuestion question, RoundStage stage)
    {
        if (Fact is { } fact)
            return fact.Answers.FirstOrDefault(a => a.Question == question.Label && stage.Actor == (a.Stage == EvaluationStage.Self ? StageActor.Department : StageActor.DepartmentHead)) is { } answer ? ValueOf(question, answer) : null;
        return Form?.Stages.FirstOrDefault(s => s.Name == stage.Name) is { } there && Sheet?.Find(question.Key, there.Order) is { IsConfirmed: true } found ? found.Value : null;
    }

    // why: a file's text is the reason where the question has choices, and the answer where it has none.
    private static AnswerValue? ValueOf(FormQuestion question, EvaluationAnswer answer) => question.Kind switch
    {
        QuestionKind.Choice or QuestionKind.Rating => AnswerValue.Of(answer.Choice, answer.Text),
        QuestionKind.Text => AnswerValue.Of(null, answer.Text ?? answer.Choice),
        _ => null,
    } is { IsEmpty: false } value ? value : null;
}
