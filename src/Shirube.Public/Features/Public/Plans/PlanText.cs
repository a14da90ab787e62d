using Microsoft.AspNetCore.Html;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shirube.Ui.Text;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>A text of a plan as citizens read it: its words explained in the glossary, its figures shown.</summary>
internal static class PlanText
{
    /// <param name="addressOf">The address of a page of the municipality, on the day that is looked at.</param>
    public static IHtmlContent Render(Release release, string? markdown, int topHeading, Func<string, string> addressOf)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return HtmlString.Empty;
        var terms = release.Query<ReleasedTerm>("SELECT * FROM glossary_terms WHERE instr(@markdown, name) > 0 ORDER BY key", new { markdown });
        var shown = PlanFigure.KeysIn(markdown);
        var figures = shown.Count == 0 ? [] : release.Query<ReleasedFigure>("SELECT * FROM figures WHERE key IN @keys", new { keys = shown.Select(k => k.Value) });
        return MarkdownText.Render(markdown, topHeading,
            [.. terms.Select(t => new LinkedTerm(t.Name, $"{addressOf("glossary")}#term-{t.Key}", t.Meaning))],
            [.. figures.Select(f => new ShownFigure(f.Key, f.Title, f.Alt, f.Source, f.Width, f.Height, f.IsSample, addressOf($"figures/{f.Key}")))]);
    }
}
