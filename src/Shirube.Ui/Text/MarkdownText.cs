using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Ui.Text;

/// <summary>Markdown as plans use it: no raw HTML, links only to http(s), mail or within the site, headings shifted under the page's own.</summary>
public static partial class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().DisableHtml().Build();

    /// <summary>Renders with its top headings at <paramref name="topHeading"/> (h2 by default).</summary>
    /// <param name="terms">Words that lead to where they are explained, each where it first stands.</param>
    /// <param name="figures">The figures that the text may show; what it names beside them is said to be missing.</param>
    public static IHtmlContent Render(string? markdown, int topHeading = 2, IReadOnlyList<LinkedTerm>? terms = null, IReadOnlyList<ShownFigure>? figures = null)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return HtmlString.Empty;
        var document = Parse(markdown);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var shift = headings.Count == 0 ? 0 : topHeading - headings.Min(h => h.Level);
        foreach (var heading in headings)
            heading.Level = Math.Clamp(heading.Level + shift, topHeading, 6);
        if (terms is { Count: > 0 })
            TermLinks.Put(document, terms);
        FigureHtml.Put(document, figures ?? []);
        return new HtmlString(document.ToHtml(Pipeline));
    }

    /// <summary>The parts of a text, for papers that show them in their own form. Links that may not be followed are none; of pictures only the municipality's own figures are.</summary>
    public static MarkdownDocument Parse(string markdown)
    {
        var document = Read(markdown);
        foreach (var link in document.Descendants<LinkInline>())
            (link.Url, link.IsImage) = (MayLink(link.Url) ? link.Url : "", link.IsImage && PlanFigure.KeyIn(link.Url) is not null);
        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !MayLink(l.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document;
    }

    // why: the library reads only so many quotes and lists within each other; a text of more is shown as it stands rather than not at all.
    private static MarkdownDocument Read(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return [new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(markdown)) }];
        }
    }

    /// <summary>The text without the signs of emphasis and headings, for papers that show it as it stands; tables and lists keep theirs.</summary>
    [return: NotNullIfNotNull(nameof(markdown))]
    public static string? Plain(string? markdown) => markdown is null ? null : Signs().Replace(Figures().Replace(markdown, "[図: ${title}]"), "");

    [GeneratedRegex(@"!\[(?<title>[^\]\n]*)\]\(\s*<?図/(?<key>[0-9a-z]+)[^)\n]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Figures();

    /// <summary>The plain text with what the signs left out say of each character: 0 for nothing.</summary>
    /// <param name="known">Figures that go by their title alone; others with their key, so that one which took the place of another of the same title is seen.</param>
    internal static (string Plain, int[] Signs) Signed(string markdown, IReadOnlyCollection<PublicKey> known)
    {
        markdown = Figures().Replace(markdown, f => known.Contains(new(f.Groups["key"].Value)) ? $"[図: {f.Groups["title"].Value}]" : $"[図: {f.Groups["title"].Value}({f.Groups["key"].Value})]");
        var (plain, signs) = (new System.Text.StringBuilder(markdown.Length), new List<int>(markdown.Length));
        var (at, emphasis, heading) = (0, 0, 0);
        foreach (Match sign in Signs().Matches(markdown))
        {
            Take(sign.Index);
            at = sign.Index + sign.Length;
            (emphasis, heading) = sign.Value[0] switch { '*' => (emphasis ^ Strong, heading), '_' => (emphasis ^ Underscored, heading), '`' => (emphasis ^ Code, heading), _ => (emphasis, sign.Value.Trim().Length) };
        }

        Take(markdown.Length);
        return (plain.ToString(), [.. signs]);

        // why: a heading ends with its line, and emphasis does not go on beyond a blank line.
        void Take(int end)
        {
            for (; at < end; at++)
            {
                if (markdown[at] == '\n')
                    (emphasis, heading) = (markdown.AsSpan(0, at).TrimEnd(" \r").EndsWith("\n") ? 0 : emphasis, 0);
                plain.Append(markdown[at]);
                signs.Add(emphasis | heading);
            }
        }
    }

    private const int Strong = 8;
    private const int Underscored = 16;
    private const int Code = 32;

    [GeneratedRegex(@"\*\*|__|`|^#{1,6}[ \t]+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Signs();

    private static bool MayLink(string? url)
    {
        // why: browsers drop control characters inside a scheme, "java\tscript:" runs.
        if (string.IsNullOrEmpty(url) || url.Any(char.IsControl) || url.StartsWith("//", StringComparison.Ordinal) || url.Contains('\\'))
            return false;
        var colon = url.IndexOf(':');
        var isRelative = colon < 0 || url.AsSpan(0, colon).IndexOfAny('/', '?', '#') >= 0;
        return isRelative || url[..colon].ToLowerInvariant() is "http" or "https" or "mailto";
    }
}
