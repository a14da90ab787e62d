using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Shirube.Domain.Common;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;
using Shouldly;
using Xunit;

namespace Files.Tests;

/// <summary>The same list in every kind of file, and a large one.</summary>
public sealed class Kinds_of_file
{
    [Fact]
    public void An_xls_of_the_nineties_comes_in_with_merged_headings_and_percentages()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Samples", "invented.xls"));
        var batch = Book.Suggested(stream, "invented.xls");
        batch.Projects.Select(p => string.Join('/', p.DepartmentPath)).ShouldBe(["福祉部/健康課", "福祉部/長寿課"]);
        ImportTotals.Of(batch).Years[new(2024)].Total.ShouldBe(new Yen(2_355_392));
        batch.Projects[0].Indicators.Single().ShouldSatisfyAllConditions(i => i.Name.ShouldBe("受診率"), i => i.Actuals.Single().Value.ShouldBe(55.5m));
        batch.Problems.Single(p => p.Code == "sum-row").Row.ShouldBe(6);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "shift_jis", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_usual_encoding_of_a_csv_reads_the_same(string name)
    {
        var encoding = name switch { "utf-8" => new UTF8Encoding(false), "utf-8-bom" => new UTF8Encoding(true), "shift_jis" => Book.ShiftJis, _ => Encoding.GetEncoding(name) };
        var batch = Book.Suggested(Book.Csv("事業番号,事業名,担当課,令和6年度決算額（千円）\r\n1,サンプル～①㈱髙﨑事業,企画課,\"1,000\"\r\n", encoding), "x.csv");
        batch.Projects.Single().Name.ShouldBe("サンプル～①㈱髙﨑事業");
    }

    [Fact]
    public void Furigana_of_a_cell_is_no_part_of_its_text()
    {
        var stream = new Book().Sheet("一覧", [["事業番号", "事業名", "担当課", "令和6年度決算額（千円）"], [1, "FURIGANA", "企画課", 1]]).Xlsx();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(sheet.Open()))
                xml = reader.ReadToEnd();
            var at = xml.IndexOf("FURIGANA", StringComparison.Ordinal);
            var begin = xml.LastIndexOf("<x:is>", at, StringComparison.Ordinal);
            var end = xml.IndexOf("</x:is>", at, StringComparison.Ordinal);
            xml = string.Concat(xml.AsSpan(0, begin), "<x:is><x:r><x:t>広報</x:t></x:r><x:r><x:t>紙_x000A_発行</x:t></x:r><x:rPh sb=\"0\" eb=\"2\"><x:t>コウホウシ</x:t></x:rPh>", xml.AsSpan(end));
            var name = sheet.FullName;
            sheet.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(xml);
        }

        Book.Suggested(stream, "x.xlsx").Projects.Single().Name.ShouldBe("広報紙\n発行");
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_all_the_same()
    {
        using var once = new GZipStream(Packed(), CompressionMode.Decompress);
        Book.Suggested(once, "x.csv").Projects.Count.ShouldBe(1);

        static MemoryStream Packed()
        {
            var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                gzip.Write("事業番号,事業名,担当課,令和6年度決算額(千円)\n1,サンプル事業,企画課,1\n"u8);
            packed.Position = 0;
            return packed;
        }
    }

    [Fact]
    public void A_mapping_written_and_read_is_the_same_mapping()
    {
        var json = MappingFile.Write(Presets.Find("ofunato"));
        MappingFile.Write(MappingFile.Read(json)).ShouldBe(json);
        json.ShouldContain("\"name\": \"事務事業名\"");
        MappingFile.Schema.ToJsonString().ShouldContain("indicators");
    }

    // why: measured on the managed heap after every few thousand rows and at the end; the figure includes the whole batch in memory. A run in its own process peaked below 400 MB of resident memory.
    [Fact]
    public void A_workbook_of_50_MB_stays_far_below_512_MB()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        try
        {
            LargeBook.Write(path, 50_000_000);
            new FileInfo(path).Length.ShouldBeGreaterThan(50_000_000);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var watch = new HeapWatch();
            using var stream = File.OpenRead(path);
            var batch = Book.Suggested(stream, path);
            batch.Projects.Count.ShouldBeGreaterThan(10_000);
            (Math.Max(watch.Highest, GC.GetTotalMemory(false)) - before).ShouldBeLessThan(400_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class HeapWatch : IDisposable
    {
        private readonly Timer timer;

        public HeapWatch() => timer = new(_ => Highest = Math.Max(Highest, GC.GetTotalMemory(false)), null, 0, 20);

        public long Highest { get; private set; }
        public void Dispose() => timer.Dispose();
    }
}
