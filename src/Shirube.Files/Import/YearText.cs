using System.Text.RegularExpressions;
using Shirube.Domain.Common;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>What a text says about a fiscal year. <see cref="Note"/> is a problem's code where the text was read otherwise than it stands.</summary>
internal readonly record struct YearReading(FiscalYear? Year, string? Note, bool IsNone = false);

/// <summary>Years as offices write them: 令和元, 昭和49, R6, H30.4.1, 平成30年4月, 2019, and bare 27 where an era is given.</summary>
internal static partial class YearText
{
    public static YearReading Read(Cell cell, Era? hint = null) => cell.Kind switch
    {
        CellKind.Blank => new(null, null, IsNone: true),
        CellKind.Day => new(FiscalYear.Of(cell.Day), "year-of-day"),
        _ => Read(cell.Text, hint),
    };

    public static YearReading Read(string text, Era? hint = null)
    {
        var folded = HeadingText.Fold(text);
        if (folded.Length == 0)
            return new(null, null, IsNone: true);
        if (Dashes.IsDash(folded))
            return new(null, "dash", IsNone: true);
        if (NumberText.IsNoData(folded))
            return new(null, "year-none", IsNone: true);
        if (folded == "0")
            return new(null, "year-zero", IsNone: true);
        var match = EraForm().Match(folded);
        if (match.Success)
            return OfEra(match);
        match = WesternForm().Match(folded);
        if (match.Success)
            return WithMonth(int.Parse(match.Groups["y"].Value), match);
        return BareForm().Match(folded) is { Success: true } bare && int.Parse(bare.Groups["y"].Value) is var number
            ? hint is { } era ? new(InRange((int)era + number - 1), "year-bare") : new(null, "year-bare-without-era")
            : new(null, "year-not-read");
    }

    private static YearReading OfEra(Match match)
    {
        var era = EraOf(match.Groups["e"].Value);
        var number = match.Groups["y"].Value == "元" ? 1 : int.Parse(match.Groups["y"].Value);
        var longest = era switch { Era.明治 => 45, Era.大正 => 15, Era.昭和 => 64, Era.平成 => 31, _ => 99 };
        // why: plans made before May 2019 counted on in 平成 (平成32 is 2020); no other era is written beyond its end.
        if (number < 1 || number > longest && era != Era.平成 || number > 60 && era == Era.平成)
            return new(null, "year-not-read");
        var reading = WithMonth(new EraYear(era, number).CalendarYear, match);
        return number > longest ? reading with { Note = "year-beyond-era" } : reading;
    }

    private static YearReading WithMonth(int year, Match match)
    {
        if (match.Groups["m"] is not { Success: true } m)
            return new(InRange(year), match.Groups["about"].Success ? "year-about" : null);
        var month = int.Parse(m.Value);
        return month is < 1 or > 12 ? new(null, "year-not-read") : new(InRange(month >= 4 ? year : year - 1), "year-of-day");
    }

    private static FiscalYear? InRange(int year) => year is >= 1868 and <= 2200 ? new FiscalYear(year) : null;

    public static Era EraOf(string text) => text switch
    {
        "明治" or "m" => Era.明治,
        "大正" or "t" => Era.大正,
        "昭和" or "s" => Era.昭和,
        "平成" or "h" => Era.平成,
        _ => Era.令和,
    };

    private const string Rest = @"(?:年度|年)?(?:[年./-]?(?<m>[0-9]{1,2})(?:月|[./-]|$)(?:[0-9]{1,2}日?)?)?(?:[~〜～-]|から)?(?<about>頃|ごろ|以前|以降|予定)?$";

    [GeneratedRegex(@"^(?<e>明治|大正|昭和|平成|令和|[mtshr])[.．]?(?<y>元|[0-9]{1,2})" + Rest, RegexOptions.ExplicitCapture)]
    private static partial Regex EraForm();

    [GeneratedRegex(@"^(?:西暦)?(?<y>(?:18|19|20|21)[0-9]{2})" + Rest, RegexOptions.ExplicitCapture)]
    private static partial Regex WesternForm();

    [GeneratedRegex("^(?<y>[0-9]{1,2})(?:年度|年)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex BareForm();
}
