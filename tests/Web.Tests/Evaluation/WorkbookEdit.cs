using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shouldly;

namespace Web.Tests.Evaluation;

/// <summary>Changes a workbook as Excel would, and looks into it.</summary>
internal static class WorkbookEdit
{
    public static byte[] Change(byte[] workbook, Action<SpreadsheetDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            change(document);
        return stream.ToArray();
    }

    /// <summary>Writes texts into cells: row by its label, column by its letter.</summary>
    public static byte[] Write(byte[] workbook, params (string Label, string Column, string Text)[] cells) => Change(workbook, document =>
    {
        foreach (var (label, column, text) in cells)
            Put(CellAt(document, label, column), text);
    });

    public static void Put(Cell cell, string text)
    {
        cell.RemoveAllChildren();
        (cell.DataType, cell.InlineString) = (CellValues.InlineString, new(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    public static void Formula(Cell cell, string formula, string? shown)
    {
        cell.RemoveAllChildren();
        cell.DataType = shown is null ? null : CellValues.String;
        cell.Append(new CellFormula(formula));
        if (shown is not null)
            cell.Append(new CellValue(shown));
    }

    /// <summary>A cell of the first sheet of answers; a label with +n is n rows below it.</summary>
    public static Cell CellAt(SpreadsheetDocument document, string label, string column)
    {
        var parts = label.Split('+');
        var rows = SheetPart(document, 1).Worksheet!.Descendants<Row>().ToList();
        var at = rows.FindIndex(r => r.Elements<Cell>().Any(c => c.CellReference!.Value!.StartsWith('B') && c.InnerText.StartsWith(parts[0], StringComparison.Ordinal)));
        at.ShouldBeGreaterThanOrEqualTo(0, $"no row {label}");
        var row = rows[at + (parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0)];
        return row.Elements<Cell>().Single(c => c.CellReference!.Value == $"{column}{row.RowIndex}");
    }

    public static WorksheetPart SheetPart(SpreadsheetDocument document, int at) => (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().ElementAt(at).Id!);

    /// <summary>Opened and saved by LibreOffice; null where it is not on this machine.</summary>
    public static async Task<byte[]?> ThroughLibreOffice(byte[] workbook, CancellationToken cancel)
    {
        if (!File.Exists("/usr/bin/soffice"))
            return null;
        var folder = Directory.CreateTempSubdirectory("shirube-office-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "in.xlsx"), workbook, cancel);
            using var office = Process.Start(new ProcessStartInfo("/usr/bin/soffice", [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "xlsx", "--outdir", Path.Combine(folder.FullName, "out"), Path.Combine(folder.FullName, "in.xlsx")]) { RedirectStandardOutput = true, UseShellExecute = false, RedirectStandardError = true })!;
            await office.WaitForExitAsync(cancel);
            return await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "out", "in.xlsx"), cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
