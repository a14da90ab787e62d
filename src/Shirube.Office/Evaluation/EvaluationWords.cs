using Shirube.Domain.Evaluation;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>How the change log speaks of evaluations.</summary>
internal static class EvaluationWords
{
    /// <summary>The kinds of this area.</summary>
    public static IReadOnlyDictionary<string, RecordWords> Kinds => new Dictionary<string, RecordWords>
    {
        [nameof(EvaluationFact)] = EvaluationFact, [nameof(EvaluationForm)] = FormWords.EvaluationForm, [nameof(EvaluationRound)] = RoundWords.EvaluationRound, [nameof(EvaluationSheet)] = RoundWords.EvaluationSheet,
        [nameof(ExternalReview)] = ReviewWords.ExternalReview, [nameof(SheetReview)] = ReviewWords.SheetReview,
        [nameof(ReminderRules)] = ReminderWords.ReminderRules,
    };

    /// <summary>Why none of their fields is put back.</summary>
    public static IReadOnlyDictionary<string, string> WhyNotPutBack => new Dictionary<string, string>
    {
        [nameof(EvaluationForm)] = "設問どうしが組になっているので、評価様式の画面で、全体を確かめて入力し直してください。",
        [nameof(EvaluationRound)] = "提出や承認の流れが変わってしまうので、評価の期限と段階の画面で、いまから効く日と役割を決めてください。",
        [nameof(ReminderRules)] = "いつメールが出るかが変わるので、お知らせメールの決まりの画面で、内容を確かめて入力し直してください。",
        [nameof(EvaluationSheet)] = "どの段階の答えかが決まっているので、差し戻してもらうか、シートの画面で入力し直してください。",
        [nameof(ExternalReview)] = "期限と公表の決まりが組になっているので、外部評価の画面で、いまの内容を確かめて入力し直してください。",
        [nameof(SheetReview)] = "市の対応は確かめる流れがあるので、シートの外部評価の画面で入力し直してください。",
    };

    public static readonly RecordWords EvaluationFact = new RecordWords("評価", new() { ["ProjectId"] = FieldWord.Unsaid, ["Year"] = FieldWord.Year("評価した年度") })
        .With(nameof(EvaluationAnswer), new("評価の答え", (key, _) => $"{FieldWord.WordOf<EvaluationStage>(key[0], Names.Of)}「{key.From(1)}」", new() { ["Order"] = FieldWord.Unsaid, ["Choice"] = "答え", ["Text"] = "理由・意見" }));
}
