namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal InputFileMissing(string file) => new("input-file-missing", $"ファイル「{file}」がありません。", "場所と名前を確かめてください。");

    public static Refusal InputFileIsFolder(string file) => new("input-file-is-folder", $"「{file}」はフォルダーです。", "中のファイルを指定してください。");

    public static Refusal InputFileClosed(string file) => new("input-file-closed", $"ファイル「{file}」を開けません。", "ほかで開いていないこと、読む権限があることを確かめてください。");

    public static Refusal FiscalYearOutside(int year) => new("fiscal-year-outside", $"年度「{year}」は1868から2200の間にありません。", "西暦4桁で指定してください。");
}
