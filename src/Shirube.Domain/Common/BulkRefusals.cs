namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal BulkTooWide(string what) => new("bulk-too-wide", $"使えない条件があり、求めたものより多くの{what}が対象になります。", "一覧に戻って条件を直してから、もう一度開いてください。");

    public static Refusal BulkNothing(string what) => new("bulk-nothing", $"変わる{what}がありません。", "値を変えるか、一覧の条件を見直してください。");

    public static Refusal BulkOvertaken(IReadOnlyCollection<string> names) => new("bulk-overtaken", $"確かめているあいだに、{string.Join("、", names.Take(3).Select(n => $"「{n}」"))}{(names.Count > 3 ? $"など{names.Count:#,0}件" : "")}が保存されました。まだ何も変えていません。", "下の新しい内容を確かめて、もう一度「変更する」を押してください。");

    public static Refusal BulkTooMany(string what, int count, int most) => new("bulk-too-many", $"対象の{what}が{count:#,0}件あります。一度に変えられるのは{most:#,0}件までです。", "一覧の条件でしぼり込んで、何回かに分けてください。");
}
