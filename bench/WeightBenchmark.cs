using System.Text.RegularExpressions;

namespace Bench;

/// <summary>What a citizen's first look at the list of projects weighs, with everything the page asks for.</summary>
internal static partial class WeightBenchmark
{
    public const string Name = "public-list";

    public static async Task<Outcome> Run(ServedSite site)
    {
        var path = $"/{ServedSite.City}/projects";
        var html = await site.Citizen.Text(path);
        var parts = Part().Matches(html).Where(m => !m.Value.StartsWith("<link", StringComparison.Ordinal) || Loaded().IsMatch(m.Value)).Select(m => m.Groups["to"].Value).Distinct(StringComparer.Ordinal).ToList();
        var page = await site.Citizen.Get(path);
        var all = page;
        foreach (var part in parts)
            all += await site.Citizen.Get(part.Replace("&amp;", "&", StringComparison.Ordinal));
        return new(Name, "the citizens' list of 400 projects, first look",
        [
            Finding.AtMost("page and all it loads", 60, " kB", all / 1000d),
            Finding.AtMost("of it the page itself", 60, " kB", page / 1000d),
            Finding.AtMost("requests", 8, "", parts.Count + 1),
        ]);
    }

    [GeneratedRegex("""<(link|script|img)\b[^>]*\b(href|src)="(?<to>/[^"]+)"[^>]*>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex("""rel="(stylesheet|icon|preload|modulepreload|manifest)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Loaded();
}
