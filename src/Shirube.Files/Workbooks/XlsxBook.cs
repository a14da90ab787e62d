using System.IO.Compression;
using System.Xml;
using Shirube.Domain.Common;

namespace Shirube.Files.Workbooks;

/// <summary>The parts of an xlsx file: which sheets, in which order, and what they share.</summary>
internal sealed class XlsxBook : IDisposable
{
    private readonly ZipArchive archive;
    private readonly string file;
    private readonly Dictionary<string, ZipArchiveEntry> entries;
    private XlsxStrings? strings;
    private XlsxFormats? formats;

    private XlsxBook(ZipArchive archive, string file)
    {
        this.archive = archive;
        this.file = file;
        entries = archive.Entries.GroupBy(e => e.FullName.Replace('\\', '/').TrimStart('/'), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
    }

    public XlsxStrings Strings => strings ??= entries.ContainsKey(StringsPath) ? XlsxStrings.Read(Xml(StringsPath)) : XlsxStrings.None;
    public XlsxFormats Formats => formats ??= entries.ContainsKey(FormatsPath) ? XlsxFormats.Read(Xml(FormatsPath)) : XlsxFormats.None;
    public bool Counts1904 { get; private set; }
    private string StringsPath { get; set; } = "";
    private string FormatsPath { get; set; } = "";

    public static (IReadOnlyList<Sheet>, IDisposable) Open(Stream stream, string file)
    {
        var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            RefuseIfTooLarge(zip, file);
            var book = new XlsxBook(zip, file);
            return (book.Sheets(), book);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    private static void RefuseIfTooLarge(ZipArchive archive, string file)
    {
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            total += entry.Length;
            if (total > FileLimits.UnpackedBytes || entry.Length > FileLimits.SuspiciousBytes && entry.Length / Math.Max(1, entry.CompressedLength) > FileLimits.PackingRatio)
                throw new RefusalException(Refusals.ImportArchiveTooLarge(file, FileLimits.UnpackedBytes));
        }
    }

    private List<Sheet> Sheets()
    {
        var root = Relations("_rels/.rels", "").FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal));
        if (root.Path is not { } workbook || !entries.ContainsKey(workbook) || !IsSpreadsheet(workbook))
            throw new RefusalException(Refusals.ImportNotAWorkbook(file));
        var slash = workbook.LastIndexOf('/');
        var folder = workbook[..(slash + 1)];
        var relations = Relations($"{folder}_rels/{workbook[(slash + 1)..]}.rels", folder);
        StringsPath = relations.FirstOrDefault(r => r.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Path ?? "";
        FormatsPath = relations.FirstOrDefault(r => r.Type.EndsWith("/styles", StringComparison.Ordinal)).Path ?? "";
        return Sheets(workbook, relations.Where(r => r.Type.EndsWith("/worksheet", StringComparison.Ordinal)).ToDictionary(r => r.Id, r => r.Path));
    }

    private bool IsSpreadsheet(string path)
    {
        using var xml = Xml(path);
        return xml.MoveToContent() == XmlNodeType.Element && xml.LocalName == "workbook";
    }

    private List<Sheet> Sheets(string workbook, Dictionary<string, string> paths)
    {
        var sheets = new List<Sheet>();
        using var xml = Xml(workbook);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                Counts1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet" && paths.TryGetValue(RelationId(xml), out var path) && entries.ContainsKey(path))
                sheets.Add(new XlsxSheet(this, file, xml.GetAttribute("name") ?? "", path, xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }

        return sheets.Count > 0 ? sheets : throw new RefusalException(Refusals.ImportNotAWorkbook(file));
    }

    private static string RelationId(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";

    private List<(string Id, string Type, string Path)> Relations(string path, string folder)
    {
        var relations = new List<(string, string, string)>();
        if (!entries.ContainsKey(path))
            return relations;
        using var xml = Xml(path);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship")
                relations.Add((xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, xml.GetAttribute("Target") ?? "")));
        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var parts = new List<string>();
        foreach (var part in (folder + target).Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".." or ""))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    public XmlReader Xml(string path) =>
        XmlReader.Create(new CountedStream(entries[path].Open(), file, FileLimits.UnpackedBytes), new() { CloseInput = true, DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true });

    public void Dispose() => archive.Dispose();
}
