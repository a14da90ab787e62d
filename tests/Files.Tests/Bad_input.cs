using System.IO.Compression;
using System.Text;
using Shirube.Domain.Common;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;
using Shouldly;
using Xunit;

namespace Files.Tests;

/// <summary>Each bad file is answered by one refusal with its own code, and nothing else.</summary>
public sealed class Bad_input
{
    private static readonly object?[] Headings = ["事業番号", "事業名", "担当課", "令和6年度決算額（千円）"];

    private static string Refused(Stream stream, string file) =>
        Should.Throw<RefusalException>(() => Book.Suggested(stream, file)).Refusal.Code;

    private static string Refused(byte[] bytes, string file) => Refused(new MemoryStream(bytes), file);

    [Theory]
    [InlineData("空.xlsx")]
    [InlineData("空.csv")]
    [InlineData("空.xls")]
    public void An_empty_file(string file) => Refused([], file).ShouldBe("import-file-empty");

    [Fact]
    public void A_text_file_of_nothing_but_line_breaks() => Refused(Encoding.UTF8.GetBytes("\r\n\r\n  \r\n"), "x.csv").ShouldBe("import-file-empty");

    [Fact]
    public void A_workbook_with_nothing_in_it() => Refused(new Book().Sheet("Sheet1", []).Xlsx(), "x.xlsx").ShouldBe("import-file-empty");

    [Theory]
    [InlineData("写真.xlsx")]
    [InlineData("写真.xls")]
    [InlineData("写真.csv")]
    public void A_picture_by_another_name(string file) =>
        Refused([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 0, 0xFF, 0xDB], file).ShouldBe("import-not-a-workbook");

    [Theory]
    [InlineData("x.xlsx")]
    [InlineData("x.xls")]
    [InlineData("x.csv")]
    public void A_web_page_by_another_name(string file) => Refused(Encoding.UTF8.GetBytes("<!DOCTYPE html><html><table><tr><td>事業名</td></tr></table></html>"), file).ShouldBe("import-not-a-workbook");

    [Fact]
    public void A_csv_renamed_xlsx() => Refused(Encoding.UTF8.GetBytes("事業番号,事業名\n1,サンプル\n"), "x.xlsx").ShouldBe("import-not-a-workbook");

    [Fact]
    public void A_zip_that_is_no_workbook() => Refused(Zip(("readme.txt", "サンプル"u8.ToArray())), "x.xlsx").ShouldBe("import-not-a-workbook");

    [Fact]
    public void A_kind_that_is_not_read() => Refused(Encoding.UTF8.GetBytes("事業番号,事業名\n"), "x.ods").ShouldBe("import-file-kind-unknown");

    [Fact]
    public void An_encrypted_workbook()
    {
        var bytes = new byte[4096];
        ReadOnlySpan<byte> signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(bytes);
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(bytes, 1536);
        Refused(bytes, "x.xlsx").ShouldBe("import-file-encrypted");
    }

    [Fact]
    public void A_compound_file_of_another_program()
    {
        var bytes = new byte[4096];
        ReadOnlySpan<byte> signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(bytes);
        Encoding.Unicode.GetBytes("WordDocument").CopyTo(bytes, 1536);
        Refused(bytes, "x.xls").ShouldBe("import-not-a-workbook");
    }

    [Fact]
    public void A_workbook_cut_off_in_the_middle()
    {
        var whole = new Book().Sheet("一覧", [Headings, .. Enumerable.Range(1, 500).Select(i => new object?[] { i, $"サンプル事業{i}", "企画課", i })]).Xlsx().ToArray();
        Refused(whole[..(whole.Length / 2)], "x.xlsx").ShouldBe("import-file-broken");
    }

    [Fact]
    public void A_sheet_whose_xml_is_broken()
    {
        var stream = new Book().Sheet("一覧", [Headings, [1, "サンプル事業", "企画課", 1]]).Xlsx();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(e => e.FullName.Contains("worksheets/", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(sheet.Open()))
                xml = reader.ReadToEnd();
            var name = sheet.FullName;
            sheet.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(xml[..(xml.Length * 2 / 3)]);
        }

        Refused(stream, "x.xlsx").ShouldBe("import-file-broken");
    }

    [Fact]
    public void An_archive_that_claims_gigabytes_is_refused_before_it_is_unpacked()
    {
        var zeros = new byte[1 << 20];
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            for (var i = 0; i < 1100; i++)
                entry.Write(zeros);
        }

