using System.Globalization;

namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal DrawnShareOutside(string stage) => new("drawn-share-outside", $"段階「{stage}」の抽出の割合は、1から100までの数です。", "何%を抽出するかを入力してください。");

    public static Refusal StageDayMissing(string stage) => new("stage-day-missing", $"段階「{stage}」の期限が空です。", "いつまでに終えるかを選んでください。");

    public static readonly Refusal StageGone = new("stage-gone", "この段階は、この評価にありません。", "画面を開き直してください。");

    public static Refusal StageNotInRound(string stage, string form) => new("stage-not-in-round", $"様式「{form}」の段階「{stage}」が、評価の段階にありません。", "評価の段階を、様式の段階と同じ名前にしてください。");

    public static Refusal RoundClosed(string round) => new("round-closed", $"評価「{round}」は締め切られています。", "直す必要があれば、政策企画担当に開き直しを頼んでください。");

    public static Refusal RoundNotClosed(string round) => new("round-not-closed", $"評価「{round}」は締め切られていません。", "そのまま続けられます。");

    public static readonly Refusal ReopenReasonMissing = new("reopen-reason-missing", "開き直す理由が空です。", "理由を入力してください。記録に残ります。");

    public static readonly Refusal RoundWithoutSheets = new("round-without-sheets", "この条件に合うものが1件もないため、シートをつくれません。", "対象の条件をゆるめるか、対象に合う様式を使い始めてください。");

    public static Refusal RoundWithoutForms(string year) => new("round-without-forms", $"{year}に使う評価様式がありません。", "「評価様式」で様式をつくり、この年度から使うと決めてください。");

    public static readonly Refusal SheetOfOthers = new("sheet-of-others", "このシートは、ほかの部課か、ほかの担当のものです。", "自分の部課のシートを開いてください。担当が違うときは、政策企画担当に知らせてください。");

    public static readonly Refusal NoSheetChosen = new("no-sheet-chosen", "シートが選ばれていません。", "一覧で1枚以上選んでください。");

    public static Refusal StageLocked(string stage) => new("stage-locked", $"段階「{stage}」は締め切られています。", "直す必要があれば、政策企画担当に開けてもらってください。");

    public static Refusal StageNotOpen(string stage, DateOnly opens) => new("stage-not-open", $"段階「{stage}」は、{DayWords(opens)}から入力できます。", "その日まで待つか、政策企画担当に開始日を早めてもらってください。");

    public static Refusal StageOver(string stage, DateOnly due) => new("stage-over", $"段階「{stage}」の期限({DayWords(due)})を過ぎています。", "政策企画担当に期限を延ばしてもらってください。入力した内容は残っています。");

    public static Refusal StageNotForSheet(string stage) => new("stage-not-for-sheet", $"このシートは、段階「{stage}」の対象ではありません。", "対象にするときは、シートの一覧で選んでください。");

    public static Refusal StageSubmitted(string stage) => new("stage-submitted", $"段階「{stage}」は提出されています。", "直すときは、提出を取り下げるか、差し戻してもらってください。");

    public static Refusal StageWaits(string stage, string before) => new("stage-waits", $"段階「{stage}」は、「{before}」が終わってから入力できます。", "前の段階が終わるのを待ってください。");

    public static Refusal StageNotSubmitted(string stage) => new("stage-not-submitted", $"段階「{stage}」は、まだ提出されていません。", "提出されるのを待ってください。");

    public static Refusal StageNeedsNoApproval(string stage) => new("stage-needs-no-approval", $"段階「{stage}」に、承認はいりません。", "提出されると次の段階に進みます。");

    public static Refusal StageApproved(string stage) => new("stage-approved", $"段階「{stage}」は承認されています。", "直すときは、差し戻してください。");

    public static Refusal LaterStageSubmitted(string stage, string later) => new("later-stage-submitted", $"次の「{later}」が提出されているため、「{stage}」を戻せません。", $"先に「{later}」を差し戻してください。");

    public static readonly Refusal SendBackReasonMissing = new("send-back-reason-missing", "差し戻す理由が空です。", "どこをどう直してほしいかを入力してください。担当者に伝わります。");

    public static readonly Refusal QuestionNotAsked = new("question-not-asked", "この設問は、この段階では答えません。", "画面を開き直してください。");

    public static Refusal AnswerOutsideScale(string question, string value) => new("answer-outside-scale", $"「{question}」に、選択肢にない答え「{value}」があります。", "様式の選択肢から選んでください。");

    public static Refusal AnswerNotNumber(string question, string value) => new("answer-not-number", $"「{question}」の「{value}」は、数として読めません。", "「1234」や「12.5」のように、数だけを入力してください。");

    public static Refusal AnswerMissing(string question) => new("answer-missing", $"「{question}」に答えがありません。", "答えを入力してください。");

    public static Refusal AnswerReasonMissing(string question) => new("answer-reason-missing", $"「{question}」の理由がありません。", "選んだ理由を入力してください。");

    public static Refusal AnswerUnconfirmed(string question, string year) => new("answer-unconfirmed", $"「{question}」は{year}の答えのままです。", "直すか、「このままでよい」を選んでください。");

    public static readonly Refusal AnswerOvertaken = new("answer-overtaken", "入力している間に、ほかの人がこの答えを保存しました。", "下の「保存されている答え」と見比べて、残したいほうを保存してください。");

    public static Refusal AnswerUnitDiffers(string question, string value, string? unit) => new("answer-unit-differs", unit is null ? $"「{question}」の「{value}」には単位が付いていますが、この設問には単位がありません。" : $"「{question}」の「{value}」の単位は、「{unit}」と違います。", "値を確かめて、数だけを入力してください。単位は自動では直しません。");

    public static Refusal RoundUnknown(string key) => new("round-unknown", $"評価「{key}」が見つかりません。", "評価の画面のアドレスにある7文字のキーを確かめてください。");

    public static Refusal RoundWithoutAnswers(string municipality) => new("round-without-answers", $"{municipality}には、答えのある評価がまだありません。", "評価を始め、シートに答えてから印刷してください。");

    private static string DayWords(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
