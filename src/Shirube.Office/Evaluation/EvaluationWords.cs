using Shirube.Domain.Evaluation;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>How the change log speaks of evaluations.</summary>
internal static class EvaluationWords
{
    public static readonly RecordWords EvaluationFact = new RecordWords("評価", new() { ["ProjectId"] = FieldWord.Unsaid, ["Year"] = FieldWord.Year("評価した年度") })
        .With(nameof(EvaluationAnswer), new("評価の答え", (key, _) => $"{FieldWord.WordOf<EvaluationStage>(key[0], Names.Of)}「{key.From(1)}」", new() { ["Order"] = FieldWord.Unsaid, ["Choice"] = "答え", ["Text"] = "理由・意見" }));
}
