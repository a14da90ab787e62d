using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Evaluation;

/// <summary>One worksheet of an answer book. Its first column holds the marks and is hidden, so that rows are known wherever they stand.</summary>
internal sealed class BookSheetPage(BookSheet sheet, BookChoices choices, string listName)
{
    private const int FirstRow = 4;
    private const int LongestPrompt = 255;
    private const double Narrow = 14;
    private static readonly double[] Widths = [2, 30, 34, 34, 46, 16];

    private readonly DataValidations validations = new();

    public Worksheet Worksheet()
    {
        var rows = new List<Row> { Plain(1, sheet.Mark, sheet.Name, AnswerBookLook.Title, 2), Plain(2, null, $"「{listName}」に戻る", AnswerBookLook.Link, 1), Heads() };
        rows.AddRange(sheet.Rows.Select((r, i) => RowOf(FirstRow + i, r)));
        var page = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = FirstRow - 1, TopLeftCell = $"A{FirstRow}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0, ShowGridLines = false }),
            new Columns(Enumerable.Range(0, Columns).Select(c => new Column { Min = (uint)c + 1, Max = (uint)c + 1, Width = WidthOf(c), CustomWidth = true, Hidden = c == 0 ? true : null })),
            new SheetData(rows), Protection());
        if (validations.HasChildren)
        {
            validations.Count = (uint)validations.ChildElements.Count;
            page.Append(validations);
        }
        page.Append(new Hyperlinks(new Hyperlink { Reference = "B2", Location = $"{AnswerBookFile.Quoted(listName)}!B1", Display = listName }), new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToWidth = 1, FitToHeight = 0 }, new HeaderFooter(new OddFooter("&L&A&R&P / &N")));
        return page;
    }

    /// <summary>Without a password: it keeps from slips, not from intent. What comes back is judged all the same.</summary>
    internal static SheetProtection Protection() => new() { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false };

    private int Columns => Math.Max(Widths.Length, sheet.Rows.Select(r => r.Cells.Count + 1).DefaultIfEmpty(0).Max());

    private static double WidthOf(int column) => column < Widths.Length ? Widths[column] : Narrow;

    private static Row Plain(int at, string? mark, string text, AnswerBookLook look, int lines) =>
        BookText.Row(at, [BookText.Cell(0, at, mark, AnswerBookLook.Plain), BookText.Cell(1, at, text, look)], [], lines);

    private Row Heads() => BookText.Row(FirstRow - 1, sheet.Heads.Select((h, i) => BookText.Cell(i + 1, FirstRow - 1, h, AnswerBookLook.Head)), sheet.Heads.Select((h, i) => ((object?)h, WidthOf(i + 1))));

    private Row RowOf(int at, BookRow row)
    {
        foreach (var (cell, i) in row.Cells.Select((c, i) => (c, i)))
            if (cell.Input is { } input)
                Validate($"{ColumnName.Of(i + 1)}{at}", input);
        var cells = row.Cells.Select((c, i) => BookText.Cell(i + 1, at, c.Value, LookOf(row.Look, i, c))).Prepend(BookText.Cell(0, at, row.Mark, AnswerBookLook.Plain));
        return BookText.Row(at, cells, row.Look == BookLook.Section ? [] : row.Cells.Select((c, i) => (c.Value, WidthOf(i + 1))), row.Cells.Any(c => c.Input?.Longest is not null) ? 3 : 1);
    }

    private static AnswerBookLook LookOf(BookLook row, int at, BookCell cell) => cell.Input is { } input ? input.IsNumber ? AnswerBookLook.Number : AnswerBookLook.Text
        : row switch
        {
            BookLook.Section => AnswerBookLook.Section,
            BookLook.Head => AnswerBookLook.Head,
            BookLook.Question when at == 0 => AnswerBookLook.Label,
            _ => cell.Value switch { string => AnswerBookLook.Said, decimal number when number != decimal.Truncate(number) => AnswerBookLook.Decimal, _ => AnswerBookLook.Figure },
        };

    private void Validate(string at, BookInput input)
    {
        var rule = new DataValidation
        {
            AllowBlank = true, ShowInputMessage = true, ShowErrorMessage = true, PromptTitle = "入力のしかた", Prompt = input.Note.Length <= LongestPrompt ? input.Note : input.Note[..(LongestPrompt - 1)] + "…",
            ErrorTitle = "入力できません", Error = input.Note.Length <= 200 ? input.Note : input.Note[..199] + "…", SequenceOfReferences = new() { InnerText = at },
        };
        if (input.Choices.Count > 0)
            (rule.Type, rule.Formula1) = (DataValidationValues.List, new(choices.RangeOf(input.Choices)));
        else if (input.IsNumber)
            (rule.Type, rule.Operator, rule.Formula1, rule.Formula2) = (DataValidationValues.Decimal, DataValidationOperatorValues.Between, new("-999999999999999"), new("999999999999999"));
        else if (input.Longest is { } longest)
            (rule.Type, rule.Operator, rule.Formula1) = (DataValidationValues.TextLength, DataValidationOperatorValues.LessThanOrEqual, new(longest.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        validations.Append(rule);
    }
}
