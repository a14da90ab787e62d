using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Shirube.Ui.Charts;

/// <summary>Writes one drawing: shapes with classes (colours are the style sheet's), text escaped, numbers short.</summary>
internal sealed class SvgWriter(double width, double height)
{
    private readonly StringBuilder shapes = new();

    public double Width { get; } = width;
    public double Height { get; } = height;

    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
    // why: the default encoder writes every Japanese character as &#x…;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private static string Safe(string text) => Encoder.Encode(text);

    public void Path(string @class, string d) => shapes.Append(CultureInfo.InvariantCulture, $"<path class=\"{@class}\" d=\"{d}\"/>");

    public void Line(string @class, double x1, double y1, double x2, double y2) => Path(@class, $"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}");

    public void Circle(string @class, double x, double y, double r) => shapes.Append($"<circle class=\"{@class}\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(r)}\"/>");

    public void Rect(string @class, double x, double y, double w, double h, string? title = null)
    {
        shapes.Append($"<rect class=\"{@class}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(w)}\" height=\"{N(h)}\"");
        shapes.Append(title is null ? "/>" : $"><title>{Safe(title)}</title></rect>");
    }

    public void Text(double x, double y, string text, string anchor = "start", string? @class = null) =>
        shapes.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}{(@class is null ? "" : $" class=\"{@class}\"")}>{Safe(text)}</text>");

    /// <summary>The drawing with its one-sentence summary, which is also its accessible name.</summary>
    public IHtmlContent Figure(string summary, IHtmlContent? keys = null, bool wide = false, bool says = true)
    {
        var html = new StringBuilder("<figure class=\"chart\">");
        html.Append(wide ? "<div class=\"chart-wide\" tabindex=\"0\" role=\"region\" aria-label=\"図\">" : "");
        html.Append($"<svg viewBox=\"0 0 {N(Width)} {N(Height)}\" role=\"img\" aria-label=\"{Safe(summary)}\">").Append(shapes).Append("</svg>");
        html.Append(wide ? "</div>" : "");
        using var text = new StringWriter(html);
        keys?.WriteTo(text, HtmlEncoder.Default);
        html.Append(says ? $"<figcaption aria-hidden=\"true\">{Safe(summary)}</figcaption>" : "");
        return new HtmlString(html.Append("</figure>").ToString());
    }

    /// <summary>What the colours mean.</summary>
    public static IHtmlContent Keys(IEnumerable<(string Class, string Text)> keys) =>
        new HtmlString("<ul class=\"keys\" aria-hidden=\"true\">" + string.Concat(keys.Select(k =>
            $"<li><svg viewBox=\"0 0 16 16\" class=\"chart\"><rect class=\"bar {k.Class}\" x=\"1\" y=\"1\" width=\"14\" height=\"14\"/></svg>{Safe(k.Text)}</li>")) + "</ul>");
}
