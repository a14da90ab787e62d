using System.Globalization;
using Shirube.Domain.Common;

namespace Shirube.Domain.Evaluation;

/// <summary>What was answered to one question: the label of the choice, a text (the reason, or the rows of a table, cells parted by tabs), a number.</summary>
public sealed record AnswerValue(string? Choice, string? Text, decimal? Number)
{
    /// <summary>Longer than any form asks for; a form's own limit is checked when the sheet is submitted, so that nothing typed is lost.</summary>
    public const int LongestText = 20_000;

    public static readonly AnswerValue Empty = new(null, null, null);

    public bool IsEmpty => Choice is null && Text is null && Number is null;

    /// <summary>As typed: blank is no answer, line ends are one kind.</summary>
    public static AnswerValue Of(string? choice, string? text, decimal? number = null) => new(Blank.ToNull(choice), Blank.ToNull(text?.ReplaceLineEndings("\n").TrimEnd()), number);

    public static AnswerValue OfTable(IEnumerable<IReadOnlyList<string?>> rows) =>
        Of(null, string.Join('\n', rows.Select(r => r.Select(c => (c ?? "").Replace('\t', ' ').ReplaceLineEndings(" ").Trim()).ToList()).Where(r => r.Exists(c => c.Length > 0)).Select(r => string.Join('\t', r))));

    /// <summary>The rows of a table.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => Text is null ? [] : [.. Text.Split('\n').Select(r => r.Split('\t'))];

    /// <summary>The whole answer as one text.</summary>
    public string Words => string.Join(" ", new[] { Choice, Number?.ToString("#,0.############", CultureInfo.InvariantCulture), Text }.OfType<string>());

    /// <summary>Why it is no answer to the question.</summary>
    public Refusal? WhyNot(FormQuestion question, IReadOnlyList<FormChoice> choices) =>
        Choice is not null && question.Kind is QuestionKind.Choice or QuestionKind.Rating && !choices.Any(c => c.Label == Choice) ? Refusals.AnswerOutsideScale(question.Label, Choice!)
        : Text?.Length > LongestText ? Refusals.TextTooLong(question.Label, LongestText, Text.Length) : null;
}
