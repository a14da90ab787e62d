using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirube.Files.Evaluation;

/// <summary>The first worksheet: how the book is filled in, and a link to each sheet.</summary>
internal static class BookListing
{
    private const double NameWidth = 60;
    private const double RemarkWidth = 30;

    public static Worksheet Of(AnswerBook book, IReadOnlyList<string> names)
    {
        var rows = new List<Row> { Line(1, book.Mark, (book.Title, AnswerBookLook.Title)) };
        foreach (var note in book.Notes)
            rows.Add(Line(rows.Count + 1, null, (note, AnswerBookLook.Note)));
        rows.Add(Line(rows.Count + 1, null, ("シート", AnswerBookLook.Head), ("必須の答え", AnswerBookLook.Head)));
        var first = rows.Count + 1;
        foreach (var sheet in book.Sheets)
            rows.Add(Line(rows.Count + 1, sheet.ListMark, (sheet.Name, AnswerBookLook.Link), (sheet.Remark, AnswerBookLook.Said)));
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { WorkbookViewId = 0, TabSelected = true, ShowGridLines = false }),
            new Columns(new Column { Min = 1, Max = 1, Width = 2, Hidden = true, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = NameWidth, CustomWidth = true }, new Column { Min = 3, Max = 3, Width = RemarkWidth, CustomWidth = true }),
            new SheetData(rows),
            BookSheetPage.Protection(),
            new Hyperlinks(names.Select((n, i) => new Hyperlink { Reference = $"B{first + i}", Location = $"{AnswerBookFile.Quoted(n)}!B1", Display = book.Sheets[i].Name })),
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, FitToWidth = 1, FitToHeight = 0 });
    }

    private static Row Line(int at, string? mark, params (string Text, AnswerBookLook Look)[] cells) =>
        BookText.Row(at, cells.Select((c, i) => BookText.Cell(i + 1, at, c.Text, c.Look)).Prepend(BookText.Cell(0, at, mark, AnswerBookLook.Plain)),
            cells.Select(c => ((object?)c.Text, NameWidth)), cells[0].Look == AnswerBookLook.Title ? 2 : 1);
}
