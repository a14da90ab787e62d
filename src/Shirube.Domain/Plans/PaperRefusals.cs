namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static readonly Refusal PrinterMissing = new("printer-missing", "PDFをつくるためのプログラム(Chromium)が、この機械に見つかりません。", "管理者に「apt-get install chromium」などで入れてもらうか、環境変数 SHIRUBE_CHROMIUM で場所を指定してください。Wordなら、なくてもつくれます。");

    public static Refusal PrintFailed(string said) => new("print-failed", $"PDFをつくれませんでした{(said.Length == 0 ? "" : $"({said})")}。", "しばらく待ってからもう一度試すか、Wordで受け取ってください。");

    public static Refusal ChartTooLarge(string level, int count) => new("chart-too-large", $"{level}だけで{count:#,0}件あるため、体系図を1枚に収められません。", "計画書の体系図か、画面の体系図を使ってください。");

    public static readonly Refusal ChartEmpty = new("chart-empty", "この版にはまだ項目がないため、体系図をつくれません。", "先に計画の項目を加えてください。");
}
