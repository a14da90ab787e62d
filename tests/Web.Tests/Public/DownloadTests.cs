using System.Net;
using System.Text.Json;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Publishing;
using Shouldly;
using Xunit;

namespace Web.Tests.Public;

public sealed class DownloadTests(PublishedCity city) : IClassFixture<PublishedCity>
{
    [Fact]
    public async Task A_csv_opens_in_excel_and_runs_nothing()
    {
        var bytes = await city.App.Browser.GetByteArrayAsync($"{App.Public}/data/projects.csv", TestContext.Current.CancellationToken);
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].Split(',').ShouldBe(DataDictionary.Table("projects").Columns.Select(c => c.Name));
        lines[1].ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
        lines[1].ShouldContain("'@概要");
    }

    [Fact]
    public async Task Json_keeps_the_text_and_tells_nothing_from_zero()
    {
        using var projects = JsonDocument.Parse(await city.App.Browser.GetStringAsync($"{App.Public}/data/projects.json", TestContext.Current.CancellationToken));
        projects.RootElement.EnumerateArray().Select(p => p.GetProperty("legal_basis").GetString()).ShouldContain("=HYPERLINK(\"x\")");
        using var money = JsonDocument.Parse(await city.App.Browser.GetStringAsync($"{App.Public}/data/money.json", TestContext.Current.CancellationToken));
        money.RootElement.EnumerateArray().Single(m => m.GetProperty("kind").GetString() == "Bond").GetProperty("amount").ValueKind.ShouldBe(JsonValueKind.Null);
        using var actuals = JsonDocument.Parse(await city.App.Browser.GetStringAsync($"{App.Public}/data/actuals.json", TestContext.Current.CancellationToken));
        actuals.RootElement.EnumerateArray().Select(a => a.GetProperty("value")).Where(v => v.ValueKind == JsonValueKind.Number).Select(v => v.GetDecimal()).ShouldContain(92.4m);
    }

    [Fact]
    public async Task Every_table_of_the_dictionary_can_be_had_and_all_at_once()
    {
        using var all = JsonDocument.Parse(await city.App.Browser.GetStringAsync($"{App.Public}/data/all.json", TestContext.Current.CancellationToken));
        foreach (var table in DataDictionary.Tables)
        {
            all.RootElement.TryGetProperty(table.Name, out _).ShouldBeTrue(table.Name);
            foreach (var kind in new[] { "csv", "json" })
                (await city.App.Browser.GetAsync($"{App.Public}/data/{table.Name}.{kind}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK, table.Name);
        }
    }

    [Theory]
    [InlineData("data/nothing.csv", HttpStatusCode.NotFound)]
    [InlineData("data/all.csv", HttpStatusCode.NotFound)]
    [InlineData("data/projects.csv?as-of=2026-10-01", HttpStatusCode.NotFound)]
    [InlineData("data/projects.csv?as-of=2026-11-10", HttpStatusCode.Gone)]
    [InlineData("data/projects.csv?as-of=x", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_had_is_said_in_a_sentence(string path, HttpStatusCode status)
    {
        var (response, text) = await city.Fetch(path);
        response.StatusCode.ShouldBe(status);
        text.ShouldEndWith("。");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-", "'-")]
    [InlineData("@x", "'@x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("普通の文", "普通の文")]
    public void A_text_that_excel_would_run_is_held(string text, string cell) => Csv.Cell(text, isText: true).ShouldBe(cell);

    [Fact]
    public void A_negative_number_stays_a_number() => Csv.Cell(-5L, isText: false).ShouldBe("-5");
}
