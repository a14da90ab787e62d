namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal WorkbookWithMacros(string file) => new("workbook-with-macros", $"「{file}」はマクロの入るファイルなので、読み取りません。", "マクロのないxlsxで保存し直してください。");

    public static Refusal WorkbookForeign(string file) => new("workbook-foreign", $"「{file}」は、この画面で取り出したファイルではありません。", "「Excelファイルを取り出す」で得たファイルに書いてください。");

    public static readonly Refusal WorkbookOfOtherMunicipality = new("workbook-of-other-municipality", "このファイルは、ほかの自治体のものです。", "この自治体の画面で取り出したファイルを選んでください。");

    public static Refusal WorkbookOfOtherRound(string round) => new("workbook-of-other-round", $"このファイルは「{round}」のものではなく、別の年度か別の評価のものです。", "ファイルを取り出した評価の画面で読み取ってください。");

    public static Refusal WorkbookWithoutSheets(string stage) => new("workbook-without-sheets", $"段階「{stage}」で、いま入力できるシートがこの部課にありません。", "部課か段階を選び直してください。提出したシートや順番の来ていないシートは、取り出しに入りません。");

    public static Refusal WorkbookSheetGone(string sheet) => new("workbook-sheet-gone", $"ファイルのシート「{sheet}」に当たる評価シートが、この評価にありません。", "ファイルを取り出し直してください。");

    public static Refusal WorkbookSheetMissing(string sheet) => new("workbook-sheet-missing", $"評価シート「{sheet}」が、ファイルから消されています。", "ほかのシートは読み取れます。このシートは画面で入力するか、ファイルを取り出し直してください。");

    public static Refusal WorkbookSheetTwice(string sheet) => new("workbook-sheet-twice", $"評価シート「{sheet}」が、ファイルに2つあります。", "どちらか1つを消して、もう一度読み取ってください。");

    public static Refusal WorkbookCellUncalculated(string question) => new("workbook-cell-uncalculated", $"「{question}」に、値のない数式か誤りの値があります。", "数式を消して、文字か数を入力してください。");

    public static Refusal WorkbookConfirmUnread(string question, string text) => new("workbook-confirm-unread", $"「{question}」の「昨年のままでよい」に「{text}」とあります。", "「はい」を選ぶか、空にしてください。");

    public static readonly Refusal WorkbookNothingChosen = new("workbook-nothing-chosen", "取り込む行が選ばれていません。", "表の左の欄で、1行以上選んでください。");
}
