using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Shirube.Domain.Common;
using Shouldly;
using Xunit;

namespace Architecture.Tests;

public sealed partial class RefusalTests
{
    private static readonly List<(string Name, Refusal Refusal)> Catalogue = Read();

    [Fact]
    public void Every_code_is_used_once_and_reads_as_words() =>
        Catalogue.ShouldHaveNoOffenders(r =>
            Catalogue.Count(o => o.Refusal.Code == r.Refusal.Code) > 1 ? [$"{r.Refusal.Code} is used more than once"] : Words().IsMatch(r.Refusal.Code) ? [] : [r.Refusal.Code]);

    [Fact]
    public void Every_refusal_says_in_whole_sentences_what_is_wrong_and_what_to_do() =>
        Catalogue.ShouldHaveNoOffenders(r => r.Refusal.What[^1] is '。' or '〉' && r.Refusal.ToDo.EndsWith('。') ? [] : [$"{r.Refusal.Code}: {r.Refusal}"]);

    [Fact]
    public void The_list_of_errors_in_the_docs_is_the_catalogue()
    {
        Catalogue.ShouldNotBeEmpty();
        var path = Path.Combine(Product.Root, "docs", "errors.md");
        var expected = Document();
        if (Environment.GetEnvironmentVariable("SHIRUBE_UPDATE_DOCS") is not null)
            File.WriteAllText(path, expected);
        File.Exists(path).ShouldBeTrue("docs/errors.md is missing: run this test with SHIRUBE_UPDATE_DOCS=1");
        File.ReadAllText(path).ShouldBe(expected, "docs/errors.md differs from the catalogue: run this test with SHIRUBE_UPDATE_DOCS=1");
    }

    private static string Document()
    {
        var text = new StringBuilder("# 断りの一覧 (refusals)\n\nこの表は、プログラムの中の一覧から作られます。コードは変わりません。〈 〉には、その場の名前や数が入ります。\n\n| コード | 何が起きたか | どうすればよいか |\n|---|---|---|\n");
        foreach (var (_, refusal) in Catalogue.OrderBy(r => r.Refusal.Code, StringComparer.Ordinal))
            text.Append($"| `{refusal.Code}` | {Cell(refusal.What)} | {Cell(refusal.ToDo)} |\n");
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static List<(string, Refusal)> Read()
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var type = typeof(Refusals);
        return
        [
            .. type.GetFields(Own).Where(f => f.FieldType == typeof(Refusal)).Select(f => (f.Name, (Refusal)f.GetValue(null)!)),
            .. type.GetProperties(Own).Where(p => p.PropertyType == typeof(Refusal)).Select(p => (p.Name, (Refusal)p.GetValue(null)!)),
            .. type.GetMethods(Own).Where(m => m.ReturnType == typeof(Refusal) && !m.IsSpecialName).Select(m => (m.Name, (Refusal)m.Invoke(null, [.. m.GetParameters().Select(Example)])!)),
        ];
    }

    // why: words stand for themselves as 〈name〉; a number cannot, so it is an example.
    private static object? Example(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) ? $"〈{parameter.Name}〉"
            : type == typeof(int) ? 3
            : type == typeof(long) ? 3L
            : type == typeof(decimal) ? 3m
            : type == typeof(DateOnly) ? new DateOnly(2026, 4, 1)
            : type == typeof(DateTime) ? new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc)
            : type == typeof(FiscalYear) ? new FiscalYear(2026)
            : type == typeof(Yen) ? new Yen(1000)
            : type == typeof(MunicipalityCode) ? MunicipalityCode.Parse("032158")
            : type == typeof(PublicKey) ? new PublicKey("2345678")
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)
            : typeof(IEnumerable<string>).IsAssignableFrom(type) || type.IsAssignableFrom(typeof(string[])) ? new[] { $"〈{parameter.Name}〉" }
            : Activator.CreateInstance(type);
    }

    [GeneratedRegex("^[a-z]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
