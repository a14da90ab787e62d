using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

internal enum NumberKind
{
    Blank,
    Number,
    /// <summary>36（1）: the first is the value.</summary>
    FirstOfTwo,
    Dash,
    Undecided,
    NotKnown,
    NotApplicable,
    Words,
    Error,
}

/// <summary>A cell read as a number: what it is, the unit written behind it, and whether more than plain digits had to be understood.</summary>
internal readonly record struct CellNumber(NumberKind Kind, decimal Value = 0, string? Unit = null, bool WasText = false, bool WasDecorated = false, bool IsPercent = false)
{
    public bool HasValue => Kind is NumberKind.Number or NumberKind.FirstOfTwo;

    public static CellNumber Read(Cell cell) => cell.Kind switch
    {
        CellKind.Blank => new(NumberKind.Blank),
        CellKind.Number => new(NumberKind.Number, cell.Number, IsPercent: cell.IsPercent),
        CellKind.Text => NumberText.Read(cell.Text),
        CellKind.Error => new(NumberKind.Error),
        _ => new(NumberKind.Words),
    };
}

internal static partial class NumberText
{
    private static readonly HashSet<string> Undecided = ["未定", "検討中", "調整中", "協議中"];
    private static readonly HashSet<string> NotKnown = ["未把握", "データなし", "不明", "調査中", "集計中", "未集計", "未測定", "未調査", "未実施", "把握不可", "把握できず", "測定不能", "算定中", "未確定", "確認中", "未公表", "n/a", "na", "nodata"];
    private static readonly HashSet<string> NotApplicable = ["該当なし", "該当無し", "対象外", "設定なし", "非該当", "なし", "無し", "無", "実績なし", "開催なし"];

    /// <summary>A unit things are commonly counted in, so that 「12人」 is a number and 「1 安心」 is not.</summary>
    public static bool IsUnit(string unit) => Units().IsMatch(unit);

    /// <summary>Words that stand where a value would and say there is none.</summary>
    public static bool IsNoData(string folded) => Undecided.Contains(folded) || NotKnown.Contains(folded) || NotApplicable.Contains(folded);

    public static CellNumber Read(string text)
    {
        var folded = HeadingText.Fold(text).Replace("¥", "").Replace("\\", "");
        if (folded.Length == 0)
            return new(NumberKind.Blank);
        if (Dashes.IsDash(folded))
            return new(NumberKind.Dash, WasText: true);
        if (Words(folded) is { } kind)
            return new(kind, WasText: true);
        var match = Form().Match(folded);
        if (!match.Success || !TryValue(match, out var value))
            return new(NumberKind.Words, WasText: true);
        var unit = match.Groups["unit"].Value;
        if (unit.Length > 0 && !IsUnit(unit) && (unit.Length > 3 || text.Trim().Any(char.IsWhiteSpace)))
            return new(NumberKind.Words, WasText: true);
        var isTwo = match.Groups["second"].Success;
        return new(isTwo ? NumberKind.FirstOfTwo : NumberKind.Number, value, unit.Length > 0 ? unit : null, WasText: true, WasDecorated: text != match.Groups["n"].Value);
    }

    private static NumberKind? Words(string folded)
    {
        var bare = folded.Trim('(', ')');
        return Undecided.Contains(bare) ? NumberKind.Undecided : NotKnown.Contains(bare) ? NumberKind.NotKnown : NotApplicable.Contains(bare) ? NumberKind.NotApplicable : null;
    }

    private static bool TryValue(Match match, out decimal value)
    {
        if (!decimal.TryParse(match.Groups["n"].Value.Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            return false;
        if (match.Groups["sign"].Length > 0 || match.Groups["open"].Length > 0 && !match.Groups["second"].Success)
            value = -value;
        value = Cell.Trimmed(value);
        return true;
    }

    [GeneratedRegex(@"^(?:百万円|千円|万円|億円|円|%|‰|人|名|件|回|日|時間|分|か所|ヶ所|カ所|箇所|個所|個|校|園|館|所|団体|団|世帯|戸|棟|台|本|冊|点|店|社|者|組|組合|地区|路線|施設|区画|頭|羽|匹|隻|便|枚|部|通|種類|種|項目|講座|教室|クラブ|チーム|事業|品目|品|票|席|床|室|泊|期|週|か月|ヶ月|カ月|箇月|歳|才|位|倍|点数|ポイント|pt|p|km|m|cm|mm|ha|a|㎡|m2|km2|m3|kg|g|t|トン|kl|l|kw|kwh|mw|t-co2|t/年|円/人|[人件回日]/[年月日]|人日|延べ人|人・日|件数|回数|人数|ミリ|キロ|メートル|ヘクタール)$")]
    private static partial Regex Units();

    // why: "(1,234)" alone is a negative amount of accounting; "36(1)" is two values; "1,24" is no number anybody meant.
    [GeneratedRegex(@"^(?:(?<open>\()(?<sign>)(?<n>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?<unit>[^0-9().,]{0,6})\)|(?<open>)(?<sign>[△▲−–‐-]?)(?<n>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?<unit>[^0-9().,+~〜～×x:：以約超未満強弱内-]{0,8})(?<second>\([^()]*[0-9][^()]*\)[^0-9()]{0,4})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
