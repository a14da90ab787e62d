using System.Text;

namespace Shirube.Domain.Common;

/// <summary>One word to be found, folded; where it names a year, any of the ways to write that year.</summary>
public sealed record SearchWord(IReadOnlyList<string> Forms);

/// <summary>What a person typed to search: words that must all be there, 「phrases」 in quotation marks, and -words that must not.</summary>
public sealed class SearchWords
{
    public const int Longest = 200;
    public const int Most = 10;

    private const string Quotes = "\"＂“”„「」『』";
    private const string Dashes = "-－ー−‐–—―";

    private SearchWords(string typed) => Typed = typed;

    public string Typed { get; }
    public IReadOnlyList<SearchWord> All { get; private init; } = [];
    public IReadOnlyList<string> Not { get; private init; } = [];
    /// <summary>The words as typed, each by itself, for links that search with fewer of them.</summary>
    public IReadOnlyList<string> Each { get; private init; } = [];
    /// <summary>All of it folded as one text: what a number or a whole title is compared with.</summary>
    public string Whole { get; private init; } = "";
    /// <summary>Why this cannot be searched for; null where it can, and where nothing was typed.</summary>
    public Refusal? WhyNot { get; private init; }

    public bool IsBlank => All.Count == 0 && WhyNot is null;

    public static SearchWords Parse(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
            return new("");
        if (text.Length > Longest)
            return new(text[..Longest]) { WhyNot = Refusals.SearchTooLong(Longest, text.Length) };
        var parts = Parts(text).Select(p => (p.IsNot, p.Typed, Folded: FoldedText.Fold(p.Typed))).Where(p => p.Folded.Length > 0).ToList();
        var all = parts.Where(p => !p.IsNot).DistinctBy(p => p.Folded).ToList();
        return new(text)
        {
            All = [.. all.Take(Most).Select(p => new SearchWord(YearWords.Forms(p.Folded)))],
            Not = [.. parts.Where(p => p.IsNot).Select(p => p.Folded).Distinct().Take(Most)],
            Each = [.. all.Select(p => p.Typed)],
            Whole = FoldedText.Fold(text),
            WhyNot = parts.Count == 0 ? Refusals.SearchOnlySigns : all.Count == 0 ? Refusals.SearchOnlyExcludes : parts.Count > Most ? Refusals.SearchTooManyWords(Most, parts.Count) : null,
        };
    }

    private static IEnumerable<(bool IsNot, string Typed)> Parts(string text)
    {
        var part = new StringBuilder();
        var (isNot, isQuoted) = (false, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : ' ';
            var ends = at == text.Length || Quotes.Contains(letter, StringComparison.Ordinal) || (!isQuoted && char.IsWhiteSpace(letter));
            if (!ends && part.Length == 0 && !isQuoted && !isNot && Dashes.Contains(letter, StringComparison.Ordinal) && IsBegun(text, at))
                isNot = true;
            else if (!ends)
                part.Append(letter);
            else
            {
                if (part.Length > 0)
                    yield return (isNot, part.ToString());
                part.Clear();
                isQuoted = at < text.Length && Quotes.Contains(letter, StringComparison.Ordinal) && !isQuoted;
                isNot = isQuoted && isNot;
            }
        }
    }

    // why: a dash excludes only at the beginning of a word, and only where a word follows it.
    private static bool IsBegun(string text, int at) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1])) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
}
