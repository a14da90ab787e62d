namespace Shirube.Files.Papers;

/// <summary>A paper of one sheet of A3 lying down: a title, a line of remarks, and a table that fills the rest.</summary>
/// <param name="Points">The size of the table's letters.</param>
/// <param name="RowPoints">The height of each of its rows.</param>
public sealed record SheetPaper(string Title, string Remark, BookTable Table, double Points, double RowPoints)
{
    /// <summary>The sheet within its margins, in points.</summary>
    public const double Width = 1133;
    /// <summary>What the table may take, in points: the title, the remark and some air are taken off.</summary>
    public const double Height = 730;
}
