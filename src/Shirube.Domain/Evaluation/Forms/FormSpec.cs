using Shirube.Domain.Common;

namespace Shirube.Domain.Evaluation;

/// <summary>A form as settings: everything a municipality decides about it, without any record.</summary>
public sealed record FormSpec(string Name, FormTarget Target, FormUse Use, bool OnlyStatutory, IReadOnlyList<string> Stages, IReadOnlyList<QuestionSpec> Questions)
{
    public const int LongestName = 100;
    public const int MostStages = 8;
    public const int MostQuestions = 200;

    public Refusal? WhyNot =>
        string.IsNullOrWhiteSpace(Name) ? Refusals.NameMissing("様式の名前")
        : Name.Trim().Length > LongestName ? Refusals.TextTooLong("様式の名前", LongestName, Name.Trim().Length)
        : Stages.Count is 0 or > MostStages || Stages.Any(string.IsNullOrWhiteSpace) || Stages.Distinct(StringComparer.Ordinal).Count() < Stages.Count ? Refusals.StagesOutside(MostStages)
        : Questions.Count > MostQuestions ? Refusals.QuestionsTooMany(MostQuestions)
        : Questions.Where(q => q.Key is not null).GroupBy(q => q.Key).Any(g => g.Count() > 1) ? Refusals.QuestionTwice
        : Questions.Select(q => q.WhyNot(Stages.Count)).FirstOrDefault(w => w is not null);
}

/// <param name="Key">Of the question in an earlier form; null where it is new.</param>
public sealed record QuestionSpec(string Section, QuestionKind Kind, string Label, IReadOnlyList<int> Stages)
{
    public const int LongestLabel = 300;
    public const int MostChoices = 30;

    public PublicKey? Key { get; init; }
    public string? Help { get; init; }
    public bool AsksReason { get; init; }
    public bool IsRequired { get; init; }
    public bool IsPublic { get; init; } = true;
    public int? LongestText { get; init; }
    public string? Unit { get; init; }
    public QuestionRole? Role { get; init; }
    public IReadOnlyList<ChoiceSpec> Choices { get; init; } = [];

    public Refusal? WhyNot(int stages) =>
        string.IsNullOrWhiteSpace(Label) ? Refusals.NameMissing("設問")
        : Label.Trim().Length > LongestLabel ? Refusals.TextTooLong("設問", LongestLabel, Label.Trim().Length)
        : string.IsNullOrWhiteSpace(Section) ? Refusals.NameMissing("設問のまとまり")
        : Stages.Count == 0 || Stages.Any(s => s < 1 || s > stages) ? Refusals.QuestionStageMissing(Label.Trim())
        : LongestText is < 1 or > 100_000 ? Refusals.TextLimitOutside
        : Kind is (QuestionKind.Choice or QuestionKind.Rating) && Choices.Count is (< 2 or > MostChoices) ? Refusals.ChoicesOutside(Label.Trim(), 2, MostChoices)
        : Kind == QuestionKind.Table && Choices.Count is (< 1 or > MostChoices) ? Refusals.ChoicesOutside(Label.Trim(), 1, MostChoices)
        : Choices.Select(c => c.Label.Trim()).Distinct(StringComparer.Ordinal).Count() < Choices.Count || Choices.Any(c => string.IsNullOrWhiteSpace(c.Label)) ? Refusals.ChoiceTwice(Label.Trim()) : null;
}

public sealed record ChoiceSpec(string Label, string? Meaning = null);
