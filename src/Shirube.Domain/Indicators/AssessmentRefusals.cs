namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal AssessColumnMissing(string file, string column) => new("assess-column-missing", $"「{file}」に「{column}」の列がありません。", "1行目に id,type,baseline,target,actual,expectedShare の見出しを書いてください。範囲の指標には lower,upper,tolerance も要ります。");

    public static Refusal AssessTypeUnknown(int row, string type, string known) => new("assess-type-unknown", $"{row}行目の type「{type}」は、知らない種類です。", $"次のどれかにしてください({known})。");

    public static Refusal AssessNumberUnread(int row, string column, string text) => new("assess-number-unread", $"{row}行目の {column}「{text}」を数として読み取れません。", "数だけを書いてください。わからないときは空にしてください。");

    public static Refusal GradeSchemeUnknown(string name, string known) => new("grade-scheme-unknown", $"判定の段階「{name}」はありません。", $"次のどれかにしてください({known})。");
}
