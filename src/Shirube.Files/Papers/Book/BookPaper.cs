namespace Shirube.Files.Papers;

/// <summary>A long paper: a cover, a table of contents made from its headings, and what follows. The same for Word and for print.</summary>
/// <param name="Running">What stands in the head of every page but the first.</param>
/// <param name="Cover">Lines under the title: edition, municipality, day.</param>
public sealed record BookPaper(string Title, string Author, string Running, IReadOnlyList<string> Cover, IReadOnlyList<BookBlock> Blocks)
{
    private const int DeepestContents = 3;

    /// <summary>Without a cover there is no table of contents either: title and lines stand above the text.</summary>
    public bool HasCover { get; init; } = true;

    /// <summary>Whether the pages lie down, for wide tables.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>Whether tables stand close to each other in print, so that a form of many of them needs fewer pages.</summary>
    public bool IsDense { get; init; }

    /// <summary>How many lines the table of contents may have.</summary>
    public int MostContents { get; init; } = 400;

    /// <summary>How deep the table of contents goes: three levels, or fewer where that would be more lines than it may have.</summary>
    public int ContentsDepth => Enumerable.Range(1, DeepestContents).LastOrDefault(d => d == 1 || Headings.Count(h => h.Level <= d) <= MostContents);

    public IEnumerable<BookHeading> Contents => ContentsDepth is var depth ? Headings.Where(h => h.Level <= depth) : [];

    private IEnumerable<BookHeading> Headings => Blocks.OfType<BookHeading>();
}
