using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Shirube.Ui.Text;

/// <summary>A word that leads to where it is explained; its meaning is what the browser shows beside it.</summary>
public sealed record LinkedTerm(string Word, string Address, string Meaning);

/// <summary>Makes words of a text into links, each where it first stands: not in headings, links or code.</summary>
internal static class TermLinks
{
    private const int LongestTitle = 120;

    public static void Put(MarkdownDocument document, IReadOnlyList<LinkedTerm> terms)
    {
        // why: of two words that begin at the same place the longer one is meant.
        var left = terms.Where(t => t.Word.Length > 0).OrderByDescending(t => t.Word.Length).ThenBy(t => t.Word, StringComparer.Ordinal).ToList();
        foreach (var leaf in document.Descendants<LeafBlock>().Where(b => b is not HeadingBlock && b.Inline is not null).ToList())
            foreach (var literal in leaf.Inline!.FindDescendants<LiteralInline>().Where(l => !IsInLink(l)).ToList())
                Put(literal, left);
    }

    private static void Put(LiteralInline literal, List<LinkedTerm> left)
    {
        var at = literal;
        while (left.Count > 0)
        {
            var text = at.Content.ToString();
            var first = left.Select(t => (Term: t, At: text.IndexOf(t.Word, StringComparison.Ordinal))).Where(f => f.At >= 0).OrderBy(f => f.At).ThenByDescending(f => f.Term.Word.Length).FirstOrDefault();
            if (first.Term is not { } term)
                return;
            left.Remove(term);
            var rest = new LiteralInline(text[(first.At + term.Word.Length)..]);
            var link = LinkTo(term);
            at.InsertAfter(link);
            link.InsertAfter(rest);
            at.Content = new(text[..first.At]);
            at = rest;
        }
    }

    private static LinkInline LinkTo(LinkedTerm term)
    {
        var link = new LinkInline(term.Address, term.Meaning.Length > LongestTitle ? $"{term.Meaning[..LongestTitle]}…" : term.Meaning);
        link.GetAttributes().AddClass("term");
        link.AppendChild(new LiteralInline(term.Word));
        return link;
    }

    private static bool IsInLink(LiteralInline literal)
    {
        for (ContainerInline? above = literal.Parent; above is not null; above = above.Parent)
            if (above is LinkInline)
                return true;
        return false;
    }
}
