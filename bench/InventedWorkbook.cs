using System.IO.Compression;
using System.Reflection;
using System.Security;
using System.Text;

namespace Bench;

/// <summary>An invented workbook as cities keep them: 407 projects in 210 columns, six blocks of years, long texts, a first row and column of nothing, and a format on every cell of 1,826 rows.</summary>
internal static class InventedWorkbook
{
    private const int Columns = 210;
    private const int Projects = 407;
    private const int FormattedRows = 1_826;
    private const string Styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf numFmtId=\"3\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
    private const string Letters = "市民生活福祉教育産業観光防災道路公園水道税務健康支援管理整備運営推進計画調査事務";

    private static readonly string[] Block =
    [
        "国庫支出金", "都道府県支出金", "地方債", "その他", "一般財源", "事業費計（A）", "正規職員従事人数", "延べ業務時間", "人件費計(B)", "トータルコスト(A)＋(B)",
        "⑤活動指標ア", "⑤活動指標イ", "⑤活動指標ウ", "⑥対象指標カ", "⑥対象指標キ", "⑥対象指標ク", "⑦成果指標サ", "⑦成果指標シ", "⑦成果指標ス",
    ];

    public static void Write(string file)
    {
        var texts = new SharedTexts();
        var sheet = Sheet(texts);
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        Entry(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
        Entry(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Entry(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"サンプル\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Entry(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
        Entry(zip, "xl/styles.xml", Styles);
        Entry(zip, "xl/worksheets/sheet1.xml", sheet);
        Entry(zip, "xl/sharedStrings.xml", texts.Xml);
    }

    private static string Sheet(SharedTexts texts)
    {
        var (headings, random) = (Headings(), new Random(7));
        var xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        Row(xml, 1, texts, ["サンプル"]);
        Row(xml, 2, texts, headings.Select(h => (object?)h.Heading));
        for (var i = 0; i < Projects; i++)
            Row(xml, i + 3, texts, headings.Select(h => Value(h.Kind, i, random)));
        // why: offices format a sheet far beyond its last row, and a reader has to walk over all of it.
        for (var row = Projects + 3; row <= FormattedRows; row++)
            Row(xml, row, texts, headings.Select(_ => (object?)null));
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static List<(string Heading, string Kind)> Headings()
    {
        using var stream = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("headings.txt")!);
        var headings = stream.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('|')).Select(p => (Heading: p[0], Kind: p[1])).ToList();
        for (var year = 0; year < 6; year++)
            headings.AddRange(Block.Select((heading, i) => (heading, i < 10 ? "money" : "count")));
        for (var i = headings.Count; i < Columns - 1; i++)
            headings.Add(($"独自欄{i}", "short"));
        return headings;
    }

    private static object? Value(string kind, int i, Random random)
    {
        var (policy, measure, basic) = (i % 8 + 1, i % 25 + 1, i % 68 + 1);
        return kind switch
        {
            "id" => $"{i + 1:0000}",
            "name" => $"サンプル{Words(random, 8)}事業{i + 1}",
            "department" => $"サンプル{i % 12 + 1}部サンプル{i % 40 + 1}課",
            "policy tens" or "measure tens" => kind == "measure tens" ? measure / 10 : 0,
            "policy ones" => policy,
            "measure ones" => measure % 10,
            "policy title" => $"サンプル政策{policy}",
            "measure title" => $"サンプル施策{policy}-{measure}",
            "basic id" => $"{basic:00}",
            "basic title" => $"サンプル基本事業{basic}",
            "contact" => $"職員{i % 90:000}",
            "class" => i % 3 == 0 ? "一般" : "補助金等",
            "code" => i % 9 + 1,
            "flag" => i % 4 == 0 ? "○" : null,
            "period" => "単年度繰返",
            "indicator" => random.Next(3) == 0 ? null : $"{Words(random, 6)}の数",
            "choice" => i % 5 == 0 ? "見直し余地がある" : "妥当である",
            "short" => random.Next(3) == 0 ? null : Words(random, 8),
            "long" => Words(random, 60 + random.Next(120)),
            "money" => random.Next(6) == 0 ? 0 : random.Next(90_000),
            "count" => random.Next(3) == 0 ? null : random.Next(5_000),
            "blank" => null,
            _ => kind[1..],
        };
    }

    private static void Row(StringBuilder xml, int number, SharedTexts texts, IEnumerable<object?> values)
    {
        xml.Append($"<row r=\"{number}\">");
        foreach (var (value, i) in values.Select((v, i) => (v, i)))
            if (value is string text)
                xml.Append($"<c r=\"{Column(i + 1)}{number}\" t=\"s\"><v>{texts.Of(text)}</v></c>");
            else if (value is not null)
                xml.Append($"<c r=\"{Column(i + 1)}{number}\" s=\"1\"><v>{value}</v></c>");
            else
                xml.Append($"<c r=\"{Column(i + 1)}{number}\" s=\"1\"/>");
        xml.Append("</row>");
    }

    private static string Column(int index) => index < 26 ? $"{(char)('A' + index)}" : $"{(char)('A' + index / 26 - 1)}{(char)('A' + index % 26)}";

    private static string Words(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(Letters.Length)]));

    private static void Entry(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }

    private sealed class SharedTexts
    {
        private readonly Dictionary<string, int> places = [];

        public string Xml => $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(places.OrderBy(p => p.Value).Select(p => $"<si><t>{SecurityElement.Escape(p.Key)}</t></si>"))}</sst>";

        public int Of(string text) => places.TryGetValue(text, out var place) ? place : places[text] = places.Count;
    }
}
