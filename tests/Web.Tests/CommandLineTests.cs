using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Web.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("shirube-cli-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [InlineData("--nonsense", "「--nonsense」という指定はありません。")]
    [InlineData("nonsense", "「nonsense」という命令はありません。")]
    [InlineData("serve --nonsense", "「--nonsense」という指定はありません。")]
    [InlineData("serve --face both sides", "「sides」は余分です。")]
    [InlineData("serve --face sideways", "--face に「sideways」は指定できません。")]
    [InlineData("serve --urls", "--urls の値がありません。")]
    [InlineData("serve --urls nonsense", "--urls に「nonsense」は指定できません。")]
    [InlineData("new", "CODE がありません。")]
    [InlineData("new 032158", "--name がありません。")]
    [InlineData("new 032159 --name 奥州市", "団体コード「032159」は検査数字(6桁目)が合いません。")]
    [InlineData("new 3215 --name 奥州市", "団体コード「3215」は6桁の数字ではありません。")]
    [InlineData("new 032158 --name 　", "団体の名前が空です。")]
    public async Task What_cannot_be_understood_is_said_in_one_sentence_and_nothing_is_made(string arguments, string sentence)
    {
        var run = await Run(arguments.Split(' '));
        run.Code.ShouldBe(1);
        run.Error.ShouldStartWith(sentence);
        run.Error.Trim().ShouldNotContain('\n');
        run.Output.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(data).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_municipality_is_registered_once()
    {
        var made = await Run("new", "032158", "--name", "奥州市", "--json");
        made.Code.ShouldBe(0, made.Error);
        JsonDocument.Parse(made.Output).RootElement.GetProperty("name").GetString().ShouldBe("奥州市");
        var again = await Run("new", "032158", "--name", "別の市");
        again.Code.ShouldBe(1);
        again.Error.ShouldContain("すでに登録されています。");
    }

    [Fact]
    public async Task Indicators_of_a_table_are_assessed_and_what_is_not_defined_has_its_reason()
    {
        var file = Path.Combine(data, "指標.csv");
        await File.WriteAllTextAsync(file, """
            id,type,baseline,target,actual,expectedShare,lower,upper,tolerance
            進捗,progress,0,"4,215",1303,0.5,,,
            百分率,progress,50,70,52,40%,,,
            割合なし,progress,0,10,5,,,,
            維持,keep-lower,,10193,11583,,,,
            範囲,range,,,22,1,5,20,5
            同じ,progress,5,5,7,0.5,,,
            未把握,ratio-up,,10,－,1,,,
            """, TestContext.Current.CancellationToken);
        var run = await Run("indicators", "assess", file);
        run.Code.ShouldBe(0, run.Error);
        JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Select(e => string.Join('|', e.EnumerateObject().Select(p => p.Value.ValueKind == JsonValueKind.Number ? $"{Math.Round(p.Value.GetDecimal(), 2):0.##}" : p.Value.GetString()))).ShouldBe(
        [
            "進捗|30.91|61.83|C|", "百分率|10|25|D|", "割合なし|50|||その年度までに進んでいるはずの割合がないため", "維持|86.36|86.36|B|", "範囲|60|60|C|",
            "同じ||||目標値が基準値と同じため", "未把握||||実績値がないため",
        ]);
        (await Run("indicators", "assess", file, "--scheme", "five")).Output.ShouldContain("\"grade\": \"3\"");
        (await Run("indicators", "assess", file, "--scheme", "xyz")).Error.ShouldContain("判定の段階「xyz」はありません。");
        await File.WriteAllTextAsync(file, "id,type,actual\na,progres,1\n", TestContext.Current.CancellationToken);
        (await Run("indicators", "assess", file)).Error.ShouldContain("2行目の type「progres」は、知らない種類です。");
        await File.WriteAllTextAsync(file, "id,type,actual\na,ratio-up,たくさん\n", TestContext.Current.CancellationToken);
        (await Run("indicators", "assess", file)).Error.ShouldContain("2行目の actual「たくさん」を数として読み取れません。");
    }

    [Fact]
    public async Task Help_is_in_Japanese_and_names_every_command()
    {
        var help = await Run("--help");
        help.Code.ShouldBe(0, help.Error);
        foreach (var word in new[] { "使用法", "serve", "new", "seed" })
            help.Output.ShouldContain(word);
        help.Output.ShouldNotContain("Show help");
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(here.Parent!.Parent!.FullName, "Shirube", here.Name, "Shirube.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[program, "--data", data, .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
