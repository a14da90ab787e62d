using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Mono.Cecil.Cil;
using Shouldly;
using Xunit;

namespace Architecture.Tests;

public sealed partial class SourceTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;

    [Fact]
    public void The_two_schemas_are_twins()
    {
        var schema = Path.Combine(Product.Root, "src", "Shirube.Data", "Schema");
        var sqlite = Names(Path.Combine(schema, "sqlite"));
        sqlite.ShouldNotBeEmpty();
        Names(Path.Combine(schema, "postgres")).ShouldBe(sqlite);
        sqlite.Select(name => name![..4]).ShouldBeUnique();
    }

    [Fact]
    public void No_file_is_too_long_to_read() =>
        Product.Files(".cs", ".cshtml", ".ts", ".css").ToList()
            .ShouldHaveNoOffenders(f => File.ReadLines(Path.Combine(Product.Root, f)).Count() is > LongestFile and var lines ? [$"{f}: {lines} lines"] : []);

    [Fact]
    public void No_method_is_too_long_to_read() =>
        Product.Types.SelectMany(t => t.Methods).Where(m => m.DebugInformation.HasSequencePoints && !m.Name.Contains('<')).ToList()
            .ShouldHaveNoOffenders(m => Lines(m.DebugInformation.SequencePoints) is > LongestMethod and var lines ? [$"{m.DeclaringType.FullName}.{m.Name}: {lines} lines"] : []);

    [Fact]
    public void Nothing_in_the_product_knows_the_machine_it_was_made_on() =>
        Product.Files().Where(f => !f.StartsWith("tests/", StringComparison.Ordinal) && !IsBinary(f)).ToList()
            .ShouldHaveNoOffenders(f => MachinePath().Matches(File.ReadAllText(Path.Combine(Product.Root, f))).Select(m => $"{f}: {m.Value}"));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Product.Files(".cs", ".cshtml", ".ts", ".css", ".sql", ".md").Where(f => !f.EndsWith(nameof(SourceTests) + ".cs", StringComparison.Ordinal)).ToList()
            .ShouldHaveNoOffenders(f => LeftForLater().Matches(File.ReadAllText(Path.Combine(Product.Root, f))).Select(m => $"{f}: {m.Value}"));

    [Fact, UnsupportedOSPlatform("windows")]
    public void Every_script_can_be_run() =>
        new[] { "run", "test", "shirube", ".ci/run", "scripts/build" }.ShouldHaveNoOffenders(f =>
            File.Exists(Path.Combine(Product.Root, f)) && File.GetUnixFileMode(Path.Combine(Product.Root, f)).HasFlag(UnixFileMode.UserExecute) ? [] : [f]);

    private static List<string?> Names(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.sql").Select(Path.GetFileName).Order(StringComparer.Ordinal)] : [];

    // why: what sets the fields of a class in several files is one method to the compiler, and read file by file.
    private static int Lines(IEnumerable<SequencePoint> points) =>
        points.Where(p => !p.IsHidden).GroupBy(p => p.Document.Url, StringComparer.Ordinal).Select(f => f.Max(p => p.EndLine) - f.Min(p => p.StartLine) + 1).DefaultIfEmpty().Max();

    private static bool IsBinary(string file) => Path.GetExtension(file) is ".png" or ".release" or ".ttf" or ".woff2" or ".ico";

    [GeneratedRegex(@"(?<![\w.])/work/|(?<![\w./])shared/(data|design|seed)|/home/\w+/|/root/", RegexOptions.ExplicitCapture)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b|Assert\.True\(true\)", RegexOptions.ExplicitCapture)]
    private static partial Regex LeftForLater();
}
