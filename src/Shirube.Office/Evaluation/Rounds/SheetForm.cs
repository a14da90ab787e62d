using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Office.Indicators;

namespace Shirube.Office.Evaluation;

/// <summary>The answers of one stage as typed.</summary>
public sealed class SheetForm
{
    public int Stage { get; set; }
    public List<TypedAnswer> Answers { get; set; } = [];
}

/// <summary>One answer as typed, with the revision that the person had before the eyes.</summary>
public sealed class TypedAnswer
{
    public string Question { get; set; } = "";
    public int Seen { get; set; }
    public string? Choice { get; set; }
    public string? Text { get; set; }
    public string? Number { get; set; }
    /// <summary>Of a table: the cells row by row.</summary>
    public List<string?> Cells { get; set; } = [];
    /// <summary>Last year's answer stands as it is.</summary>
    public bool Confirms { get; set; }

    /// <summary>All that was typed, for a person to copy.</summary>
    public string Words => string.Join(" ", new[] { Choice, Number, Text }.Concat(Cells).Where(t => !string.IsNullOrWhiteSpace(t)));

    /// <summary>What was typed as an answer; a text that is no number is a refusal.</summary>
    internal AnswerValue ValueFor(FormQuestion question, int columns) => question.Kind switch
    {
        QuestionKind.Number => AnswerValue.Of(null, null, ReadNumber(question)),
        QuestionKind.Table => AnswerValue.OfTable(Cells.Chunk(Math.Max(1, columns))),
        QuestionKind.Text => AnswerValue.Of(null, Text),
        _ => AnswerValue.Of(Choice, question.AsksReason ? Text : null),
    };

    private decimal? ReadNumber(FormQuestion question)
    {
        try
        {
            return MeasuredText.Read(Number, question.Unit);
        }
        catch (RefusalException refused) when (refused.Refusal.Code == Refusals.UnitDiffers("", null).Code)
        {
            throw new RefusalException(Refusals.AnswerUnitDiffers(question.Label, Number!.Trim(), question.Unit));
        }
        catch (RefusalException)
        {
            throw new RefusalException(Refusals.AnswerNotNumber(question.Label, Number!));
        }
    }
}
