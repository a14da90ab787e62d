using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Shirube.Domain.Common;

namespace Shirube.Ui.Text;

/// <summary>Text as it was typed, with what a search found in it marked.</summary>
public static class FoundText
{
    private const int Before = 24;
    private const int Length = 110;
    private const int MostMarks = 200;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The whole text with every hit marked.</summary>
    public static IHtmlContent Mark(string text, SearchWords words) => Marked(text, Spans(text, words), 0, text.Length);

    /// <summary>The part of a long text that holds the most of the words, with the hits marked; null where it holds none.</summary>
    public static IHtmlContent? Quote(string text, SearchWords words)
    {
        var spans = Spans(text, words);
        if (spans.Count == 0)
            return null;
        var first = spans.MaxBy(at => spans.Where(s => s.Start >= at.Start && s.End <= at.Start - Before + Length).Select(s => s.Word).Distinct().Count());
        var start = Whole(text, Math.Max(0, first.Start - Before));
        var end = Whole(text, Math.Min(text.Length, Math.Max(start + Length, first.End)));
        return Marked(text, spans, start, end);
    }

    private static List<(int Start, int End, int Word)> Spans(string text, SearchWords words)
    {
        if (text.Length == 0)
            return [];
        var folded = FoldedText.Of(text);
        var spans = new List<(int Start, int End, int Word)>();
        for (var word = 0; word < words.All.Count; word++)
            foreach (var form in words.All[word].Forms)
                for (var at = folded.Text.IndexOf(form, StringComparison.Ordinal); at >= 0 && spans.Count < MostMarks; at = folded.Text.IndexOf(form, at + form.Length, StringComparison.Ordinal))
                {
                    var (start, length) = folded.Original(at, form.Length).GetOffsetAndLength(text.Length);
                    spans.Add((start, start + length, word));
                }
        spans.Sort();
        return spans;
    }

    private static HtmlString Marked(string text, List<(int Start, int End, int Word)> spans, int from, int to)
    {
        var html = new StringBuilder(from > 0 ? "…" : "");
        var at = from;
        foreach (var (start, end, _) in spans.Where(s => s.End > from && s.Start < to))
        {
            if (end <= at)
                continue;
            html.Append(Encoder.Encode(text[at..Math.Max(at, start)]));
            html.Append("<mark>").Append(Encoder.Encode(text[Math.Max(at, start)..Math.Min(end, to)])).Append("</mark>");
            at = Math.Min(end, to);
        }

        return new(html.Append(Encoder.Encode(text[at..to])).Append(to < text.Length ? "…" : "").ToString());
    }

    // why: a cut through a surrogate pair would leave two broken letters.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
