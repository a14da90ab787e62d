using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Given;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Files.Papers;
using Shirube.Office.Plans;
using Shouldly;
using Xunit;

namespace Web.Tests.Plans;

public sealed class Plan_book
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_plan_book_holds_the_tree_with_its_texts_indicators_and_projects(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = Open(office);
        var (plan, items) = await GivenPlan(db);
        using var document = Written(await Book(db, plan));
        Faults(document).ShouldBeEmpty();
        var body = document.MainDocumentPart!.Document.Body!;
        Headings(body).Take(5).ShouldBe(["Heading1 計画の概要", "Heading1 体系図", "Heading1 1 サンプル政策1", "Heading2 1-1 サンプル施策1-1", "Heading3 1-1-1 サンプル基本事業1-1-1"]);
        var rows = Rows(body);
        rows.ShouldContain("相談できる割合【サンプル】 | % | 12.5(令和4年度) | 未把握(令和7年度 未把握) | 20(令和8年度、令和5年3月1日設定)");
        rows.ShouldContain("令和7年度 | 未把握 | 未把握 | 18 | 令和5年3月1日");
        rows.ShouldContain("1 | 道路を直す事業 | サンプル課 | 1,234 | 記載なし | 主");
        rows.ShouldContain("2 | 橋を直す事業 | 記載なし | 未定 | 記載なし | 主");
        rows.ShouldContain("3 | 公園の事業 | 記載なし | 2 | 2 | 再掲");
        rows.ShouldContain("合計(主な位置付けの2件、うち1件は記載なし) | 1,234 |  | ");
        body.Descendants<Bold>().Select(b => b.Ancestors<Run>().First().InnerText).ShouldContain("大切なこと");
        document.MainDocumentPart.ChartParts.Count().ShouldBe(1);
        Rows(body).ShouldContain("事務事業(令和6年度決算) | 3件、1,236千円(うち1件は金額の記載がなく、含みません)", "each project is counted once");
        items.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_first_page_of_a_draft_says_that_it_is_one_and_that_of_a_plan_in_force_does_not()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var (plan, _) = await GivenPlan(db);
        Texts(Written(await Book(db, plan)).MainDocumentPart!.Document.Body!).Take(4).ShouldBe(["サンプル市総合計画(案)", "原案", "(作業中の版)", "サンプル市"]);
        var edition = db.Editions.Single();
        edition.BringIn(null, DateTime.UtcNow);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Texts(Written(await Book(db, plan)).MainDocumentPart!.Document.Body!).First().ShouldBe("サンプル市総合計画");
    }

    [Fact]
    public async Task Notes_and_contacts_of_staff_are_not_in_a_plan_book()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var sample = await Sample.FillAsync(db);
        var text = Written(await Book(db, sample.Plan.Key)).MainDocumentPart!.Document.Body!.InnerText;
        text.ShouldContain(sample.Project.Name);
        text.ShouldNotContain(sample.Project.InternalContact!);
        text.ShouldNotContain(sample.Project.InternalNote!);
        text.ShouldNotContain(sample.Person.Name);
    }

    [Fact]
    public async Task A_plan_without_items_makes_a_valid_book_that_says_so()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var plan = Sample.Plan();
        db.AddRange(plan, plan.Draft("骨子"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        using var document = Written(await Book(db, plan.Key));
        Faults(document).ShouldBeEmpty();
        document.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("この版には、まだ項目がありません。");
    }

    [Theory]
    [InlineData("a huge text")]
    [InlineData("markup and control characters")]
    [InlineData("quotes in quotes")]
    [InlineData("lists in lists")]
    [InlineData("a table of five hundred rows")]
    [InlineData("a table of one column and a half")]
    public async Task Whatever_somebody_wrote_the_book_is_valid(string what)
    {
        var body = what switch
        {
            "a huge text" => string.Concat(Enumerable.Repeat("長い文です。**強く**言います。\n\n", 6_000))[..PlanItem.LongestBody],
            "markup and control characters" => "<script>alert(1)</script>\u0001\u000B\uFFFE <b>太字</b> &amp; ]]> [危険](javascript:alert(1)) ![図](x.png) <https://city.example/?a=1&b=2>\n\n| a |\n",
            "quotes in quotes" => new string('>', 5_000) + " 深い",
            "lists in lists" => string.Concat(Enumerable.Range(0, 200).Select(i => $"{new string(' ', i * 2)}- 段{i}\n")),
            "a table of five hundred rows" => "| a | b | c |\n|---|---|---|\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"| {i} | **値** | 説明 |\n")),
            _ => "| a | b |\n|---|--:|\n| 1 |\n| 1 | 2 | 3 |\n\n## 見出し\n\n1. 一\n\n   続き\n\n   | x |\n   |---|\n   | y |\n\n***\n\n    そのまま\n",
        };
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var plan = Sample.Plan();
        var (edition, items) = Sample.Edition(plan);
        items[0].Write("1", "題名 & <b>", "やさしい題名", body);
        db.AddRange([plan, edition, .. items]);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        using var document = Written(await Book(db, plan.Key));
        Faults(document).ShouldBeEmpty();
        if (what == "a table of five hundred rows")
            Rows(document.MainDocumentPart!.Document.Body!).ShouldContain("499 | 値 | 説明");
    }

    [Fact]
    public async Task A_very_deep_tree_of_three_thousand_items_makes_a_valid_book()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = Open(office);
        var plan = Plan.Found(PlanKind.Other, "深い計画", new(2024), null);
        for (var i = 1; i <= 15; i++)
            plan.AddLevel($"階層{i}", carriesProjects: i == 15);
        var edition = plan.Draft("案");
        db.AddRange(plan, edition);
        PlanItem? above = null;
        for (var i = 0; i < 3_000; i++)
        {
            above = PlanItem.Insert(edition.Id, plan.Levels[i % 15], i % 15 == 0 ? null : above, i + 1, $"{i}", $"項目{i}");
            db.Add(above);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        using var document = Written(await Book(db, plan.Key));
        Faults(document).ShouldBeEmpty();
        Headings(document.MainDocumentPart!.Document.Body!).Count().ShouldBe(3_003);
    }

    private static async Task<(PublicKey Plan, IReadOnlyList<PlanItem> Items)> GivenPlan(OfficeDb db)
    {
        var department = Sample.Department();
        var plan = Sample.Plan();
        var (edition, items) = Sample.Edition(plan);
        items[1].Write("1-1", "サンプル施策1-1", "暮らしを守る", "これが**大切なこと**です。\n\n- 一つ\n- 二つ");
        var (road, bridge, park) = (Project.Start("1", "道路を直す事業"), Project.Start("2", "橋を直す事業"), Project.Start("3", "公園の事業"));
        road.HandTo(department.Id, new(2023));
        road.PlaceUnder(plan.Id, items[2].Key);
        bridge.PlaceUnder(plan.Id, items[2].Key);
        park.PlaceUnder(plan.Id, items[4].Key);
        park.AlsoPlaceUnder(plan.Id, items[2].Key);
        road.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1_234_499)));
        bridge.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.None(Absence.Undecided));
        park.Record(new(2024), MoneyStage.Settled, MoneyKind.General, Figure.Of(new(1_500)));
        var indicator = Indicator.Define("相談できる割合", "%", IndicatorKind.Outcome, "住民アンケートによる。", isSample: true);
        indicator.UseFor(plan.Id, items[1].Key, 1);
        indicator.Measure(new(2022), 12.50m, ActualStatus.Final);
        indicator.Measure(new(2024), 14m, ActualStatus.Preliminary);
        indicator.Measure(new(2025), null, ActualStatus.NotKnown);
        indicator.Aim(new(2025), 18m, new(2023, 3, 1), null);
        indicator.Aim(new(2026), 20m, new(2023, 3, 1), null);
        db.AddRange([department, plan, edition, .. items, road, bridge, park, indicator]);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (plan.Key, items);
    }

    private static OfficeDb Open(TestOffice office)
    {
        var db = office.Open();
        db.Change = new(null, "test", null);
        return db;
    }

    private static async Task<PlanBook> Book(OfficeDb db, PublicKey plan) => (await PlanBook.Read(db, "サンプル市", plan.Value, null, Day))!;

    private static WordprocessingDocument Written(PlanBook book)
    {
        var file = new MemoryStream();
        BookDocx.Write(file, PlanBookPaper.Of(book));
        return WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
    }

    private static IEnumerable<string> Faults(WordprocessingDocument document) => new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}");

    private static IEnumerable<string> Headings(Body body) =>
        body.Elements<Paragraph>().Select(p => $"{p.ParagraphProperties?.ParagraphStyleId?.Val?.Value} {p.InnerText}").Where(p => p.StartsWith("Heading", StringComparison.Ordinal));

    private static IEnumerable<string> Texts(Body body) => body.Elements<Paragraph>().Select(p => p.InnerText);

    private static List<string> Rows(Body body) => [.. body.Descendants<TableRow>().Select(r => string.Join(" | ", r.Elements<TableCell>().Select(c => c.InnerText)))];
}
