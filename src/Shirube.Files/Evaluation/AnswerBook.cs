namespace Shirube.Files.Evaluation;

/// <summary>A workbook to answer evaluation sheets in: a first worksheet that lists them, then one worksheet for each.</summary>
/// <param name="Mark">What the first worksheet is known by when it comes back.</param>
public sealed record AnswerBook(string Title, IReadOnlyList<string> Notes, string Mark, IReadOnlyList<BookSheet> Sheets);

/// <param name="ListMark">What the sheet's line in the list is known by.</param>
public sealed record BookSheet(string Name, string Mark, string ListMark, string Remark, IReadOnlyList<string> Heads, IReadOnlyList<BookRow> Rows);

/// <summary>A row: its mark, which no one sees, then its cells from the label on.</summary>
public sealed record BookRow(BookLook Look, string? Mark, IReadOnlyList<BookCell> Cells);

/// <summary>A text or a number; written in by people where it has an input.</summary>
public sealed record BookCell(object? Value, BookInput? Input = null)
{
    public static readonly BookCell Blank = new((object?)null);
}

/// <param name="Choices">The list that drops down; empty where anything is written.</param>
/// <param name="Note">What a person reads when the cell is chosen.</param>
public sealed record BookInput(IReadOnlyList<string> Choices, string Note, bool IsNumber = false, int? Longest = null);

public enum BookLook
{
    Section,
    Question,
    Head,
    Said,
}
