using Microsoft.AspNetCore.Html;

namespace Shirube.Ui.Charts;

/// <summary>A part of a whole by count; the key (1–6) is its colour.</summary>
public sealed record Share(string Name, int Count, int Key);

/// <summary>Counts as one bar with its legend; the counts are written, not only drawn.</summary>
public sealed record ShareBar(string Name, string Unit, IReadOnlyList<Share> Shares)
{
    public string Summary => $"{Name}: {string.Join('、', Shares.Select(s => $"{s.Name}{s.Count:#,0}{Unit}"))}。";

    public IHtmlContent Render()
    {
        const double width = 420;
        var total = Shares.Sum(s => s.Count);
        if (total == 0)
            return HtmlString.Empty;
        var svg = new SvgWriter(width, 36);
        var x = 0d;
        foreach (var share in Shares.Where(s => s.Count > 0))
        {
            var w = width * share.Count / total;
            svg.Rect($"bar k{share.Key}", x, 0, w, 36, $"{share.Name} {share.Count:#,0}{Unit}");
            x += w;
        }
        return svg.Figure(Summary, SvgWriter.Keys(Shares.Select(s => ($"k{s.Key}", $"{s.Name} {s.Count:#,0}{Unit}"))), says: false);
    }
}
