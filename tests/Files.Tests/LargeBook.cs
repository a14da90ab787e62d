using System.IO.Compression;

namespace Files.Tests;

/// <summary>An invented workbook of a given packed size: one list whose texts hardly pack.</summary>
internal static class LargeBook
{
    private const string Letters = "市民生活福祉教育産業観光防災道路公園水道税務健康支援管理整備運営推進計画調査事務";

    public static void Write(string path, long bytes)
    {
        using var file = File.Create(path);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Entry(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"一覧\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Entry(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
            Sheet(sheet, file, bytes);
        }
    }

    private static void Sheet(StreamWriter sheet, FileStream file, long bytes)
    {
        var random = new Random(1);
        string Words(int length) => string.Create(length, random, (text, r) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Letters[r.Next(Letters.Length)];
        });
        sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        Row(sheet, ["事業番号", "事業名", "担当課", "事業の概要", "令和6年度決算額（千円）", "独自欄1", "独自欄2"]);
        for (var i = 1; file.Position <= bytes + 2_000_000; i++)
            Row(sheet, [$"{i}", $"サンプル{Words(12)}", $"{Words(2)}課", Words(300), $"{random.Next(100_000)}", Words(500), Words(500)]);
        sheet.Write("</sheetData></worksheet>");
    }

    private static void Row(StreamWriter sheet, IReadOnlyList<string> cells)
    {
        sheet.Write("<row>");
        foreach (var cell in cells)
            sheet.Write($"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>");
        sheet.Write("</row>");
    }

    private static void Entry(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
