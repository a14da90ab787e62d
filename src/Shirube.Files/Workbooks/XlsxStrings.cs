using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Shirube.Files.Workbooks;

/// <summary>The shared strings, kept as UTF-8 in blocks so that a large table costs little more than its text.</summary>
internal sealed partial class XlsxStrings
{
    private const int BlockSize = 1 << 20;
    public static readonly XlsxStrings None = new();

    private readonly List<byte[]> blocks = [];
    private readonly List<(int Block, int Start, int Length)> places = [];
    private int used = BlockSize;

    public int Count => places.Count;

    public string this[int index]
    {
        get
        {
            if (index < 0 || index >= places.Count)
                throw new InvalidDataException();
            var (block, start, length) = places[index];
            return Encoding.UTF8.GetString(blocks[block], start, length);
        }
    }

    public static XlsxStrings Read(XmlReader xml)
    {
        var strings = new XlsxStrings();
        using (xml)
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                    strings.Add(RichText(xml));
        return strings;
    }

    /// <summary>The text of a string item the reader stands on: its runs, without phonetic runs (furigana). Leaves the reader on the item's end.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = "";
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
                xml.Skip();
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
                text += xml.ReadElementContentAsString();
            else
                xml.Read();
        }

        return Unescaped(text);
    }

    /// <summary>_x000D_ is how the format writes a character XML cannot hold.</summary>
    public static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, m => ((char)Convert.ToUInt16(m.Groups[1].Value, 16)).ToString()) : text;

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (used + length > BlockSize)
        {
            blocks.Add(new byte[Math.Max(BlockSize, length)]);
            used = 0;
        }

        Encoding.UTF8.GetBytes(text, blocks[^1].AsSpan(used));
        places.Add((blocks.Count - 1, used, length));
        used += length;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
