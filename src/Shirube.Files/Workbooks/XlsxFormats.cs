using System.Text.RegularExpressions;
using System.Xml;

namespace Shirube.Files.Workbooks;

internal enum NumberShape
{
    Plain,
    Percent,
    Day,
}

/// <summary>Which cell styles show a number as a percentage or a day.</summary>
internal sealed partial class XlsxFormats
{
    public static readonly XlsxFormats None = new();

    private readonly List<NumberShape> styles = [];

    public NumberShape this[string? style] =>
        int.TryParse(style, out var index) && index >= 0 && index < styles.Count ? styles[index] : NumberShape.Plain;

    public static XlsxFormats Read(XmlReader xml)
    {
        var formats = new XlsxFormats();
        var custom = new Dictionary<int, string>();
        using (xml)
        {
            var inCells = false;
            while (xml.Read())
            {
                if (xml.LocalName == "cellXfs")
                    inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
                    custom[id] = xml.GetAttribute("formatCode") ?? "";
                else if (inCells && xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf")
                    formats.styles.Add(int.TryParse(xml.GetAttribute("numFmtId"), out var of) ? Shape(of, custom.GetValueOrDefault(of)) : NumberShape.Plain);
            }
        }

        return formats;
    }

    public static NumberShape Shape(int id, string? code) => (id, code) switch
    {
        (_, { Length: > 0 }) => Shape(code),
        (9 or 10, _) => NumberShape.Percent,
        ( >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58, _) => NumberShape.Day,
        _ => NumberShape.Plain,
    };

    public static NumberShape Shape(string code)
    {
        var bare = Quoted().Replace(code.Split(';')[0], "");
        return bare.Contains('%', StringComparison.Ordinal) ? NumberShape.Percent
            : !bare.Contains("General", StringComparison.OrdinalIgnoreCase) && bare.Any("ymdhgeYMDHGE".Contains) && !bare.Any("#0".Contains)
                ? NumberShape.Day : NumberShape.Plain;
    }

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|\\.|_.
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();
}
