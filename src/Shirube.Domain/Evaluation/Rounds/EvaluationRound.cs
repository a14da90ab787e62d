using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>評価の回: one yearly, mid-term or ex-ante run of the evaluation, with its stages in order. Several stand side by side.</summary>
public sealed class EvaluationRound : Aggregate
{
    public const int LongestName = 100;
    public const int LongestExplanation = 2000;
    public const int LongestReason = 500;

    private readonly List<RoundStage> stages = [];

    private EvaluationRound(EvaluationRoundId id, PublicKey key, string name, FiscalYear year, FormUse use)
    {
        Id = id;
        Key = key;
        Name = name;
        Year = year;
        Use = use;
        Opened = null!;
        Projects = null!;
    }

    public EvaluationRoundId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public string Name { get; private set; }
    /// <summary>What the departments should know before they begin.</summary>
    public string? Explanation { get; private set; }
    /// <summary>The year in which the evaluation is done; it judges the year before (an ex-ante round the year after).</summary>
    public FiscalYear Year { get; private set; }
    public FormUse Use { get; private set; }
    public RoundProjects Projects { get; private set; }
    public RoundOpening Opened { get; private set; }
    /// <summary>Closed, nothing of its sheets changes any more.</summary>
    public RoundClosing? Closed { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }
    public IReadOnlyList<RoundStage> Stages => stages;

    public IEnumerable<RoundStage> InOrder => stages.OrderBy(s => s.Order);

    /// <summary>The year whose results are judged.</summary>
    public FiscalYear Judged => Use == FormUse.ExAnte ? Year.Next : Year.Previous;

    public static Refusal? WhyNotOpen(string? name, string? explanation, IReadOnlyList<StageSpec> stages) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("評価の名前")
        : name.Trim().Length > LongestName ? Refusals.TextTooLong("評価の名前", LongestName, name.Trim().Length)
        : explanation?.Length > LongestExplanation ? Refusals.TextTooLong("説明", LongestExplanation, explanation.Length)
        : stages.Count is 0 or > FormSpec.MostStages || stages.Select(s => s.Name.Trim()).Distinct(StringComparer.Ordinal).Count() < stages.Count ? Refusals.StagesOutside(FormSpec.MostStages)
        : stages.Select(s => s.WhyNot).FirstOrDefault(w => w is not null);

    public static EvaluationRound Open(string name, string? explanation, FiscalYear year, FormUse use, IReadOnlyList<StageSpec> stages, PersonId? by, DateTime nowUtc, bool isSample = false, RoundProjects? projects = null)
    {
        WhyNotOpen(name, explanation, stages).ThrowIfAny();
        var round = new EvaluationRound(EvaluationRoundId.New(), PublicKey.New(), name.Trim(), year, use) { Explanation = Blank.ToNull(explanation?.Trim()), Projects = projects ?? new(ProjectScope.Running), Opened = new(by, nowUtc), IsSample = isSample };
        foreach (var (spec, i) in stages.Select((s, i) => (s, i)))
        {
            var stage = new RoundStage(round.Id, i + 1, spec.Name.Trim());
            stage.Set(spec);
            round.stages.Add(stage);
        }
        return round;
    }

    public RoundStage StageAt(int order) => stages.Find(s => s.Order == order) ?? throw new RefusalException(Refusals.StageGone);

    public Refusal? WhyNotChange() => Closed is not null ? Refusals.RoundClosed(Name) : null;

    public void Describe(string name, string? explanation)
    {
        (WhyNotChange() ?? WhyNotOpen(name, explanation, [.. InOrder.Select(s => s.Spec)])).ThrowIfAny();
        (Name, Explanation) = (name.Trim(), Blank.ToNull(explanation?.Trim()));
    }

    /// <summary>Changes a stage's days and duties. Its name, and which sheets it looks at, stay.</summary>
    public void Schedule(int order, StageSpec spec)
    {
        var stage = StageAt(order);
        var wished = spec with { Name = stage.Name, Scope = stage.Scope, DrawnPercent = stage.DrawnPercent };
        (WhyNotChange() ?? wished.WhyNot).ThrowIfAny();
        stage.Set(wished);
    }

    public void Lock(int order, PersonId? by, DateTime atUtc)
    {
        WhyNotChange().ThrowIfAny();
        StageAt(order).Locked ??= new(by, atUtc);
    }

    public void Unlock(int order)
    {
        WhyNotChange().ThrowIfAny();
        StageAt(order).Locked = null;
    }

    public void Close(PersonId? by, DateTime atUtc)
    {
        WhyNotChange().ThrowIfAny();
        Closed = new(by, atUtc);
    }

    public Refusal? WhyNotReopen(string? reason) =>
        Closed is null ? Refusals.RoundNotClosed(Name)
        : string.IsNullOrWhiteSpace(reason) ? Refusals.ReopenReasonMissing
        : reason.Length > LongestReason ? Refusals.TextTooLong("理由", LongestReason, reason.Length) : null;

    /// <summary>Opens a closed round again; who, when and the reason go into the change log with the save.</summary>
    public void Reopen(string? reason)
    {
        WhyNotReopen(reason).ThrowIfAny();
        Closed = null;
    }
}

/// <summary>Who opened a round, and when. Nobody where a command did it.</summary>
public sealed record RoundOpening(PersonId? By, DateTime AtUtc);

/// <summary>Who closed a round, and when.</summary>
public sealed record RoundClosing(PersonId? By, DateTime AtUtc);
