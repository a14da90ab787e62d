namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal ImportHasErrors(string first, int others) =>
        new("import-has-errors", first, others == 0 ? "直してからもう一度取り込んでください。何も取り込んでいません。" : $"ほかに{others:#,0}件の誤りがあります。直してからもう一度取り込んでください。何も取り込んでいません。");

    public static readonly Refusal ImportOvertaken = new("import-overtaken", "取り込んでいる間に、ほかの職員が同じものを保存しました。", "何も取り込んでいません。もう一度取り込んでください。");

    public static Refusal ImportUndoBlocked(string file, int count, string first) =>
        new("import-undo-blocked", $"「{file}」の取込のあとに直されたものが{count:#,0}件あるため、取り消せません({first}{(count > 1 ? "など" : "")})。", "一覧にあるものを画面で確かめ、必要なところだけ直してください。");
}
