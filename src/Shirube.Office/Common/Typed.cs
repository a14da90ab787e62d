using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Office.Common;

/// <summary>Reads what people type into fields: full-width digits, commas, eras. A text that is no such thing is a refusal.</summary>
internal static partial class Typed
{
    /// <summary>A fiscal year as 2026, 令和8, 令和8年度 or R8; null where nothing was typed.</summary>
    public static FiscalYear? Year(string? text)
    {
        if (Blank.ToNull(text) is null)
            return null;
        var match = YearForm().Match(Plain(text!).ToUpperInvariant());
        if (!match.Success)
            throw new RefusalException(Refusals.YearUnreadable(text!));
        var number = match.Groups["year"].Value == "元" ? 1 : int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var value = match.Groups["era"] is { Success: true } era ? new EraYear(EraOf(era.Value[0]), number).CalendarYear : number;
        return value is >= 1868 and <= 2200 ? new FiscalYear(value) : throw new RefusalException(Refusals.YearUnreadable(text!));
    }

    /// <summary>A figure: an amount in the unit, a dash, 未定, or null for blank.</summary>
    public static Figure? Figure(string? text, int unit)
    {
        if (Blank.ToNull(text) is null)
            return null;
        var plain = Plain(text!);
        if (plain is "-" or "−" or "‐" or "–" or "—" or "ー" or "なし")
            return Domain.Projects.Figure.None(Absence.Dash);
        if (plain == "未定")
            return Domain.Projects.Figure.None(Absence.Undecided);
        var yen = (Decimal(plain.TrimEnd('円')) ?? throw new RefusalException(Refusals.AmountUnreadable(text!))) * unit;
        if (yen != decimal.Truncate(yen))
            throw new RefusalException(Refusals.AmountHasFraction(text!));
        return Math.Abs(yen) <= long.MaxValue ? Domain.Projects.Figure.Of(new((long)yen)) : throw new RefusalException(Refusals.AmountUnreadable(text!));
    }

    public static decimal? Number(string? text) => Blank.ToNull(text) is null ? null : Decimal(Plain(text!)) ?? throw new RefusalException(Refusals.NumberUnreadable(text!));

    /// <summary>A whole number of up to nine digits; a fraction is a refusal.</summary>
    public static int? Whole(string? text) => Number(text) is not { } number ? null
        : number == decimal.Truncate(number) && Math.Abs(number) < 1_000_000_000 ? (int)number : throw new RefusalException(Refusals.NumberUnreadable(text!));

    /// <summary>One thing on a line; empty lines are none.</summary>
    public static IReadOnlyList<string> Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static decimal? Decimal(string plain) =>
        NumberForm().IsMatch(plain) && decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal).Replace('−', '-').Replace('△', '-').Replace('▲', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Trim();

    private static Era EraOf(char letter) => letter switch { '令' or 'R' => Era.令和, '平' or 'H' => Era.平成, '昭' or 'S' => Era.昭和, '大' or 'T' => Era.大正, _ => Era.明治 };

    [GeneratedRegex("^(?<era>令和|平成|昭和|大正|明治|[RHSTM])?(?<year>元|[0-9]{1,4})(年度|年)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex YearForm();

    [GeneratedRegex(@"^[-−△▲+]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberForm();
}
