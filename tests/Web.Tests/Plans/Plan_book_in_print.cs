using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Papers;
using Shirube.Office.Printing;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Plans;

public sealed class Plan_book_in_print(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const string Odd = "<script>alert(\"1\")</script>\u0001 \\ } </style>";

    private static readonly BookPaper Paper = new("サンプル総合計画(案)", "サンプル市", $"サンプル総合計画 {Odd}", ["素案", "サンプル市"],
    [
        new BookHeading(1, "計画の概要", "facts"),
        new BookText([new("太字", BookLook.Strong), new(Odd), new("市のページ", BookLook.Plain, "https://city.example/?a=1&b=2")]),
        new BookList(true, 3, [[new BookText("三つめ")]]),
        new BookTable([1, 1], [new([new("政策", CellLook.Head), new("施策", CellLook.Head)], IsHead: true), new([new("1 安心", rows: 2), new("1-1 健康")]), new([new("1-2 福祉")])]),
        new BookChart("割合", "%", "", [new(new(2024), 12m, false, null), new(new(2025), 14m, false, 20m)]),
        new BookHeading(2, "1 安心して暮らす", "kkkkkkk"),
        new BookHeading(9, "深い項目", "deep"),
    ]);

    private OfficeCity city = null!;

    public async ValueTask InitializeAsync() => city = await OfficeCity.Of(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_item_of_a_level_without_texts_does_not_want_one()
    {
        await app.SignInAs(Role.Reader);
        (await app.Get($"{city.PlanPage}/book")).QuerySelector(".facts")!.TextContent.ShouldContain("4件(うち4件は本文がまだありません)");
        await using (var db = app.OpenDb())
        {
            var plan = await db.Plans.Include(p => p.Levels).SingleAsync(p => p.Id == city.Plan.Id, TestContext.Current.CancellationToken);
            var top = plan.Levels.MinBy(l => l.Order)!;
            plan.Carry(top.Id, top.Contents with { Body = false }, new(0, 0, 0));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        (await app.Get($"{city.PlanPage}/book")).QuerySelector(".facts")!.TextContent.ShouldContain("4件(うち2件は本文がまだありません)");
    }

    [Fact]
    public void A_print_page_has_the_words_of_the_paper_and_loads_nothing_from_elsewhere()
    {
        var page = new HtmlParser().ParseDocument(PrintPage.OfBook(Paper, "/srv/wwwroot"));
        page.QuerySelectorAll("h1, h2, h3, h6").Select(h => $"{h.LocalName} {h.TextContent}").ShouldBe(["h1 サンプル総合計画(案)", "h2 計画の概要", "h3 1 安心して暮らす", "h6 深い項目"]);
        page.QuerySelectorAll("nav a").Select(a => (a.TextContent, page.GetElementById(a.GetAttribute("href")![1..])!.TextContent)).ShouldBe([("計画の概要", "計画の概要"), ("1 安心して暮らす", "1 安心して暮らす")]);
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.QuerySelectorAll("[src], link[href]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")).ShouldBe(["file:///srv/wwwroot/build/book.css"]);
        page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!.ShouldStartWith("default-src 'none'");
        page.Body!.TextContent.ShouldContain("<script>alert(\"1\")</script> \\ } </style>");
        page.QuerySelectorAll("td[rowspan]").Single().TextContent.ShouldBe("1 安心");
        page.QuerySelectorAll("figure svg[role=img]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_pdf_is_tagged_has_an_outline_and_says_on_which_page_a_heading_stands()
    {
        var printer = new ChromiumPrinter();
        Assert.SkipWhen(printer.WhyNotPrint() is not null, "Chromiumがこの機械にありません。");
        var pdf = await BookPdf.Of(Paper, printer, Path.Combine(AppContext.BaseDirectory, "wwwroot"), TestContext.Current.CancellationToken);
        var raw = System.Text.Encoding.Latin1.GetString(pdf);
        raw.ShouldContain("/StructTreeRoot");
        raw.ShouldContain("/Marked true");
        raw.ShouldContain("/Outlines");
        raw.ShouldContain("/Lang (ja");
        PdfPages.Of(pdf).ShouldBe(new Dictionary<string, int> { ["facts"] = 3, ["kkkkkkk"] = 3 }, ignoreOrder: true);
        var text = await Words(pdf);
        text.ShouldContain("サンプル総合計画(案)");
        text.ShouldMatch(@"計画の概要\s+3");
        text.ShouldContain("深い項目");
        text.ShouldMatch("3 ?/ ?3", "the number of the page and how many there are");
    }

    [Fact]
    public async Task Where_chromium_is_missing_it_is_said_what_to_do()
    {
        var printer = new ChromiumPrinter("/nowhere/chromium");
        printer.WhyNotPrint()!.What.ShouldBe("PDFをつくるためのプログラム(Chromium)が、この機械に見つかりません。");
        (await Should.ThrowAsync<RefusalException>(() => printer.Print("<p>a</p>", TestContext.Current.CancellationToken))).Refusal.ShouldBe(Refusals.PrinterMissing);
    }

    [Fact]
    public async Task The_page_of_the_book_says_what_it_would_hold_and_hands_it_out()
    {
        await app.SignInAs(Role.Reader);
        var page = await app.Get($"{city.PlanPage}/book");
        page.QuerySelector("h1")!.TextContent.ShouldBe("計画書");
        page.QuerySelector("dl")!.TextContent.ShouldContain("表紙に「案」と書きます");
        var file = await app.Browser.GetAsync(page.QuerySelectorAll("main a").First(a => a.TextContent == "Wordで受け取る").GetAttribute("href"), TestContext.Current.CancellationToken);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        file.Content.Headers.ContentDisposition!.FileNameStar.ShouldEndWith(".docx");
        var print = await app.Get($"{city.PlanPage}/book/print");
        print.QuerySelectorAll("main h2").Select(h => h.TextContent).ShouldContain("体系図");
        (await app.Browser.GetAsync($"{city.PlanPage}/book/exe", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await app.Browser.GetAsync($"{city.PlanPage}/book/docx?edition=nothing", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_reads_a_book_without_signing_in()
    {
        using var other = new App();
        var there = await OfficeCity.Of(other);
        foreach (var path in new[] { "book", "book/print", "book/docx", "book/pdf" })
            (await other.Browser.GetAsync($"{there.PlanPage}/{path}", TestContext.Current.CancellationToken)).Headers.Location!.ToString().ShouldContain("/sign-in");
    }

    private static async Task<string> Words(byte[] pdf)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("shirube-pdf-").FullName, "a.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return text;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("pdftotextがこの機械にありません。");
            return "";
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
