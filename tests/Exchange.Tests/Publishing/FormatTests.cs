using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Shirube.Exchange.Tests.Publishing;

public sealed class FormatTests
{
    private const string Begin = "<!-- tables: begin -->";
    // why: tables that a schema brought are empty in releases of the schemas before it.
    private static readonly Dictionary<string, int> Since = new[] { "item_links", "goal_links", "own_goal_sets", "own_goals", "own_goal_relations", "initiatives", "initiative_members", "partner_activities", "plan_terms", "plan_reviews", "lineages", "change_reasons" }.Select(t => (Table: t, Schema: 3))
        .Concat(new[] { "project_lineages", "glossary_terms", "figures", "figure_pictures", "expected_shares", "series_breaks", "assessment_rules", "grade_bands" }.Select(t => (Table: t, Schema: 4)))
        .Concat(new[] { "evaluation_rounds", "evaluation_forms", "form_stages", "form_questions", "form_choices", "sheets", "sheet_stages", "sheet_answers", "sheet_money", "sheet_indicators", "sheet_figures", "sheet_members" }.Select(t => (Table: t, Schema: 5)))
        .Concat(new[] { "reviews", "review_opinions" }.Select(t => (Table: t, Schema: 6))).ToDictionary(t => t.Table, t => t.Schema);

    private const string End = "<!-- tables: end -->";

    [Fact]
    public void The_documentation_of_the_format_says_what_the_data_dictionary_says()
    {
        var path = Path.Combine(Folder(), "../../../docs/release-format.md");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("SHIRUBE_WRITE_DOCS") == "1")
            File.WriteAllText(path, $"{text[..from]}\n\n{Tables().Trim()}\n\n{text[to..]}");
        else
            text[from..to].Trim().ShouldBe(Tables().Trim(), "docs/release-format.md is out of date: run these tests with SHIRUBE_WRITE_DOCS=1");
    }

    [Fact]
    public void Every_column_of_a_release_is_in_the_dictionary_and_every_word_of_the_dictionary_is_said()
    {
        using var city = new City();
        city.Publish();
        var release = city.Store.Current(City.Code)!;
        var tables = release.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'");
        tables.Order(StringComparer.Ordinal).ShouldBe(DataDictionary.Tables.Select(t => t.Name).Order(StringComparer.Ordinal));
        foreach (var table in DataDictionary.Tables)
        {
            release.Query<string>($"SELECT name FROM pragma_table_info('{table.Name}')").ShouldBe(table.Columns.Select(c => c.Name));
            table.Columns.ShouldAllBe(c => c.Meaning.Length > 0 && (c.Kind != ColumnKind.Choice || c.Choices.Count > 0));
        }
        release.First<string>("SELECT sql FROM sqlite_schema WHERE name = 'plans'")!.ShouldContain("-- 計画期間の最初の年度");
    }

    [Fact]
    public void Every_schema_there_ever_was_has_a_sample() =>
        Directory.GetDirectories(Path.Combine(Folder(), "Samples")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, ReleaseSchema.Current).Select(n => $"schema-{n}"));

    // why: run by hand when a schema is new; a sample is never made anew.
    [Fact(Explicit = true)]
    public void Write_the_sample_of_the_schema_of_today()
    {
        using var city = new City();
        city.Publish(City.Content("サンプルの道路補修事業"));
        var sample = Path.Combine(Folder(), "Samples", $"schema-{ReleaseSchema.Current}");
        Directory.Exists(sample).ShouldBeFalse();
        foreach (var file in Directory.EnumerateFiles(city.Releases, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = Path.Combine(sample, Path.GetRelativePath(city.Releases, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_release_of_any_schema_is_readable_for_ever(int schema)
    {
        using var city = new City();
        var sample = Path.Combine(Folder(), "Samples", $"schema-{schema}");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(city.Releases, Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        new ReleaseVerification(city.DataDir).Verify(City.Code).Findings.ShouldBeEmpty();
        var release = city.Store.Current(City.Code)!;
        release.Entry.Manifest.Schema.ShouldBe(schema);
        release.Query<ReleasedProject>("SELECT * FROM projects").Select(p => p.Name).ShouldBe(["サンプルの道路補修事業"]);
        release.Query<ReleasedItem>("SELECT * FROM items ORDER BY tree_order").Select(i => i.Title).ShouldBe(["くらしやすいまち", "道路の整備"]);
        foreach (var table in DataDictionary.Tables)
            release.Cells(table).Any().ShouldBe(Since.GetValueOrDefault(table.Name, 1) <= schema, table.Name);
        release.Search(SearchWords.Parse("道路"), 10).Count.ShouldBe(2);
        release.Search(SearchWords.Parse("さんぷる"), 10).Single().Key.ShouldBe(release.Query<ReleasedProject>("SELECT * FROM projects").Single().Key);
        release.Search(SearchWords.Parse("道 路の整 備"), 10).Count.ShouldBe(1);
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        foreach (var table in DataDictionary.Tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {table.Name}({table.Title})\n\n{table.Meaning} 行を決める列: {string.Join(", ", table.Key)}\n\n| 列 | 型 | 空 | 意味 |\n|---|---|---|---|\n");
            foreach (var column in table.Columns)
                text.Append(CultureInfo.InvariantCulture, $"| {column.Name} | {column.Kind.Word()} | {(column.IsNullable ? "あり" : "なし")} | {column.Meaning}{Values(column)} |\n");
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Values(ReleaseColumn column) => column.Choices.Count == 0 ? "" : "。値: " + string.Join("、", column.Choices.Select(c => $"{c.Value} {c.Word}"));

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
