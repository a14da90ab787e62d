using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>Puts one field of an evaluation's answer back, by the verb that any edit uses.</summary>
internal static class EvaluationPutBack
{
    public static void PutBack(this EvaluationFact evaluation, PastField past)
    {
        (past.Name == nameof(EvaluationAnswer) ? null : Refusals.PutBackUnknown).ThrowIfAny();
        var (stage, question) = (Enum.Parse<EvaluationStage>(past.Key[0]), past.Key.From(1));
        var now = evaluation.Answers.FirstOrDefault(a => a.Stage == stage && a.Question == question);
        evaluation.Answer(now?.Order ?? Order(past), stage, question, Of("Choice", now?.Choice), Of("Text", now?.Text));

        string? Of(string field, string? there) => past.Spot.Field == field ? past.OfPart(field) : there;
    }

    private static int Order(PastField past) => past.OfPart("Order") is { } order ? int.Parse(order, System.Globalization.CultureInfo.InvariantCulture) : 0;
}
