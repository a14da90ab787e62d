using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Given;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Files.Papers;
using Shirube.Office.Plans;
using Shirube.Office.Printing;
using Shouldly;
using Web.Tests.Office;
using Xunit;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Web.Tests.Plans;

public sealed class Chart_of_a_plan(App app) : IClassFixture<App>
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Fact]
    public async Task The_whole_tree_stands_on_one_sheet_each_item_as_high_as_what_lies_under_it()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var plan = await GivenTree(db, policies: 2, measures: 2, basics: 1);
        var sheet = PlanChart.Of((await PlanBook.Read(db, "サンプル市", plan.Value, null, Day))!, null).Sheet();
        using var document = Docx(sheet);
        Faults(document).ShouldBeEmpty();
        var size = document.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single().Elements<PageSize>().Single();
        (size.Width!.Value, size.Height!.Value, size.Orient!.Value).ShouldBe((23811u, 16838u, PageOrientationValues.Landscape));
        var table = document.MainDocumentPart.Document.Body.Elements<Table>().Single();
        table.Descendants<TableRow>().Sum(r => (long)r.Descendants<TableRowHeight>().Single().Val!.Value).ShouldBeLessThan(16838 - 2 * 567 - 700, "the rows and the lines above them go on the sheet");
        var words = table.Descendants<TableCell>().Select(c => c.InnerText).Where(t => t.Length > 0).ToList();
        words.ShouldContain("1 政策1");
        words.ShouldContain("2-2-1 基本事業2-2-1");
        using var book = Xlsx(sheet);
        new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        var printed = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Elements<S.PageSetup>().Single();
        (printed.PaperSize!.Value, printed.FitToWidth!.Value, printed.FitToHeight!.Value).ShouldBe((8u, 1u, 1u));
    }

    [Fact]
    public async Task The_more_items_the_smaller_the_letters_and_levels_that_nobody_could_read_are_left_out()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var small = await Chart(db, await GivenTree(db, 3, 3, 3));
        var middle = await Chart(db, await GivenTree(db, 8, 4, 4));
        var large = await Chart(db, await GivenTree(db, 20, 10, 14));
        small.Fit!.Points.ShouldBeGreaterThan(middle.Fit!.Points);
        middle.Fit.Points.ShouldBeGreaterThanOrEqualTo(5);
        (small.LeftOut, middle.LeftOut).ShouldBe((null, null));
        large.LeftOut!.Name.ShouldBe("基本事業");
        large.Remark.ShouldContain("基本事業から下は、1枚に収めると読めなくなるため省いています。");
        var printer = new ChromiumPrinter();
        Assert.SkipWhen(printer.WhyNotPrint() is not null, "Chromiumがこの機械にありません。");
        foreach (var chart in new[] { small, middle, large })
        {
            var pdf = System.Text.Encoding.Latin1.GetString(await printer.Print(PrintPage.OfSheet(chart.Sheet(), Path.Combine(AppContext.BaseDirectory, "wwwroot")), TestContext.Current.CancellationToken));
            Regex.Count(pdf, @"/Type /Page\s").ShouldBe(1);
            Regex.Match(pdf, @"/MediaBox \[0 0 ([0-9]+)").Groups[1].Value.ShouldBe("1191", "A3 lying down");
        }
    }

    [Fact]
    public async Task Where_two_levels_carry_projects_the_lower_one_is_drawn_too()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var plan = Sample.Plan();
        plan.Carry(plan.Levels[1].Id, plan.Levels[1].Contents with { Projects = true }, new(0, 0, 0));
        var (edition, items) = Sample.Edition(plan);
        db.AddRange([plan, edition, .. items]);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var chart = await Chart(db, plan.Key);
        chart.Levels.Select(l => l.Name).ShouldBe(["政策", "施策", "基本事業"]);
        chart.LeftOut.ShouldBeNull();
    }

    [Fact]
    public async Task A_level_may_be_chosen_and_one_that_is_left_out_by_the_tree_leaves_its_cell_empty()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var plan = Sample.Plan();
        var edition = plan.Draft("案");
        var top = PlanItem.Insert(edition.Id, plan.Levels[0], null, 1, "1", "政策");
        var skipping = PlanItem.Insert(edition.Id, plan.Levels[2], top, 1, "1-1", "すぐ下の基本事業");
        db.AddRange(plan, edition, top, skipping);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var book = (await PlanBook.Read(db, "サンプル市", plan.Key.Value, null, Day))!;
        TreeRows.Of(book, 3).Rows.Select(r => string.Join('|', r.Select(c => c.Words))).ShouldBe(["1 政策||1-1 すぐ下の基本事業"]);
        PlanChart.Of(book, 1).Sheet().Table.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))).ShouldBe(["政策", "1 政策"]);
        PlanChart.Of(book, 99).Levels.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_tree_that_goes_on_no_sheet_is_refused_with_what_to_do_instead()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var (huge, empty) = (await Chart(db, await GivenTree(db, 3_000, 0, 0)), await Chart(db, await GivenTree(db, 0, 0, 0)));
        Should.Throw<RefusalException>(() => huge.Sheet()).Refusal.What.ShouldBe("政策だけで3,000件あるため、体系図を1枚に収められません。");
        Should.Throw<RefusalException>(() => empty.Sheet()).Refusal.ShouldBe(Refusals.ChartEmpty);
    }

    [Fact]
    public async Task The_page_shows_the_tree_with_ways_to_each_item_and_to_the_files()
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(Role.Reader);
        var page = await app.Get($"{city.PlanPage}/chart");
        page.QuerySelectorAll(".plan-chart tbody a").Select(a => a.TextContent).ShouldContain("1 安心して暮らす");
        page.QuerySelectorAll(".plan-chart thead th").Length.ShouldBe(city.Plan.Levels.Count);
        foreach (var link in page.QuerySelectorAll(".toolbar a").Where(a => !a.GetAttribute("href")!.Contains("/pdf")))
            (await app.Browser.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken)).Content.Headers.ContentDisposition!.FileNameStar!.ShouldContain("体系図");
        (await app.Get($"{city.PlanPage}/chart?level=1")).QuerySelectorAll(".plan-chart thead th").Length.ShouldBe(1);
        (await app.Browser.GetAsync($"{city.PlanPage}/chart/exe", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static async Task<PlanChart> Chart(OfficeDb db, PublicKey plan) => PlanChart.Of((await PlanBook.Read(db, "サンプル市", plan.Value, null, Day))!, null);

    private static async Task<PublicKey> GivenTree(OfficeDb db, int policies, int measures, int basics)
    {
        var plan = Sample.Plan($"計画{policies}-{measures}-{basics}");
        var edition = plan.Draft("案");
        db.AddRange(plan, edition);
        for (var p = 1; p <= policies; p++)
        {
            var policy = PlanItem.Insert(edition.Id, plan.Levels[0], null, p, $"{p}", $"政策{p}");
            db.Add(policy);
            for (var m = 1; m <= measures; m++)
            {
                var measure = PlanItem.Insert(edition.Id, plan.Levels[1], policy, m, $"{p}-{m}", $"施策{p}-{m}");
                db.Add(measure);
                for (var b = 1; b <= basics; b++)
                    db.Add(PlanItem.Insert(edition.Id, plan.Levels[2], measure, b, $"{p}-{m}-{b}", $"基本事業{p}-{m}-{b}"));
            }
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return plan.Key;
    }

    private static OfficeDb Open(TestOffice office)
    {
        var db = office.Open();
        db.Change = new(null, "test", null);
        return db;
    }

    private static IEnumerable<string> Faults(WordprocessingDocument document) => new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}");

    private static WordprocessingDocument Docx(SheetPaper sheet)
    {
        var file = new MemoryStream();
        SheetDocx.Write(file, sheet);
        return WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
    }

    private static SpreadsheetDocument Xlsx(SheetPaper sheet)
    {
        var file = new MemoryStream();
        SheetXlsx.Write(file, sheet);
        return SpreadsheetDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
    }
}
