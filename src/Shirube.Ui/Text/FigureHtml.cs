using System.Text.Encodings.Web;
using System.Text.Unicode;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Ui.Controls;

namespace Shirube.Ui.Text;

/// <summary>A figure as pages show it.</summary>
/// <param name="Alt">What it says, in words.</param>
/// <param name="Address">Of the picture.</param>
public sealed record ShownFigure(PublicKey Key, string Title, string Alt, string? Source, int Width, int Height, bool IsSample, string Address);

/// <summary>Shows the figures that a text names: alone in its paragraph with title and source below, within a sentence the picture only.</summary>
internal static class FigureHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Put(MarkdownDocument document, IReadOnlyList<ShownFigure> figures)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage).ToList())
            Put(link, figures.FirstOrDefault(f => f.Key == PlanFigure.KeyIn(link.Url)));
    }

    private static void Put(LinkInline link, ShownFigure? figure)
    {
        if (figure is null)
            link.ReplaceBy(new LiteralInline($"(図「{string.Concat(link.Descendants<LiteralInline>().Select(l => l.Content.ToString()))}」が見つかりません)"), copyChildren: false);
        else if (link is { Parent: { ParentBlock: ParagraphBlock { Parent: { } container } paragraph } alone } && alone.FirstChild == link && alone.LastChild == link)
            container[container.IndexOf(paragraph)] = Block(figure);
        else
            link.ReplaceBy(new HtmlInline(Picture(figure)), copyChildren: false);
    }

    private static HtmlBlock Block(ShownFigure figure)
    {
        var source = figure.Source is { } from ? $"<span class=\"figure-source\">資料: {Encoder.Encode(from)}</span>" : "";
        var sample = SampleMarkTagHelper.Mark(figure.IsSample, figure.Title) is { } mark ? $" {mark}" : "";
        var html = $"<figure class=\"figure\">{Picture(figure)}<figcaption>{Encoder.Encode(figure.Title)}{sample}{source}</figcaption></figure>";
        return new HtmlBlock(new HtmlBlockParser()) { Type = HtmlBlockType.NonInterruptingBlock, Lines = new StringLineGroup(html) };
    }

    private static string Picture(ShownFigure figure) =>
        $"<img src=\"{Encoder.Encode(figure.Address)}\" alt=\"{Encoder.Encode(figure.Alt)}\" width=\"{figure.Width}\" height=\"{figure.Height}\" loading=\"lazy\" decoding=\"async\">";
}
