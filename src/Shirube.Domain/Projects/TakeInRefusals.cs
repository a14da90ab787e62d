namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal ImportHasErrors(string first, int others) =>
        new("import-has-errors", first, others == 0 ? "直してからもう一度取り込んでください。何も取り込んでいません。" : $"ほかに{others:#,0}件の誤りがあります。直してからもう一度取り込んでください。何も取り込んでいません。");

    public static readonly Refusal ImportOvertaken = new("import-overtaken", "取り込んでいる間に、ほかの職員が同じものを保存しました。", "何も取り込んでいません。もう一度取り込んでください。");

    public static Refusal ImportUndoBlocked(string file, int count, string first) =>
        new("import-undo-blocked", $"「{file}」の取込のあとに直されたものが{count:#,0}件あるため、取り消せません({first}{(count > 1 ? "など" : "")})。", "一覧にあるものを画面で確かめ、必要なところだけ直してください。");

    public static Refusal UploadTooLarge(string file, long limitBytes) =>
        new("upload-too-large", $"ファイル「{file}」は{limitBytes / 1024 / 1024:#,0}MBを超えています。", "不要なシートや画像を除いて保存し直してください。");

    public static readonly Refusal KeptFileGone = new("kept-file-gone", "取り込むファイルが見つかりません。", "もう一度ファイルを選んでください。");

    public static readonly Refusal NameColumnMissing = new("name-column-missing", "どの列が「事務事業の名前」かが決まっていません。", "1つの列に「事務事業の名前」を選んでください。");

    public static Refusal HeadingRowsUnreadable(string text) => new("heading-rows-unreadable", $"見出しの行「{text}」を読み取れません。", "「2」または「3-4」のように入力してください。空にすると自動で探します。");
}
