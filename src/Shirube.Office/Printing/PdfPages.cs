using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Shirube.Office.Printing;

/// <summary>On which page of a PDF of ours each named place stands, as Chromium writes them. Nothing where the file is of another make.</summary>
internal sealed partial class PdfPages
{
    private readonly string text;
    private readonly Dictionary<int, int> objects = [];
    private readonly Dictionary<int, int> pages = [];

    private PdfPages(byte[] pdf)
    {
        text = Encoding.Latin1.GetString(pdf);
        foreach (Match found in Begin().Matches(text))
            objects[Number(found, 1)] = found.Index;
    }

    public static IReadOnlyDictionary<string, int> Of(byte[] pdf)
    {
        var file = new PdfPages(pdf);
        if (Catalog().Matches(file.text).LastOrDefault() is not { } catalog || PagesIn().Match(catalog.Value) is not { Success: true } root || PlacesIn().Match(catalog.Value) is not { Success: true } places)
            return new Dictionary<string, int>();
        file.Count(Number(root, 1));
        return Place().Matches(file.Object(Number(places, 1))).Where(p => file.pages.ContainsKey(Number(p, 2))).DistinctBy(p => p.Groups[1].Value).ToDictionary(p => p.Groups[1].Value, p => file.pages[Number(p, 2)]);
    }

    // why: pages hang in a tree; their order in it is their order in the paper.
    private void Count(int node)
    {
        if (KidsIn().Match(Object(node)) is not { Success: true } kids)
            pages[node] = pages.Count + 1;
        else
            foreach (Match kid in Reference().Matches(kids.Groups[1].Value))
                Count(Number(kid, 1));
    }

    private string Object(int number) => objects.TryGetValue(number, out var at) && text.IndexOf("endobj", at, StringComparison.Ordinal) is > 0 and var end ? text[at..end] : "";

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=\n)([0-9]{1,9}) 0 obj", RegexOptions.None, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Begin();

    [GeneratedRegex(@"<</Type /Catalog[^\0]{0,2000}?>>\s*endobj", RegexOptions.None, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Catalog();

    [GeneratedRegex("/Pages ([0-9]{1,9}) 0 R", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PagesIn();

    [GeneratedRegex("/Dests ([0-9]{1,9}) 0 R", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PlacesIn();

    [GeneratedRegex(@"/Kids \[([^\]]*)\]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex KidsIn();

    [GeneratedRegex("([0-9]{1,9}) 0 R", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"/([A-Za-z0-9]+) \[([0-9]{1,9}) 0 R /XYZ", RegexOptions.None, matchTimeoutMilliseconds: 20_000)]
    private static partial Regex Place();
}
