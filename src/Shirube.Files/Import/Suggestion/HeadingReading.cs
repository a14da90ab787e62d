using System.Text;
using System.Text.RegularExpressions;
using Shirube.Domain.Common;

namespace Shirube.Files.Import;

/// <summary>What a column's heading says: its words without years, units and marks; the year and unit it names.</summary>
internal sealed partial class HeadingReading
{
    public HeadingReading(ColumnHeading heading)
    {
        Place = heading.Place;
        Parts = [.. heading.Parts.Select(Core)];
        Last = Parts.LastOrDefault(p => p.Length > 0) ?? "";
        Whole = string.Concat(Parts);
        Spaced = string.Join(" / ", heading.Parts.Select(SpacedFold));
        Year = heading.Parts.Reverse().Select(p => HeadingYears.In(p)).FirstOrDefault(y => y is not null);
        Offset = heading.Parts.Reverse().Select(RelativeYear).FirstOrDefault(o => o is not null);
        Unit = heading.Parts.Reverse().Select(UnitIn).FirstOrDefault(u => u is not null);
    }

    public int Place { get; }
    public IReadOnlyList<string> Parts { get; }
    public string Last { get; }
    public string Whole { get; }
    public string Spaced { get; }
    public FiscalYear? Year { get; }
    public string? Offset { get; }
    public string? Unit { get; }

    /// <summary>The words a field is looked for by: the lowest heading, then all of them together.</summary>
    public IEnumerable<string> Candidates => new[] { Last, Whole, Parts.Count > 0 ? Parts[0] + Last : "", Last.IndexOf('(') is > 1 and var open ? Last[..open] : "" }.Distinct();

    public double Fit(string field) => Candidates.Select((c, i) => Vocabulary.Known.Fit(field, c) - (i * 0.01)).Max();

    private static string Core(string part)
    {
        var folded = Units().Replace(HeadingYears.Without(HeadingText.Fold(part)), "");
        folded = Vocabulary.Known.RelativeYears.Aggregate(folded, (text, relative) => text.StartsWith(relative.Word, StringComparison.Ordinal) && text.Length > relative.Word.Length ? text[relative.Word.Length..] : text);
        folded = Numbering().Replace(folded, "");
        folded = EmptyBrackets().Replace(folded, "");
        return folded.Trim('・', ':', '*', '※', '○', '●', '■', '□', '◆', '◇', '▼', '_', '-', '【', '】', '「', '」', '[', ']', '<', '>', '"');
    }

    public static string SpacedFold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
            folded.Append(char.IsWhiteSpace(letter) ? ' ' : char.ToLowerInvariant(letter));
        return folded.ToString();
    }

    private static string? RelativeYear(string part)
    {
        var folded = HeadingText.Fold(part);
        return Vocabulary.Known.RelativeYears.Where(r => folded.Contains(r.Word, StringComparison.Ordinal)).Select(r => r.Offset).FirstOrDefault();
    }

    /// <summary>The unit of money a text names: 「(千円)」, 「単位：円」.</summary>
    public static string? UnitIn(string text)
    {
        var match = Units().Match(HeadingText.Fold(text));
        return match.Success ? match.Groups["unit"].Value : null;
    }

    [GeneratedRegex(@"[(\[<【]?(?:単位)?[:=]?(?<unit>百万円|千円|万円|億円|(?<![百千万億])円)[)\]>】]?(?![^()\]>】])|[(\[<【](?:単位)?[:=]?(?<unit>百万円|千円|万円|億円|円)[)\]>】]|単位[:=]?(?<unit>百万円|千円|万円|億円|円)", RegexOptions.ExplicitCapture)]
    private static partial Regex Units();

    [GeneratedRegex(@"^(?:\([0-9a-z]{1,2}\)|[0-9]{1,2}[.．、)]|第[0-9]+[.:]?)")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\(\s*\)|\[\s*\]|【\s*】")]
    private static partial Regex EmptyBrackets();
}
