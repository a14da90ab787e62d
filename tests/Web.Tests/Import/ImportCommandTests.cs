using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Given;
using Shouldly;
using Xunit;

namespace Web.Tests.Import;

public sealed class ImportCommandTests : IDisposable
{
    private const string Headings = "番号,事務事業名,担当課,政策,施策,令和6年度事業費(千円)\n";

    private readonly CommandRun command = new();

    public void Dispose() => command.Dispose();

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "空.xlsx", [], "は空です。" },
        { "空.csv", [], "は空です。" },
        { "手紙.xlsx", Encoding.UTF8.GetBytes("拝啓"), "中身は表計算のファイル(xlsx、xls、csv)ではありません。" },
        { "手紙.doc", Encoding.UTF8.GetBytes("拝啓"), "種類(拡張子)は取り込めません。" },
        { "暗号.xlsx", Encrypted(), "パスワードで保護されていて読めません。" },
        { "壊れた.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3], "中身は表計算のファイル(xlsx、xls、csv)ではありません。" },
        { "爆弾.xlsx", Bomb(), "展開すると大きすぎます" },
        { "百万行.csv", ManyRows(), "を超えてあります。" },
        { "列なし.csv", Encoding.UTF8.GetBytes("あ,い\n1,2\n3,4\n"), "事務事業の表が見つかりません" },
        { "二重.csv", Encoding.UTF8.GetBytes($"{Headings}1,あ事業,課,政,施,1\n1,い事業,課,政,施,2\n"), "「1」が2か所にあります" },
        { "名なし.csv", Encoding.UTF8.GetBytes($"{Headings}1,あ事業,課,政,施,1\n2,,課,政,施,2\n"), "名前がありません" },
    };

    [Theory, MemberData(nameof(BadFiles))]
    public async Task A_bad_file_is_answered_in_one_sentence_and_nothing_changes(string name, byte[] content, string sentence)
    {
        var rows = await command.RowsAsync();

        var run = await command.Run("import", command.File(name, content), "--municipality", "032158");

        run.Code.ShouldBe(1, run.Output);
        run.Error.Trim().ShouldContain(sentence);
        run.Error.Trim().ShouldNotContain('\n');
        run.Error.ShouldNotContain("Exception");
        (await command.RowsAsync()).ShouldBe(rows);
    }

    [Theory]
    [InlineData("032159", "検査数字(6桁目)が合いません。")]
    [InlineData("3215", "6桁の数字ではありません。")]
    [InlineData("032026", "登録されていません。")]
    public async Task A_wrong_municipality_is_refused(string code, string sentence)
    {
        var run = await command.Run("import", command.File("一覧.csv", Encoding.UTF8.GetBytes($"{Headings}1,あ事業,課,政,施,1\n")), "--municipality", code);

        (run.Code, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("--mapping", "ない.json", "がありません。")]
    [InlineData("--preset", "ない見本", "「ない見本」はありません。")]
    [InlineData("--fiscal-year", "12", "1868から2200の間にありません。")]
    [InlineData("--colour", "red", "「--colour」という指定はありません。")]
    public async Task A_wrong_option_is_refused(string option, string value, string sentence)
    {
        var run = await command.Run("import", command.File("一覧.csv", Encoding.UTF8.GetBytes($"{Headings}1,あ事業,課,政,施,1\n")), "--municipality", "032158", option, value);

        run.Code.ShouldBe(1);
        run.Error.ShouldContain(sentence);
        run.Error.Trim().ShouldNotContain('\n');
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await command.Run("import", "どこにもない.xlsx", "--municipality", "032158");

        (run.Code, run.Error.Trim().EndsWith("がありません。場所と名前を確かめてください。", StringComparison.Ordinal)).ShouldBe((1, true), run.Error);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_come_in_and_changes_nothing()
    {
        var file = command.File("一覧.csv", Encoding.UTF8.GetBytes($"{Headings}1,あ事業,課,政,施,1234.5\n2,い事業,課,政,施,-\n"));

        var run = await command.Run("import", file, "--municipality", "032158", "--dry-run", "--json");

        run.Code.ShouldBe(0, run.Error);
        var report = JsonDocument.Parse(run.Output).RootElement;
        report.GetProperty("projects").GetProperty("created").GetInt32().ShouldBe(2);
        report.GetProperty("totals").GetProperty("2024").GetProperty("total").GetInt64().ShouldBe(1_234_500);
        report.GetProperty("totals").GetProperty("2024").TryGetProperty("bond", out var bond).ShouldBe(bond.ValueKind == JsonValueKind.Null);
        (await command.RowsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_suggested_mapping_is_json_alone_and_can_be_given_back()
    {
        var file = command.File("一覧.csv", Encoding.UTF8.GetBytes($"{Headings}1,あ事業,課,政,施,1234.5\n2,い事業,課,政,施,-\n"));
        var suggested = await command.Run("mapping", "suggest", file);
        suggested.Code.ShouldBe(0, suggested.Error);
        JsonDocument.Parse(suggested.Output).RootElement.GetProperty("project").GetProperty("name").GetString().ShouldBe("事務事業名");

        var run = await command.Run("import", file, "--municipality", "032158", "--mapping", command.File("mapping.json", Encoding.UTF8.GetBytes(suggested.Output)), "--json");

        run.Code.ShouldBe(0, run.Error);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("projects").GetProperty("created").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("ofunato/ofunato-r7.xlsx", "ofunato")]
    [InlineData("municipalities/kitamoto.csv", "kitamoto")]
    [InlineData("municipalities/seiro.xlsx", "seiro")]
    public async Task A_real_city_comes_in_as_its_golden_report_says_and_the_second_time_changes_nothing(string path, string golden)
    {
        var file = SharedData.Find(path);
        Assert.SkipWhen(file is null, $"{path} がありません(shared/data)。");

        var first = await command.Run("import", file, "--municipality", "032158", "--json");
        first.Code.ShouldBe(0, first.Error);
        var rows = await command.RowsAsync();
        var second = await command.Run("import", file, "--municipality", "032158", "--json");

        GoldenReport.Of(first.Output).ShouldBe(await GoldenReport.Expected(golden), customMessage: "if this is right, replace tests/Web.Tests/Import/Golden/" + golden + ".json");
        (await command.RowsAsync()).ShouldBe(rows);
        var counts = JsonDocument.Parse(second.Output).RootElement.GetProperty("projects");
        (counts.GetProperty("created").GetInt32(), counts.GetProperty("updated").GetInt32()).ShouldBe((0, 0));
    }

    // What Excel saves with a password: an old container around the encrypted package.
    private static byte[] Encrypted()
    {
        var bytes = new byte[4096];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(bytes, 1536);
        return bytes;
    }

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            void Add(string name, string text) { using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.SmallestSize).Open()); writer.Write(text); }
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets><sheet name=\"一覧\" sheetId=\"1\"/></sheets></workbook>");
            using var zeros = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 200; i++)
                zeros.Write(block);
        }

        return stream.ToArray();
    }

    private static byte[] ManyRows()
    {
        var text = new StringBuilder(Headings);
        for (var i = 1; i <= 1_000_000; i++)
            text.Append(i).Append(",事業").Append(i).Append(",課,政,施,1\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
