using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace Web.Tests.Plans;

/// <summary>A comparison of editions in which nothing but the emphasis of a text was changed.</summary>
public sealed class A_change_of_emphasis : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private App app = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task It_is_called_so_and_marked_on_screen_in_Word_and_in_Excel()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        var compare = await Compared(city, "子どもの育ちを支えます。", "子どもの**育ち**を支えます。");
        var page = await app.Get($"{city.PlanPage}/{compare}");
        page.QuerySelector("main [role=status] .mark")!.TextContent.ShouldBe("書式だけの変更 1");
        var row = page.QuerySelectorAll("table.compare tbody tr").ShouldHaveSingleItem();
        row.QuerySelector("[data-head=変わったところ]")!.TextContent.ShouldContain("書式だけの変更");
        row.QuerySelector("[data-head=変わったところ]")!.TextContent.ShouldNotContain("本文の変更");
        row.QuerySelectorAll("[data-head=新] .restyled, [data-head=旧] .restyled").Select(m => m.TextContent).ShouldBe(["育ち", "育ち"]);
        row.QuerySelectorAll("ins, del").ShouldBeEmpty("nothing came and nothing went");

        using var word = WordprocessingDocument.Open(await File(city, compare, "docx"), false);
        var body = word.MainDocumentPart!.Document!.Body!;
        body.Descendants<Run>().Where(r => r.RunProperties?.Underline is not null).Select(r => r.InnerText).ShouldBe(["育ち", "育ち"]);
        body.InnerText.ShouldContain("書式だけの変更");
        using var sheet = SpreadsheetDocument.Open(await File(city, compare, "xlsx"), false);
        var cells = sheet.WorkbookPart!.WorksheetParts.First().Worksheet!;
        cells.Descendants<Sheets.Run>().Where(r => r.RunProperties?.GetFirstChild<Sheets.Underline>() is not null).Select(r => r.InnerText).ShouldBe(["育ち", "育ち"]);
        cells.InnerText.ShouldContain("書式だけの変更");
    }

    [Fact]
    public async Task Beside_changed_words_both_are_marked_each_in_its_way()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        var page = await app.Get($"{city.PlanPage}/{await Compared(city, "# 子どもの育ち\n\n**地域**で支えます。", "子どもの育ち\n\n地域で見守ります。")}");
        var row = page.QuerySelectorAll("table.compare tbody tr").ShouldHaveSingleItem();
        row.QuerySelector("[data-head=変わったところ]")!.TextContent.ShouldContain("本文の変更");
        row.QuerySelectorAll("[data-head=新] .restyled").Select(m => m.TextContent).ShouldBe(["子どもの育ち", "地域"]);
        row.QuerySelectorAll("[data-head=新] ins").Select(m => m.TextContent).ShouldBe(["見守り"]);
        row.QuerySelectorAll("[data-head=旧] del").Select(m => m.TextContent).ShouldBe(["支え"]);
    }

    private async Task<MemoryStream> File(LinkedCity city, string compare, string format) =>
        new(await app.Browser.GetByteArrayAsync($"{city.PlanPage}/{compare.Replace("compare?", $"compare/{format}?", StringComparison.Ordinal)}", Stop));

    private static async Task<string> Compared(LinkedCity city, string before, string after)
    {
        await using var db = city.Office.Open();
        var basis = await db.Editions.SingleAsync(e => e.PlanId == city.Plan.Id, Stop);
        var items = await db.PlanItems.Where(i => i.EditionId == basis.Id).ToListAsync(Stop);
        Write(items, before);
        var (draft, copies) = basis.CopyAs("見直し案", EditionKind.Draft, items);
        Write(copies, after);
        db.Add(draft);
        db.AddRange(copies);
        await db.SaveChangesAsync(Stop);
        return $"compare?from={basis.Key}&with={draft.Key}";
    }

    private static void Write(IEnumerable<PlanItem> items, string body)
    {
        var item = items.Single(i => i.Title == "子育てを支える");
        item.Write(item.Code, item.Title, item.PlainTitle, body);
    }
}
