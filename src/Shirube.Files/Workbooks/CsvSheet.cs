using System.Text;
using Shirube.Domain.Common;

namespace Shirube.Files.Workbooks;

/// <summary>A text table: comma, tab or semicolon; UTF-8, UTF-16 or Shift_JIS (code page 932).</summary>
internal sealed class CsvSheet(Stream stream, string file, string name, Encoding encoding, char delimiter) : Sheet(file, name, isHidden: false)
{
    public override bool IsTextOnly => true;

    public static CsvSheet Open(Stream stream, string file)
    {
        var encoding = TextEncoding.Of(stream) ?? throw new RefusalException(Refusals.ImportNotAWorkbook(file));
        var start = Start(stream, encoding);
        if (string.IsNullOrWhiteSpace(start))
            throw new RefusalException(Refusals.ImportFileEmpty(file));
        if (start.Contains('\0') || start.TrimStart().StartsWith('<') || start.StartsWith("%PDF", StringComparison.Ordinal))
            throw new RefusalException(Refusals.ImportNotAWorkbook(file));
        return new(stream, file, Path.GetFileNameWithoutExtension(file), encoding, Delimiter(start));
    }

    protected override IEnumerable<SheetRow> ReadRows()
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var number = 0;
        foreach (var fields in DelimitedText.Records(reader, delimiter))
            yield return new(++number, [.. fields.Select(Cell.Of)]);
    }

    private static string Start(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var start = new char[200_000];
        return new(start, 0, reader.ReadBlock(start));
    }

    private static char Delimiter(string start) =>
        new[] { ',', '\t', ';' }.MaxBy(delimiter => Width(start, delimiter));

    // why: the delimiter is the one most records agree on, not the one that occurs most often in long text.
    private static double Width(string start, char delimiter)
    {
        using var reader = new StringReader(start);
        var widths = DelimitedText.Records(reader, delimiter).Take(50).Select(r => r.Count).Where(n => n > 1).ToList();
        if (widths.Count == 0)
            return 0;
        var commonest = widths.GroupBy(w => w).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
        return commonest.Key * (double)commonest.Count();
    }
}
