using System.Globalization;
using System.Xml;

namespace Shirube.Files.Workbooks;

/// <summary>A sheet of an xlsx file, read as a stream.</summary>
internal sealed class XlsxSheet(XlsxBook book, string file, string name, string path, bool isHidden) : Sheet(file, name, isHidden)
{
    protected override IEnumerable<SheetRow> ReadRows()
    {
        using var xml = book.Xml(path);
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
                yield break;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                continue;
            number = int.TryParse(xml.GetAttribute("r"), out var stated) ? stated : number + 1;
            if (!xml.IsEmptyElement)
                yield return new(number, ReadCells(xml));
        }
    }

    private Cell[] ReadCells(XmlReader xml)
    {
        var cells = new List<Cell>();
        var place = -1;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row"))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            place = xml.GetAttribute("r") is { } reference ? ColumnName.Place(reference.AsSpan().TrimEnd("0123456789")) : place + 1;
            var cell = ReadCell(xml);
            if (cell.IsBlank || place is < 0 or > 20_000)
                continue;
            while (cells.Count <= place)
                cells.Add(default);
            cells[place] = cell;
        }

        return [.. cells];
    }

    private Cell ReadCell(XmlReader xml)
    {
        var (kind, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
            return default;
        string? value = null;
        var isFormula = false;
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                xml.Read();
            else if (xml.LocalName == "v")
                value = xml.ReadElementContentAsString();
            else if (xml.LocalName == "is")
                value = XlsxStrings.RichText(xml);
            else
            {
                isFormula |= xml.LocalName == "f";
                xml.Skip();
            }
        }

        return value is null ? isFormula && kind is null or "n" && isFormula ? Cell.Error("(計算されていない数式)") : default : Value(kind, style, value);
    }

    private Cell Value(string? kind, string? style, string value) => kind switch
    {
        "s" => Cell.Of(book.Strings[int.Parse(value, CultureInfo.InvariantCulture)]),
        "str" => Cell.Of(XlsxStrings.Unescaped(value)),
        "inlineStr" => Cell.Of(value),
        "b" => Cell.Of(value is "1" or "true"),
        "e" => Cell.Error(value),
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Cell.Of(DateOnly.FromDateTime(day)) : Cell.Of(value),
        _ => Number(style, value),
    };

    private Cell Number(string? style, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return Cell.Of(value);
        return book.Formats[style] switch
        {
            NumberShape.Percent => Cell.Of(number, isPercent: true),
            // why: a serial below 367 is no day anybody plans with; a column of years formatted as days holds such numbers.
            NumberShape.Day when number is >= 367 and < 200_000 => Cell.Of(DateOnly.FromDateTime(DateTime.FromOADate(number + (book.Counts1904 ? 1462 : 0)))),
            _ => Cell.Of(number),
        };
    }

    protected override IReadOnlyList<MergedRange> ReadMerges()
    {
        var merges = new List<MergedRange>();
        using var xml = book.Xml(path);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "mergeCell" && Range(xml.GetAttribute("ref") ?? "") is { } range)
                merges.Add(range);
        return merges;
    }

    private static MergedRange? Range(string reference)
    {
        var ends = reference.Replace("$", "").Split(':');
        if (ends.Length != 2)
            return null;
        var (first, last) = (Position(ends[0]), Position(ends[1]));
        return first.Row < 1 || last.Row < 1 || first.Column < 0 || last.Column < 0 ? null : new(first.Row, last.Row, first.Column, last.Column);
    }

    private static (int Row, int Column) Position(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetter).Count();
        return (int.TryParse(reference.AsSpan(letters), out var row) ? row : 0, ColumnName.Place(reference.AsSpan(0, letters)));
    }
}
