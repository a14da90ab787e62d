namespace Shirube.Files.Papers;

/// <summary>A long paper: a cover, a table of contents made from its headings, and what follows. The same for Word and for print.</summary>
/// <param name="Running">What stands in the head of every page but the first.</param>
/// <param name="Cover">Lines under the title: edition, municipality, day.</param>
public sealed record BookPaper(string Title, string Author, string Running, IReadOnlyList<string> Cover, IReadOnlyList<BookBlock> Blocks)
{
    private const int DeepestContents = 3;
    private const int MostContents = 400;

    /// <summary>How deep the table of contents goes: three levels, or fewer where that would be more than four hundred lines.</summary>
    public int ContentsDepth => Enumerable.Range(1, DeepestContents).LastOrDefault(d => d == 1 || Headings.Count(h => h.Level <= d) <= MostContents);

    public IEnumerable<BookHeading> Contents => ContentsDepth is var depth ? Headings.Where(h => h.Level <= depth) : [];

    private IEnumerable<BookHeading> Headings => Blocks.OfType<BookHeading>();
}
