using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>Who answers a stage.</summary>
public enum StageActor
{
    /// <summary>所管課: whoever of the department may enter.</summary>
    Department,
    /// <summary>所管課の課長・部長</summary>
    DepartmentHead,
    /// <summary>政策企画担当</summary>
    PlanningOffice,
    /// <summary>外部の委員: they have no account, the planning office writes down what they said.</summary>
    Outside,
}

/// <summary>Which sheets a stage looks at.</summary>
public enum StageScope
{
    /// <summary>すべて</summary>
    All,
    /// <summary>抽出: a share of the sheets, drawn when the round opens; more can be chosen.</summary>
    Drawn,
    /// <summary>選んだものだけ</summary>
    Chosen,
}

/// <summary>Which projects a round is about.</summary>
public enum ProjectScope
{
    /// <summary>事務事業は対象にしない</summary>
    None,
    /// <summary>その年度に行うもの: those that run in the judged year, and those whose period is not known.</summary>
    Running,
    /// <summary>すべて</summary>
    All,
}

/// <summary>The conditions under which projects get a sheet; kept, so that projects that come later are taken in under the same.</summary>
/// <param name="Class">Only projects of this class; null for all.</param>
/// <param name="Department">Only projects of this department and those below; null for all.</param>
public sealed record RoundProjects(ProjectScope Scope, string? Class = null, DepartmentId? Department = null);

/// <summary>What a municipality decides about a stage of a round. Both days are included; <paramref name="OpensOn"/> null is at once.</summary>
/// <param name="TakesLate">Whether what comes after the last day is taken, and marked 期限後; otherwise it is refused.</param>
/// <param name="DrawnPercent">Of <see cref="StageScope.Drawn"/>, from 1 to 100.</param>
public sealed record StageSpec(string Name, StageActor Actor, bool NeedsApproval, DateOnly? OpensOn, DateOnly Due, bool TakesLate = true, StageScope Scope = StageScope.All, int? DrawnPercent = null)
{
    public Refusal? WhyNot =>
        string.IsNullOrWhiteSpace(Name) ? Refusals.NameMissing("段階")
        : OpensOn > Due ? Refusals.EndBeforeBegin($"段階「{Name}」の期間")
        : Scope == StageScope.Drawn && DrawnPercent is not (>= 1 and <= 100) ? Refusals.DrawnShareOutside(Name) : null;
}

/// <summary>評価の回の段階: one stage with its days. It opens and is locked apart from the others.</summary>
public sealed class RoundStage : IPartOf<EvaluationRound>
{
    internal RoundStage(EvaluationRoundId roundId, int order, string name)
    {
        RoundId = roundId;
        Order = order;
        Name = name;
    }

    public EvaluationRoundId RoundId { get; private set; }
    /// <summary>From 1.</summary>
    public int Order { get; private set; }
    /// <summary>As the forms call it.</summary>
    public string Name { get; private set; }
    public StageActor Actor { get; private set; }
    /// <summary>Whether the head of the department approves what was submitted before it goes on.</summary>
    public bool NeedsApproval { get; private set; }
    public DateOnly? OpensOn { get; private set; }
    public DateOnly Due { get; private set; }
    public bool TakesLate { get; private set; }
    public StageScope Scope { get; private set; }
    public int? DrawnPercent { get; private set; }
    /// <summary>From then on nothing of the stage changes; sheets that did not submit go on without it.</summary>
    public StageLock? Locked { get; internal set; }

    public StageSpec Spec => new(Name, Actor, NeedsApproval, OpensOn, Due, TakesLate, Scope, DrawnPercent);

    public bool IsOpenOn(DateOnly today) => Locked is null && (OpensOn is not { } opens || opens <= today);

    /// <summary>Why nothing can be written in the stage on a day.</summary>
    public Refusal? WhyNotWrite(DateOnly today) =>
        Locked is not null ? Refusals.StageLocked(Name)
        : OpensOn > today ? Refusals.StageNotOpen(Name, OpensOn.Value)
        : today > Due && !TakesLate ? Refusals.StageOver(Name, Due) : null;

    internal void Set(StageSpec spec) => (Actor, NeedsApproval, OpensOn, Due, TakesLate, Scope, DrawnPercent) =
        (spec.Actor, spec.NeedsApproval, spec.OpensOn, spec.Due, spec.TakesLate, spec.Scope, spec.Scope == StageScope.Drawn ? spec.DrawnPercent : null);
}

/// <summary>Who locked a stage, and when.</summary>
public sealed record StageLock(PersonId? By, DateTime AtUtc);
