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
        return true;
    }

    // why: "(1,234)" alone is a negative amount of accounting; "36(1)" is two values; "1,24" is no number anybody meant.
    [GeneratedRegex(@"^(?:(?<open>\()(?<sign>)(?<n>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?<unit>[^0-9().,]{0,6})\)|(?<open>)(?<sign>[△▲−–‐-]?)(?<n>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?<unit>[^0-9().,+~〜～×x:：以約超未満強弱内-]{0,8})(?<second>\([^()]*[0-9][^()]*\)[^0-9()]{0,4})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
