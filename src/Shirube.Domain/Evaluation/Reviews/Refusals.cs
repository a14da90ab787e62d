namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal ExternalReviewPublished(string body) => new("external-review-published", $"「{body}」の外部評価は、公表すると決めてあります。", "直す必要があれば、政策企画担当が外部評価の画面で開き直してください。");

    public static readonly Refusal ExternalReviewNotPublished = new("external-review-not-published", "外部評価は、公表すると決めていません。", "そのまま続けられます。");

    public static readonly Refusal ExternalReviewThere = new("external-review-there", "この評価には、もう外部評価があります。", "外部評価の画面を開いてください。");

    public static readonly Refusal ReviewWithoutOpinions = new("review-without-opinions", "意見が1件もありません。", "会議の意見を入力してから、公表すると決めてください。");

    public static Refusal OpinionsUnanswered(int count) => new("opinions-unanswered", $"市の対応が決まっていない意見が{count}件あります。", "所管課が案を書き、政策企画担当が確かめてください。");

    public static Refusal ReviewedSheetHasWords(string sheet) => new("reviewed-sheet-has-words", $"「{sheet}」には、質問か意見が入っています。", "質問と意見を消してから、対象から外してください。");

    public static readonly Refusal SheetNotReviewed = new("sheet-not-reviewed", "このシートは、外部評価の対象ではありません。", "外部評価の画面で、対象に加えてください。");

    public static Refusal ReviewTextMissing(string what) => new("review-text-missing", $"{what}が空です。", "内容を入力してください。");

    public static readonly Refusal ReviewQuestionGone = new("review-question-gone", "この質問は、もうありません。", "シートの外部評価の画面を開き直してください。");

    public static readonly Refusal ReviewOpinionGone = new("review-opinion-gone", "この意見は、もうありません。", "シートの外部評価の画面を開き直してください。");

    public static Refusal ResponseConfirmed(int number) => new("response-confirmed", $"意見{number}への市の対応は、確定しています。", "直すときは、政策企画担当に差し戻してもらってください。");

    public static Refusal ResponseMissing(int number) => new("response-missing", $"意見{number}への市の対応の案が、まだありません。", "所管課が案を書くのを待ってください。");

    public static Refusal ResponseOvertaken(int number) => new("response-overtaken", $"確かめている間に、意見{number}への市の対応が書き直されました。", "いまの案を読んで、もう一度確定してください。");

    public static readonly Refusal ResponseKindMissing = new("response-kind-missing", "市の対応が選ばれていません。", "「反映する」「一部反映する」「今後検討する」「反映しない」から選んでください。");

    public static readonly Refusal NotAdoptedReasonMissing = new("not-adopted-reason-missing", "意見を反映しない理由が空です。", "市の考え方に、反映しない理由を書いてください。");

    public static readonly Refusal NotAdoptedHasDay = new("not-adopted-has-day", "反映しない意見に、対応の期限があります。", "期限を空にするか、市の対応を選び直してください。");

    public static Refusal ResponseNotToBeCarriedOut(int number) => new("response-not-to-be-carried-out", $"意見{number}には、進み具合を記す対応がありません。", "市の対応が確定してから、記してください。反映しない意見には記しません。");
}
