using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Indicators;

/// <summary>A measured period as people type it: two months, or days, in either calendar; one alone is that month or day.</summary>
internal static partial class PeriodText
{
    public static MeasuredPeriod? Read(string? text)
    {
        if (Blank.ToNull(text?.Trim()) is not { } typed)
            return null;
        var parts = Between().Split(typed.Normalize(NormalizationForm.FormKC).TrimEnd('時', '点', 'の', 'ま', 'で'));
        if (parts.Length > 2 || Days(parts[0]) is not { } first || Days(parts[^1]) is not { } last)
            throw new RefusalException(Refusals.MeasuredPeriodUnreadable(typed));
        return new(first.From, last.To);
    }

    /// <summary>令和5年10月〜令和6年9月, or days where the months are not whole.</summary>
    public static string? Of(MeasuredPeriod? period)
    {
        if (period is not { From: var from, To: var to })
            return null;
        var (first, last) = from.Day == 1 && to.AddDays(1).Day == 1 ? (Format.Month(from.Year, from.Month), Format.Month(to.Year, to.Month)) : (Format.Day(from), Format.Day(to));
        return first == last ? first : $"{first}〜{last}";
    }

    /// <summary>Words that read as a period, as it is shown; others as they were typed.</summary>
    public static string? Plain(string? text)
    {
        try
        {
            return Of(Read(text));
        }
        catch (RefusalException)
        {
            return text;
        }
    }

    private static (DateOnly From, DateOnly To)? Days(string text)
    {
        if (Point().Match(text.Trim()) is not { Success: true } match)
            return null;
        var year = Calendar(match);
        var (month, day) = (Number(match, "month")!.Value, Number(match, "day"));
        if (year is < 1868 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var first = new DateOnly(year, month, day ?? 1);
        return (first, day is null ? first.AddMonths(1).AddDays(-1) : first);
    }

    // why: 令和6年1月 is January 2024 of the calendar, not of a fiscal year.
    private static int Calendar(Match match) =>
        match.Groups["era"] is { Success: true } era ? (Typed.Year($"{era.Value}{match.Groups["year"].Value}")?.Value ?? 0) : Number(match, "year") ?? 0;

    private static int? Number(Match match, string group) => match.Groups[group] is { Success: true } found && int.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<era>令和|平成|昭和|[RHSrhs])?\.?(?<year>元|[0-9]{1,4})[年/.\-](?<month>[0-9]{1,2})月?([/.\-]?(?<day>[0-9]{1,2})日?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Point();

    [GeneratedRegex(@"\s*(?:[〜~～―–—]|から|(?<=月|日)-|(?<=/[0-9]{1,2})-|(?<=\.[0-9]{1,2})-)\s*")]
    private static partial Regex Between();
}
