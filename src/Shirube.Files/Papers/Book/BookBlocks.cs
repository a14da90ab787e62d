using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Files.Papers;

public abstract record BookBlock;

/// <summary>A heading of the paper's own tree; it stands in the outline and, down to a level, in the table of contents.</summary>
/// <param name="Level">From 1.</param>
/// <param name="Anchor">Letters and digits, each anchor once in a paper.</param>
public sealed record BookHeading(int Level, string Text, string Anchor) : BookBlock
{
    /// <summary>Whether a new page begins with it; headings of the first level begin one unless they say otherwise.</summary>
    public bool StartsPage { get; init; } = Level == 1;
}

/// <summary>A heading within a text; it does not stand in the table of contents.</summary>
public sealed record BookSubheading(int Level, IReadOnlyList<BookRun> Runs) : BookBlock
{
    public BookSubheading(int level, string text) : this(level, [new(text)]) { }
}

public enum BookTextKind
{
    Body,
    /// <summary>A sentence under a heading: a title in plain words, a total.</summary>
    Lead,
    /// <summary>Small print under a table: how figures are meant.</summary>
    Note,
    /// <summary>The name of a table or picture; it stays with what follows.</summary>
    Caption,
    /// <summary>Text as it stands, in a font of one width.</summary>
    Code,
}

public sealed record BookText(IReadOnlyList<BookRun> Runs, BookTextKind Kind = BookTextKind.Body) : BookBlock
{
    public BookText(string text, BookTextKind kind = BookTextKind.Body) : this([new BookRun(text)], kind) { }
}

[Flags]
public enum BookLook
{
    Plain = 0,
    Strong = 1,
    Emphasis = 2,
    Struck = 4,
    Code = 8,
    Raised = 16,
    Lowered = 32,
    Inserted = 64,
}

/// <param name="Link">An address of the web or of mail; null where the run is no link.</param>
public sealed record BookRun(string Text, BookLook Look = BookLook.Plain, string? Link = null);

/// <param name="First">The number of the first one, where they are numbered.</param>
public sealed record BookList(bool IsNumbered, int First, IReadOnlyList<IReadOnlyList<BookBlock>> Items) : BookBlock;

public sealed record BookQuote(IReadOnlyList<BookBlock> Blocks) : BookBlock;

/// <summary>A line between two parts of a text.</summary>
public sealed record BookRule : BookBlock;

/// <param name="Widths">Of the columns, in relation to each other.</param>
public sealed record BookTable(IReadOnlyList<int> Widths, IReadOnlyList<BookRow> Rows) : BookBlock;

/// <param name="IsHead">Whether it is repeated on every page the table goes over.</param>
public sealed record BookRow(IReadOnlyList<BookCell> Cells, bool IsHead = false)
{
    /// <summary>Whether it may go on over the end of a page: a row with a long text, which would leave half a page empty.</summary>
    public bool MayBreak { get; init; }

    /// <summary>Whether the row after it stands on the same page: the name of a group of rows.</summary>
    public bool KeepsWithNext { get; init; }
}

public enum CellLook
{
    Plain,
    Head,
    /// <summary>A number or an amount: to the right.</summary>
    Number,
    Middle,
    Total,
    TotalNumber,
    /// <summary>Nothing, not even a border.</summary>
    Blank,
}

/// <summary>A cell that may go over several rows and columns.</summary>
public sealed record BookCell(IReadOnlyList<BookRun> Runs, CellLook Look = CellLook.Plain, int Rows = 1, int Columns = 1)
{
    public BookCell(string text, CellLook look = CellLook.Plain, int rows = 1, int columns = 1) : this([new BookRun(text)], look, rows, columns) { }

    public string Text => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>An indicator over the years with its target. The table of the same figures stands before it.</summary>
/// <param name="Summary">What it shows, in one sentence.</param>
public sealed record BookChart(string Name, string? Unit, string Summary, IReadOnlyList<BookChartYear> Years) : BookBlock;

/// <param name="IsProvisional">Whether the value is 速報 or 推計.</param>
public sealed record BookChartYear(FiscalYear Year, decimal? Actual, bool IsProvisional, decimal? Target);

/// <summary>A picture with its caption below.</summary>
/// <param name="Caption">図1 and its title.</param>
/// <param name="Alt">What it says, in words.</param>
/// <param name="Width">In pixels, as is <paramref name="Height"/>.</param>
public sealed record BookFigure(string Caption, string Alt, string? Source, PictureKind Kind, int Width, int Height, byte[] Content) : BookBlock;
