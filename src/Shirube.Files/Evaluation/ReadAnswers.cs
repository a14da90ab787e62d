using System.Globalization;
using System.IO.Compression;
using Shirube.Domain.Common;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Evaluation;

/// <summary>An answer book that came back: the words of its worksheets' marks, and what stands in the cells.</summary>
public sealed record ReadAnswers(IReadOnlyList<IReadOnlyList<string>> Heads, IReadOnlyList<string> Listed, IReadOnlyList<ReadSheet> Sheets)
{
    private const int AnswerColumn = 3;
    private const int Cells = 30;

    /// <summary>Opens an xlsx file without macros. Formulas are never calculated: the text that the file keeps beside one is read.</summary>
    public static ReadAnswers Of(Stream content, string file)
    {
        (HasMacros(content, file) ? Refusals.WorkbookWithMacros(file) : null).ThrowIfAny();
        using var book = Workbook.Open(content, file);
        var rows = book.Sheets.Select(s => (s.Name, Rows: s.Rows().Select(r => (Row: r, Mark: r[0].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList())).ToList();
        var heads = rows.SelectMany(s => s.Rows.Where(r => r.Mark is ["book" or "sheet", ..]).Select(r => (IReadOnlyList<string>)r.Mark)).ToList();
        return new(heads, [.. rows.SelectMany(s => s.Rows).Where(r => r.Mark is ["list", _]).Select(r => r.Mark[1])], [.. rows.Select(s => SheetOf(s.Name, s.Rows)).OfType<ReadSheet>()]);
    }

    private static bool HasMacros(Stream content, string file)
    {
        if (Path.GetExtension(file).Equals(".xlsm", StringComparison.OrdinalIgnoreCase))
            return true;
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            throw new RefusalException(Refusals.ImportNotAWorkbook(file));
        }
    }

    private static ReadSheet? SheetOf(string name, List<(SheetRow Row, string[] Mark)> rows)
    {
        if (rows.Select(r => r.Mark).FirstOrDefault(m => m is ["sheet", _, _, _, _]) is not { } head || !int.TryParse(head[4], NumberStyles.None, CultureInfo.InvariantCulture, out var stage))
            return null;
        var tables = rows.Where(r => r.Mark is ["row", _]).ToLookup(r => r.Mark[1], r => CellsOf(r.Row));
        return new(name, head[3], stage, [.. rows.Where(r => r.Mark is ["answer", _, _, _] && int.TryParse(r.Mark[2], out _)).Select(r => new ReadAnswer(r.Row.Number, r.Mark[1], int.Parse(r.Mark[2], CultureInfo.InvariantCulture), r.Mark[3], CellsOf(r.Row), [.. tables[r.Mark[1]]]))]);
    }

    private static IReadOnlyList<ReadCell> CellsOf(SheetRow row) => [.. Enumerable.Range(AnswerColumn, Cells).Select(c => row[c]).Select(c => new ReadCell(c.IsBlank ? null : TextOf(c), c.Kind == CellKind.Error))];

    private static string TextOf(Cell cell) => cell.IsPercent ? (cell.Number * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%" : cell.Text;
}

public sealed record ReadSheet(string Name, string Key, int Stage, IReadOnlyList<ReadAnswer> Answers);

/// <param name="Mark">What the answer was when the book was made.</param>
/// <param name="Cells">The answer, the reason, whether last year's stands.</param>
/// <param name="Rows">Of a table.</param>
public sealed record ReadAnswer(int Row, string Question, int Seen, string Mark, IReadOnlyList<ReadCell> Cells, IReadOnlyList<IReadOnlyList<ReadCell>> Rows);

public readonly record struct ReadCell(string? Text, bool IsBroken);
