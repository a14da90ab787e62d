namespace Shirube.Domain.Evaluation;

/// <summary>What one stage chose, by what summaries take the question for. A stage that did not submit says nothing, whatever it has written so far.</summary>
/// <param name="RoundStage">The stage's order in the round.</param>
public sealed record StageVerdicts(int RoundStage, bool IsSubmitted, IReadOnlyDictionary<QuestionRole, string> Choices)
{
    public Verdict Of(QuestionRole role) => IsSubmitted ? Verdict.Of(Choices.GetValueOrDefault(role)) : Verdict.NotReported;
}

/// <summary>What the stages that look at a sheet say, in their order.</summary>
public sealed record SheetVerdicts(IReadOnlyList<StageVerdicts> Stages)
{
    /// <summary>What a stage says; null where it does not look at the sheet.</summary>
    public Verdict? At(int roundStage, QuestionRole role) => Stages.FirstOrDefault(s => s.RoundStage == roundStage)?.Of(role);

    /// <summary>What stands: the word of the last stage that was submitted and says something.</summary>
    public Verdict Standing(QuestionRole role)
    {
        var submitted = Stages.Where(s => s.IsSubmitted).ToList();
        return submitted.Count == 0 ? Verdict.NotReported : Verdict.Of(submitted.Select(s => s.Of(role).Choice).LastOrDefault(c => c is not null));
    }

    /// <summary>Whether two stages that were submitted chose differently, as a manager who differs from the section.</summary>
    public bool Differs(QuestionRole role) => Stages.Select(s => s.Of(role).Choice).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1;
}
