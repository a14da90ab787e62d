using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Publishing;

namespace Shirube.Office.Evaluation;

/// <summary>A sheet as it is printed for somebody: what the reader may see of its questions, answers and figures.</summary>
/// <param name="Name">What it is about, as it is called now or was when the round was closed.</param>
public sealed record PrintedSheet(EvaluationRound Round, EvaluationSheet Sheet, EvaluationForm Form, PaperFor For, string Name)
{
    private readonly SheetFigures figures = SheetFigures.None;

    public required SheetFigures Figures { get => figures; init => figures = For == PaperFor.Public ? Outside(value) : value; }
    public DepartmentId? Department { get; init; }
    public required string DepartmentName { get; init; }
    public Project? Project { get; init; }
    public ItemPlace? Item { get; init; }
    /// <summary>Its places in the plans, each as a path from the top.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public string Title => Project?.Number is { } number ? $"{number} {Name}" : Name;

    public IEnumerable<SheetStage> Stages => Sheet.Stages.OrderBy(s => s.Stage);

    public bool IsReported => Sheet.Stages.Any(s => s is { IsChosen: true, Submission: not null });

    public IEnumerable<FormQuestion> Questions => Form.InOrder.Where(q => For == PaperFor.Office || q.IsPublic);

    public bool IsInternal => Questions.Any(q => !q.IsPublic) || Sheet.Stages.Any(s => s.Submission is null && Sheet.Answers.Any(a => a.Stage == s.Stage && a.IsConfirmed));

    public string StageName(SheetStage stage) => Form.Stages.First(s => s.Order == stage.Stage).Name;

    /// <summary>What a stage said; null where it said nothing, or nothing that the reader may know yet.</summary>
    public SheetAnswer? Answer(FormQuestion question, SheetStage stage) =>
        stage.IsChosen && (For == PaperFor.Office || stage.Submission is not null) && Sheet.Find(question.Key, stage.Stage) is { IsConfirmed: true } answer ? answer : null;

    /// <summary>What the stages that were submitted chose, by what summaries take the questions for.</summary>
    public SheetVerdicts Said => new([.. Stages.Where(s => s.IsChosen).Select(s => new StageVerdicts(s.RoundStage, s.Submission is not null, ChoicesOf(s)))]);

    /// <summary>Answers to the questions of a role, stage by stage, of stages that were submitted.</summary>
    public IEnumerable<(FormQuestion Question, SheetStage Stage, AnswerValue Value)> Answers(QuestionRole role) =>
        from stage in Stages
        where stage.Submission is not null
        from question in Questions
        where question.Role == role
        let answer = Answer(question, stage)
        where answer is not null
        select (question, stage, answer.Value);

    /// <summary>What it cost in a year, and at which stage of the budget's life that is; the year after the judged one as the records say now.</summary>
    public (long? Amount, MoneyStage? Stage) CostIn(FiscalYear year)
    {
        if (year != Round.Judged.Next || Project is null)
            return (Figures.Money.CostIn(year), Figures.Money.ColumnOf(year)?.Stage);
        var known = Project.Money.Where(m => m.FiscalYear == year && m.Amount is not null && (For == PaperFor.Office || PublicFigures.IsPublic(m.Stage))).GroupBy(m => m.Stage).MaxBy(g => g.Key);
        return (known is null ? null : CostCheck.CostOf(known.Select(m => (m.Kind, m.Amount!.Value.Value))), known?.Key);
    }

    private Dictionary<QuestionRole, string> ChoicesOf(SheetStage stage) =>
        Questions.Where(q => q.Role is not null).Select(q => (Role: q.Role!.Value, Answer(q, stage)?.Choice)).Where(a => a.Choice is not null).DistinctBy(a => a.Role).ToDictionary(a => a.Role, a => a.Choice!);

    // why: as in a release. What the form does not show citizens stays inside (what a project itself cost is public anyway), and what the sheets of member projects chose may be an answer to an internal question there.
    private SheetFigures Outside(SheetFigures all)
    {
        var open = all.Money.Columns.Select((c, i) => (Column: c, At: i)).Where(c => PublicFigures.IsPublic(c.Column.Stage) && (Sheet.ItemKey is null || Shows(QuestionKind.Money))).ToList();
        return all with
        {
            Money = new([.. open.Select(c => c.Column)], [.. all.Money.Lines.Select(l => l with { Cells = [.. open.Select(c => l.Cells[c.At])] })]),
            Indicators = Shows(QuestionKind.Indicators) ? all.Indicators : [],
            Members = !Shows(QuestionKind.Projects) ? [] : [.. all.Members.Select(m => m with { Direction = null, Result = null, Cost = m.CostStage is { } stage && PublicFigures.IsPublic(stage) ? m.Cost : FigureCell.Blank })],
        };

        bool Shows(QuestionKind kind) => Form.Questions.Any(q => q.IsPublic && q.Kind == kind);
    }
}