        var before = GC.GetTotalAllocatedBytes();
        Refused(stream, "x.xlsx").ShouldBe("import-archive-too-large");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(10_000_000);
    }

    [Fact]
    public void A_sheet_full_of_rows()
    {
        var text = new StringBuilder("事業番号,事業名,担当課,令和6年度決算額(千円)\n");
        for (var i = 1; i <= FileLimits.FilledRows + 1; i++)
            text.Append(i).Append(",サンプル,企画課,1\n");
        Refused(Book.Csv(text.ToString()), "x.csv").ShouldBe("import-too-many-rows");
    }

    [Fact]
    public void A_sheet_that_only_claims_many_rows_is_read()
    {
        var rows = Enumerable.Range(0, 30_000).Select(_ => Array.Empty<object?>()).ToArray();
        rows[0] = Headings;
        rows[1] = [1, "サンプル甲事業", "企画課", 10];
        rows[29_999] = [2, "サンプル乙事業", "企画課", 20];
        var batch = new Book().Sheet("一覧", rows).Suggested();
        batch.Projects.Select(p => p.Source.Row).ShouldBe([2, 30_000]);
    }

    [Fact]
    public void A_row_far_too_wide() =>
        Refused(Book.Csv(string.Join(',', Enumerable.Repeat("事業名", FileLimits.Columns + 1)) + "\n"), "x.csv").ShouldBe("import-too-many-columns");

    [Fact]
    public void A_file_without_a_list_of_projects() =>
        Refused(Book.Csv("氏名,住所,点数\nサンプル,サンプル町,1\n"), "x.csv").ShouldBe("import-no-table");

    [Fact]
    public void A_missing_key_column_is_named()
    {
        var mapping = new Mapping { Project = new() { Name = "事業名", Number = "事業番号" } };
        var refusal = Should.Throw<RefusalException>(() => new Book().Sheet("一覧", [["整理No", "事業名"], [1, "サンプル事業"]]).Read(mapping)).Refusal;
        refusal.Code.ShouldBe("import-column-missing");
        refusal.What.ShouldContain("事業番号");
        Should.Throw<RefusalException>(() => new Book().Sheet("一覧", [["番号", "名前"], [1, "サンプル"]]).Read(mapping)).Refusal.Code.ShouldBe("import-no-table");
    }

    [Fact]
    public void The_preset_on_another_layout_names_the_heading_it_looked_for() =>
        Should.Throw<RefusalException>(() => new Book().Sheet("一覧", [Headings, [1, "サンプル", "企画課", 1]]).Read(Presets.Find("ofunato"))).Refusal.What.ShouldContain("事務事業名");

    [Fact]
    public void An_id_given_twice_is_named_with_both_rows()
    {
        var refusal = Should.Throw<RefusalException>(() => new Book().Sheet("一覧", [Headings, [101, "サンプル甲事業", "企画課", 1], [102, "サンプル乙事業", "企画課", 1], [101, "サンプル丙事業", "企画課", 1]]).Suggested()).Refusal;
        refusal.Code.ShouldBe("import-number-duplicate");
        refusal.What.ShouldContain("101");
        refusal.What.ShouldContain("2行目");
        refusal.What.ShouldContain("4行目");
    }

    [Fact]
    public void The_same_name_and_department_twice_without_any_id_is_refused() =>
        Refused(Book.Csv("事業名,担当課,令和6年度決算額(千円)\nサンプル,企画課,1\nサンプル,税務課,2\nサンプル,企画課,3\n"), "x.csv").ShouldBe("import-project-duplicate");

    [Theory]
    [InlineData("032034")]
    [InlineData("03203")]
    [InlineData("3203")]
    public void The_list_of_another_municipality(string code)
    {
        var text = $"団体コード,事業番号,事業名,担当課,令和6年度決算額(千円)\n{code},1,サンプル事業,企画課,1\n";
        Refused(Book.Csv(text), "x.csv").ShouldBe("import-wrong-municipality");
    }

    [Theory]
    [InlineData("032158")]
    [InlineData("03215")]
    [InlineData("3215")]
    public void The_list_of_this_municipality_comes_in(string code) =>
        Book.Suggested(Book.Csv($"団体コード,事業番号,事業名,担当課,令和6年度決算額(千円)\n{code},1,サンプル事業,企画課,1\n"), "x.csv").Projects.Count.ShouldBe(1);

    [Fact]
    public void A_row_with_an_id_and_no_name_is_an_error_of_the_whole_import()
    {
        var batch = new Book().Sheet("一覧", [Headings, [1, "サンプル甲事業", "企画課", 1], [2, null, "企画課", 5]]).Suggested();
        batch.HasErrors.ShouldBeTrue();
        batch.Problems.Single(p => p.Severity == ProblemSeverity.Error).ShouldSatisfyAllConditions(p => p.Code.ShouldBe("name-missing"), p => p.Row.ShouldBe(3));
    }

    [Theory]
    [InlineData("""{ "project": { "name": "事業名" }, "colour": "red" }""", "colour")]
    [InlineData("""{ "project": { "title": "事業名" } }""", "project")]
    [InlineData("""{ "unit": "千円" }""", "project")]
    [InlineData("""{ "project": { "name": "事業名" }, "unit": "ドル" }""", "unit")]
    [InlineData("""{ "project": { "name": "事業名" }, "money": [ { "column": "決算額", "kind": "Total", "year": "むかし" } ] }""", "year")]
    [InlineData("""{ "project": { "name": "事業名" }, "money": [ { "column": "決算額", "kind": "Sum" } ] }""", "money")]
    [InlineData("""{ "project": { "name": "事業名" }, "sheets": [ { "headingRows": [3, 5] } ] }""", "headingRows")]
    [InlineData("""{ "project": { "name": "事業名" } """, "")]
    [InlineData("", "")]
    public void A_mapping_that_cannot_be_read_says_where(string json, string where)
    {
        var refusal = Should.Throw<RefusalException>(() => MappingFile.Read(json)).Refusal;
        refusal.Code.ShouldBe("import-mapping-invalid");
        refusal.What.ShouldContain(where);
        refusal.What.ShouldNotContain("System.");
    }

    [Fact]
    public void An_unknown_preset_names_the_known_ones() =>
        Should.Throw<RefusalException>(() => Presets.Find("なし")).Refusal.ToDo.ShouldContain("ofunato");

    private static MemoryStream Zip(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }

        return stream;
    }
}
