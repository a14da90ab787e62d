using System.Text.RegularExpressions;
using Shirube.Domain.Common;

namespace Shirube.Files.Import;

/// <summary>Fiscal years mentioned in headings, titles and sheet names.</summary>
internal static partial class HeadingYears
{
    public static FiscalYear? In(string text) => All(text).Select(y => (FiscalYear?)y).FirstOrDefault();

    public static IEnumerable<FiscalYear> All(string text) =>
        Mention().Matches(HeadingText.Fold(text)).Select(m => YearText.Read(m.Groups["year"].Value).Year).OfType<FiscalYear>();

    /// <summary>The text without its years, as headings are compared.</summary>
    public static string Without(string folded) => Mention().Replace(folded, "");

    [GeneratedRegex(@"(?<year>(?:昭和|平成|令和)(?:元|[0-9]{1,2})|(?<![a-z])[shr](?:元|[0-9]{1,2})(?![0-9])|(?<![0-9])(?:19|20)[0-9]{2}(?=年|$|[^0-9]))(?:年度末?|年)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();
}
