using System.Globalization;
using System.Text.RegularExpressions;

namespace Shirube.Domain.Common;

/// <summary>The ways in which offices write one year: R6, 令和6年, 2024年.</summary>
internal static partial class YearWords
{
    private static readonly Era[] Eras = [Era.令和, Era.平成, Era.昭和];

    /// <summary>The word itself, and where it names a year the other ways to write it.</summary>
    public static IReadOnlyList<string> Forms(string folded) =>
        YearOf(folded) is not var (year, ending) ? [folded] : [.. Written(folded, EraYear.Of(year), ending).Distinct()];

    private static IEnumerable<string> Written(string folded, EraYear year, string ending)
    {
        yield return folded;
        yield return year + ending;
        yield return year.CalendarYear.ToString(CultureInfo.InvariantCulture) + ending;
        yield return FoldedText.Fold(year.Short) + ending;
    }

    private static (int Year, string Ending)? YearOf(string folded)
    {
        if (InEra().Match(folded) is { Success: true } era)
        {
            var number = era.Groups["year"].Value is var text && text == "元" ? 1 : int.Parse(text, CultureInfo.InvariantCulture);
            var first = Array.Find(Eras, e => era.Groups["era"].Value is var name && (name == e.ToString() || name == FoldedText.Fold(EraYear.Of((int)e).Short[..1])));
            return number == 0 ? null : (new EraYear(first, number).CalendarYear, Ending(era));
        }

        return Calendar().Match(folded) is { Success: true } calendar && int.Parse(calendar.Groups["year"].Value, CultureInfo.InvariantCulture) is var year ? (year, Ending(calendar)) : null;
    }

    // why: a bare number is in many words; written with 年 it is a year.
    private static string Ending(Match match) => match.Groups["ending"].Value is { Length: > 0 } ending ? ending : "年";

    [GeneratedRegex("^(?<era>令和|平成|昭和|r|h|s)(?<year>[0-9]{1,2}|元)(?<ending>年度?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex InEra();

    [GeneratedRegex("^(?<year>(19[3-9]|20[0-9])[0-9])(?<ending>年度?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Calendar();
}
