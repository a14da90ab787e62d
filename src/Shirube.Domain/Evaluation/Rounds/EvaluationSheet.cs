using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Domain.Evaluation;

/// <summary>評価シート: the answers about one project or plan item in one round, stage by stage.</summary>
public sealed partial class EvaluationSheet : Aggregate
{
    private readonly List<SheetStage> stages = [];
    private readonly List<SheetAnswer> answers = [];

    private EvaluationSheet(EvaluationSheetId id, PublicKey key, EvaluationRoundId roundId, EvaluationFormId formId, string name)
    {
        Id = id;
        Key = key;
        RoundId = roundId;
        FormId = formId;
        Name = name;
    }

    public EvaluationSheetId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public EvaluationRoundId RoundId { get; private set; }
    public EvaluationFormId FormId { get; private set; }
    /// <summary>The project it is about; null where it is about a plan item.</summary>
    public ProjectId? ProjectId { get; private set; }
    public PlanId? PlanId { get; private set; }
    /// <summary>The plan item it is about, in whatever edition.</summary>
    public PublicKey? ItemKey { get; private set; }
    /// <summary>What it is about, as it was called when the sheet was made, or when the round was closed.</summary>
    public string Name { get; private set; }
    /// <summary>Its place among the sheets of the round: number and name of what it is about, as lists are ordered.</summary>
    public string SortKey { get; private set; } = "";
    /// <summary>Who answers for it where that is not the owner of its project. Null for an item's sheet that only the planning office answers.</summary>
    public DepartmentId? DepartmentId { get; private set; }
    /// <summary>The sheet about the same thing in the round before.</summary>
    public EvaluationSheetId? BasisId { get; private set; }
    /// <summary>The department that answered for it when the round was closed.</summary>
    public DepartmentId? FrozenOwnerId { get; private set; }
    /// <summary>The figures beside the answers as they stood when the round was closed; null as long as it is open.</summary>
    public string? FrozenJson { get; private set; }
    public IReadOnlyList<SheetStage> Stages => stages;
    public IReadOnlyList<SheetAnswer> Answers => answers;

    public static EvaluationSheet About(ProjectId project, string name, string sortKey, EvaluationRound round, EvaluationForm form)
    {
        var sheet = Begin(name, sortKey, null, round, form);
        sheet.ProjectId = project;
        return sheet;
    }

    public static EvaluationSheet About(PlanId plan, PublicKey item, string name, string sortKey, DepartmentId? department, EvaluationRound round, EvaluationForm form)
    {
        var sheet = Begin(name, sortKey, department, round, form);
        (sheet.PlanId, sheet.ItemKey) = (plan, item);
        return sheet;
    }

    private static EvaluationSheet Begin(string name, string sortKey, DepartmentId? department, EvaluationRound round, EvaluationForm form)
    {
        round.WhyNotChange().ThrowIfAny();
        var sheet = new EvaluationSheet(EvaluationSheetId.New(), PublicKey.New(), round.Id, form.Id, name) { DepartmentId = department, SortKey = sortKey };
        foreach (var stage in form.Stages.OrderBy(s => s.Order))
        {
            var own = round.Stages.FirstOrDefault(s => s.Name == stage.Name) ?? throw new RefusalException(Refusals.StageNotInRound(stage.Name, form.Name));
            sheet.stages.Add(new(sheet.Id, stage.Order, own.Order, own.Scope == StageScope.All || (own.Scope == StageScope.Drawn && sheet.IsDrawn(own))));
        }
        return sheet;
    }

    // why: the key is random, so that its hash draws a fair share, and anybody can draw it again.
    private bool IsDrawn(RoundStage stage) => Fraction($"{Key.Value} {stage.Order}") * 100 < stage.DrawnPercent;

    private static double Fraction(string text) => BitConverter.ToUInt32(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)), 0) / (uint.MaxValue + 1.0);

    /// <summary>Last year's answers as suggestions, marked until somebody confirms them.</summary>
    public void Carry(IEnumerable<(PublicKey Question, int Stage, AnswerValue Value)> earlier, FiscalYear from, EvaluationSheetId? basis, DateTime atUtc)
    {
        BasisId = basis;
        foreach (var (question, stage, value) in earlier.Where(e => !e.Value.IsEmpty && Find(e.Question, e.Stage) is null))
            AddAnswer(question, stage).Set(value, from, null, atUtc);
    }

    public void HandTo(DepartmentId? department) => DepartmentId = department;

    /// <summary>Takes a sheet into a stage that looks only at chosen ones, or out of it.</summary>
    public void Choose(EvaluationRound round, int stage, bool chosen)
    {
        var there = StageAt(stage);
        (round.WhyNotChange() ?? (there.IsChosen && !chosen && there.Submission is not null ? Refusals.StageSubmitted(round.StageAt(there.RoundStage).Name) : null)).ThrowIfAny();
        there.IsChosen = chosen;
    }

    /// <summary>Keeps the figures and the name as they stand when the round is closed.</summary>
    public void Freeze(string name, DepartmentId? owner, string figuresJson) => (Name, FrozenOwnerId, FrozenJson) = (name, owner, figuresJson);

    /// <summary>The round was opened again: figures are read from the records anew.</summary>
    public void Thaw() => (FrozenOwnerId, FrozenJson) = (null, null);

    public SheetAnswer? Find(PublicKey question, int stage) => answers.Find(a => a.QuestionKey == question && a.Stage == stage);

    public SheetStage StageAt(int stage) => stages.Find(s => s.Stage == stage) ?? throw new RefusalException(Refusals.StageGone);

    private SheetAnswer AddAnswer(PublicKey question, int stage)
    {
        var answer = new SheetAnswer(Id, question, stage);
        answers.Add(answer);
        return answer;
    }
}
