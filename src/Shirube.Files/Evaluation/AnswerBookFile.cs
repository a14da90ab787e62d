using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirube.Files.Evaluation;

/// <summary>Writes an answer book: only the cells to fill in are unlocked, choices drop down, every text is a text whatever it begins with.</summary>
public static class AnswerBookFile
{
    private const string ListName = "はじめに";
    private const string ChoicesName = "選択肢";
    private const int LongestName = 31;

    public static byte[] Write(AnswerBook book)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = document.AddWorkbookPart();
            AnswerBookStyles.Write(part);
            var names = book.Sheets.Select((s, i) => NameOf(i + 1, s.Name)).ToList();
            var choices = new BookChoices(ChoicesName);
            var sheets = new Sheets();
            Add(part, sheets, ListName, BookListing.Of(book, names));
            foreach (var (sheet, i) in book.Sheets.Select((s, i) => (s, i)))
                Add(part, sheets, names[i], new BookSheetPage(sheet, choices, ListName).Worksheet());
            Add(part, sheets, ChoicesName, choices.Worksheet(), SheetStateValues.Hidden);
            part.Workbook = new(new BookViews(new WorkbookView { ActiveTab = 0 }), sheets, new DefinedNames(names.Select((n, i) => new DefinedName($"{Quoted(n)}!$3:$3") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i + 1 })));
        }
        return stream.ToArray();
    }

    internal static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Add(WorkbookPart book, Sheets sheets, string name, Worksheet worksheet, SheetStateValues? state = null)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = worksheet;
        sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = book.GetIdOfPart(part), State = state });
    }

    // why: the number in front keeps names apart that are the same in their first letters.
    private static string NameOf(int number, string name)
    {
        var plain = $"{number:00} {string.Concat(name.Select(c => @"[]:*?/\".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c))}";
        var cut = plain.Length <= LongestName ? plain : plain[..(char.IsHighSurrogate(plain[LongestName - 1]) ? LongestName - 1 : LongestName)];
        return cut.TrimEnd('\'', ' ');
    }
}
