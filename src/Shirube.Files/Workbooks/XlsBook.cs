using System.Text;
using ExcelDataReader;
using Shirube.Domain.Common;

namespace Shirube.Files.Workbooks;

/// <summary>The sheets of an xls file (Excel 97–2003 and older).</summary>
internal static class XlsBook
{
    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static IReadOnlyList<Sheet> Open(Stream stream, string file)
    {
        if (Mentions(stream, "EncryptedPackage"))
            throw new RefusalException(Refusals.ImportFileEncrypted(file));
        if (!Mentions(stream, "Workbook") && !Mentions(stream, "Book"))
            throw new RefusalException(Refusals.ImportNotAWorkbook(file));
        var sheets = new List<Sheet>();
        using var reader = Reader(stream);
        do
            sheets.Add(new XlsSheet(stream, file, reader.Name, sheets.Count, !string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase)));
        while (reader.NextResult());
        return sheets;
    }

    public static IExcelDataReader Reader(Stream stream)
    {
        stream.Position = 0;
        return ExcelReaderFactory.CreateBinaryReader(stream, new() { LeaveOpen = true, FallbackEncoding = Encoding.GetEncoding(932) });
    }

    // why: the names of a compound file's streams stand in it as UTF-16, wherever its directory lies.
    private static bool Mentions(Stream stream, string name)
    {
        stream.Position = 0;
        var wanted = Encoding.Unicode.GetBytes(name);
        var buffer = new byte[1 << 16];
        var kept = 0;
        int read;
        while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(wanted) >= 0)
                return true;
            kept = Math.Min(wanted.Length - 1, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return false;
    }
}

internal sealed class XlsSheet(Stream stream, string file, string name, int index, bool isHidden) : Sheet(file, name, isHidden)
{
    protected override IEnumerable<SheetRow> ReadRows()
    {
        using var reader = AtSheet();
        for (var number = 1; reader.Read(); number++)
        {
            var cells = new Cell[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = CellOf(reader, i);
            yield return new(number, cells);
        }
    }

    protected override IReadOnlyList<MergedRange> ReadMerges()
    {
        using var reader = AtSheet();
        return [.. (reader.MergeCells ?? []).Select(m => new MergedRange(m.FromRow + 1, m.ToRow + 1, m.FromColumn, m.ToColumn))];
    }

    private IExcelDataReader AtSheet()
    {
        var reader = XlsBook.Reader(stream);
        for (var i = 0; i < index; i++)
            reader.NextResult();
        return reader;
    }

    private static Cell CellOf(IExcelDataReader reader, int place)
    {
        return reader.GetValue(place) switch
        {
            string text => Cell.Of(text),
            double number => Cell.Of(number, IsPercent(reader, place)),
            int number => Cell.Of((double)number, IsPercent(reader, place)),
            bool truth => Cell.Of(truth),
            DateTime day => Cell.Of(DateOnly.FromDateTime(day)),
            null => default,
            { } other => Cell.Of(other.ToString()),
        };
    }

    private static bool IsPercent(IExcelDataReader reader, int place) =>
        reader.GetNumberFormatString(place) is { } format && XlsxFormats.Shape(format) == NumberShape.Percent;
}
