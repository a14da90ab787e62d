namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal ValueTableHeadingMissing(string heading) => new("value-table-heading-missing", $"「{heading}」という見出しの列がありません。", "「表を取り出す」で得た表の見出しを残したまま書いてください。");

    public static Refusal ValueTableHeadingTwice(string heading) => new("value-table-heading-twice", $"「{heading}」という見出しの列が2つあります。", "どちらかの列を消してください。");

    public static readonly Refusal ValueTableEmpty = new("value-table-empty", "表に指標の行がありません。", "見出しの下に、指標を1行ずつ残したまま書いてください。");

    public static Refusal ValueTableTooLong(int rows, int most) => new("value-table-too-long", $"表に{rows:#,0}行あります。一度に読み取れるのは{most:#,0}行までです。", "部課などでしぼり、何回かに分けてください。");

    public static Refusal ValueKeyUnknown(string? key) => new("value-key-unknown", key is null ? "指標の記号がありません。" : $"「{key}」という記号の指標がありません。", "「表を取り出す」で得た表の記号を、変えずに使ってください。");

    public static Refusal ValueKeyTwice(int first) => new("value-key-twice", $"同じ指標が{first:#,0}行目にもあります。", "どちらかの行を消してください。");

    public static Refusal ValueYearOutside(string? typed, string year) => new("value-year-outside", typed is null ? "年度がありません。" : $"年度が「{typed}」ですが、いま読み取っているのは{year}の実績です。", "年度を確かめるか、その年度の画面で読み取ってください。");

    public static Refusal ValueUnitChanged(string typed, string? unit) => new("value-unit-changed", $"表の単位は「{typed}」ですが、指標の単位は{(unit is null ? "決まっていません" : $"「{unit}」です")}。", "単位を確かめて、指標か表のどちらかを直してください。");

    public static Refusal ValueStatusUnknown(string typed, string words) => new("value-status-unknown", $"状態「{typed}」はありません。", $"{words}のどれかにするか、空にしてください。");

    public static readonly Refusal ValueChangedSince = new("value-changed-since", "表を取り出したあとに、ほかの人がこの実績を変えています。", "いまの値を確かめ、この行を残すなら、表を取り出し直して書いてください。");

    public static Refusal ValueTableHasProblems(int count) => new("value-table-has-problems", $"誤りのある行が{count:#,0}件あるので、読み取っていません。", "表を直して、もう一度読み取ってください。");
}
