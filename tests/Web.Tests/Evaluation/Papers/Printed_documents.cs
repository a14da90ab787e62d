using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Files.Papers;
using Shirube.Office.Evaluation;
using Shirube.Office.Printing;
using Shouldly;
using Web.Tests.Publishing;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Printed_documents
{
    private static readonly PaperPress Press = new(new ChromiumPrinter(), Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    public static TheoryData<string> Kinds => [.. EvaluationDocument.All.Select(d => d.Name)];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_document_says_what_is_expected_of_it(Engine engine)
    {
        using var city = await PaperCity.On(engine);
        var round = await city.Printed();
        foreach (var (name, paper) in await Papers(city.Db, round))
            PaperText.Of(paper).ShouldBe(PaperText.Expected(name, PaperText.Of(paper)), name);
    }

    [Fact]
    public async Task Each_document_for_the_public_says_what_is_expected_of_it()
    {
        using var city = await PaperCity.On(Engine.Sqlite);
        var round = await city.Printed(PaperFor.Public);
        foreach (var (name, paper) in await Papers(city.Db, round))
            PaperText.Of(paper).ShouldBe(PaperText.Expected($"{name}-public", PaperText.Of(paper)), name);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_not_for_the_public_is_in_no_document_for_it(string kind)
    {
        using var city = await PaperCity.On(Engine.Sqlite);
        var inside = Words(await Made(city.Db, await city.Printed(), kind));
        var outside = Words(await Made(city.Db, await city.Printed(PaperFor.Public), kind));
        foreach (var secret in new[] { PaperCity.Secret, PaperCity.Draft, "9,999,000", "昨年の答え", "内輪のメモ", "道路 太郎", "庁内用" })
            outside.ShouldNotContain(secret);
        foreach (var never in new[] { "昨年の答え", "内輪のメモ", "道路 太郎" })
            inside.ShouldNotContain(never);
        outside.ShouldContain("道路を直す事業");
    }

    [Fact]
    public async Task Sheets_with_internal_answers_are_marked_on_the_cover_and_in_the_head_of_every_page()
    {
        using var city = await PaperCity.On(Engine.Sqlite);
        var paper = SheetsPaper.Of(await city.Printed());
        paper.Running.ShouldContain("【庁内用】");
        paper.Cover.ShouldContain("【庁内用】");
        var words = PaperText.Of(paper);
        words.ShouldContain(PaperCity.Secret);
        words.ShouldContain(PaperCity.Draft);
    }

    [Fact]
    public async Task A_release_rule_holds_for_documents_too_no_text_that_citizens_may_not_read_is_in_them()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = office.Open();
        var marked = new MarkedOffice();
        await marked.FillAsync(db);
        // why: a marker in the place of the numbers of stages is nothing that a form can hold.
        await db.Set<FormQuestion>().ExecuteUpdateAsync(set => set.SetProperty(q => q.StageOrders, "1,2"), TestContext.Current.CancellationToken);
        var closed = await db.EvaluationRounds.AsNoTracking().SingleAsync(r => r.Closed != null, TestContext.Current.CancellationToken);
        var round = await PrintedRound.Read(db, new("サンプル市", closed.Key, PaperFor.Public), PaperCity.Day);
        // why: a round calls its stages as the form does, whose names are public.
        string[] also = ["RoundStage.Name"];
        var found = new List<string>();
        foreach (var document in EvaluationDocument.All)
        {
            var words = Words(await document.Make(db, round, "docx", Press, TestContext.Current.CancellationToken));
            var leaked = marked.Markers.Where(m => words.Contains(m.Text)).ToList();
            leaked.Where(m => m.IsOfDraft || !(LeakTests.Public.Contains(m.Field) || also.Contains(m.Field))).Select(m => $"{document.Name}: {m.Field}").ShouldBeEmpty();
            found.AddRange(leaked.Select(m => m.Field));
        }

        found.ShouldContain("SheetAnswer.Text");
        found.ShouldContain("EvaluationSheet.Name");
    }

    [Fact]
    public async Task A_closed_round_prints_the_figures_that_were_kept()
    {
        using var city = await PaperCity.On(Engine.Sqlite);
        var round = await city.Db.EvaluationRounds.AsTracking().Include(r => r.Stages).SingleAsync(TestContext.Current.CancellationToken);
        round.Close(null, DateTime.UnixEpoch);
        await new KeptFigures(city.Db).Keep(round, new(2026));
        var road = await city.Db.Projects.AsTracking().Include(p => p.Money).SingleAsync(p => p.Number == "10", TestContext.Current.CancellationToken);
        road.Record(new(2025), MoneyStage.Settled, MoneyKind.General, Figure.Of(new(7_777_000)));
        await city.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        city.Db.ChangeTracker.Clear();
        foreach (var kind in new[] { "evaluation-sheets", "results-statement" })
        {
            var words = Words(await Made(city.Db, await city.Printed(), kind));
            words.ShouldContain("1,200,000");
            words.ShouldNotContain("7,777,000");
        }
    }

    [Fact]
    public async Task Each_sheet_begins_a_page_and_the_first_of_a_department_stands_below_its_name()
    {
        using var city = await PaperCity.On(Engine.Sqlite);
        SheetsPaper.Of(await city.Printed()).Blocks.OfType<BookHeading>().Select(h => $"{h.Level} {h.Text}{(h.StartsPage ? " *" : "")}")
            .ShouldBe(["1 この冊子について *", "1 こども課 *", "2 2 産後ケア事業", "1 道路課 *", "2 10 道路を直す事業", "1 部課のないもの *", "2 1-1 サンプル施策1-1"]);
        var alone = SheetsPaper.Of(await PrintedRound.Read(city.Db, new("サンプル市", city.Round.Key) { Sheet = city.Answered.Key }, PaperCity.Day));
        (alone.HasCover, alone.Blocks.OfType<BookHeading>().Count()).ShouldBe((false, 1));
    }

    [Theory]
    [InlineData("a huge text")]
    [InlineData("markup and control characters")]
    [InlineData("nothing")]
    public async Task Whatever_was_answered_each_document_is_a_valid_file(string what)
    {
        var text = what switch { "a huge text" => string.Concat(Enumerable.Repeat("長い答えです。\n", 2_400)), "markup and control characters" => "<script>alert(1)</script>\u0001\u000B\uFFFE ]]> &amp; \t表", _ => null };
        using var city = await PaperCity.On(Engine.Sqlite);
        var sheet = await city.Db.EvaluationSheets.AsTracking().Include(s => s.Answers).Include(s => s.Stages).SingleAsync(s => s.Key == city.Answered.Key, TestContext.Current.CancellationToken);
        var form = await FormMemory.Forms(city.Db).SingleAsync(f => f.Id == sheet.FormId, TestContext.Current.CancellationToken);
        foreach (var label in new[] { "成果の説明", "特記事項", "見込み" })
        {
            var key = form.Questions.Single(q => q.Label == label).Key;
            sheet.Answer(form, 1, key, AnswerValue.Of(null, text), sheet.Find(key, 1)!.Revision, null, DateTime.UnixEpoch);
        }

        await city.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var round = await city.Printed();
        foreach (var document in EvaluationDocument.All)
        {
            using var file = WordprocessingDocument.Open(new MemoryStream(await document.Make(city.Db, round, "docx", Press, TestContext.Current.CancellationToken)), isEditable: false);
            new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Select(e => $"{document.Name} {e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_printed_form_is_data_and_what_cannot_be_laid_out_is_refused()
    {
        using var city = await PaperCity.On(Engine.Sqlite);
        var form = PrintForms.Read(Json("""{"name":"own","title":"市の一覧","layout":"List","isLandscape":false,"sections":[{"title":"一覧","fields":[{"field":"Name","title":"事業"},{"field":"Cost","title":"費用"},{"field":"Verdict","title":"判定","role":"Direction","stage":2}]}]}"""));
        var lines = PaperText.Of(FormPaper.Of(form, await city.Printed()));
        lines.ShouldContain("| 事業 | 費用/令和7年度 | 判定 |");
        lines.ShouldContain("| 道路を直す事業 | 1,850,000 | 縮小 |");
        foreach (var wrong in new[] { "", "{}", "null", """{"name":"own","title":"","layout":"List","isLandscape":false,"sections":[]}""", """{"name":"own","title":"一覧","layout":"List","isLandscape":false,"sections":[null]}""", """{"name":"own","title":"一覧","layout":"List","isLandscape":false,"sections":[{"title":"一","fields":[{"field":"MoneyTable","title":"表"}]}]}""", """{"name":"own","title":"一覧","layout":"List","isLandscape":false,"sections":[{"title":"一","fields":[{"field":"Verdict","title":"判定"}]}]}""", """{"name":"own","title":"一覧","layout":"List","isLandscape":false,"sections":[{"title":"一","fields":[{"field":"Cost","title":"費用","years":9}]}]}""" })
            Should.Throw<RefusalException>(() => PrintForms.Read(Json(wrong))).Refusal.Code.ShouldBe("print-form-unread", wrong);
    }

    [Fact]
    public async Task A_list_is_a_workbook_too_in_which_what_is_not_known_is_an_empty_cell()
    {
        using var city = await PaperCity.On(Engine.Sqlite);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await EvaluationDocument.All.Single(d => d.Name == "evaluation-list").Make(city.Db, await city.Printed(), "xlsx", Press, TestContext.Current.CancellationToken)), isEditable: false);
        new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        var rows = book.WorkbookPart!.WorksheetParts.First(p => p.Worksheet!.InnerText.Contains("道路を直す事業", StringComparison.Ordinal)).Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Select(r => string.Join('|', r.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => c.InnerText))).ToList();
        rows.ShouldContain(r => r.StartsWith("10|道路を直す事業|1500000|1700000|1850000|9999000|", StringComparison.Ordinal));
        rows.ShouldContain(r => r.StartsWith("2|産後ケア事業|||||", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<(string Name, BookPaper Paper)>> Papers(OfficeDb db, PrintedRound round) =>
        [("evaluation-sheets", SheetsPaper.Of(round)), ("evaluation-report", await ReportPaper.Of(db, round)), ("results-statement", StatementPaper.Of(round)), .. PrintForms.BuiltIn.Select(f => (f.Name, FormPaper.Of(f, round)))];

    private static Task<byte[]> Made(OfficeDb db, PrintedRound round, string kind) => EvaluationDocument.All.Single(d => d.Name == kind).Make(db, round, "docx", Press, TestContext.Current.CancellationToken);

    private static string Words(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var main = file.MainDocumentPart!;
        return string.Concat([main.Document!.InnerText, .. main.HeaderParts.Select(h => h.Header!.InnerText), file.PackageProperties.Title, file.PackageProperties.Creator]);
    }

    private static MemoryStream Json(string text) => new(Encoding.UTF8.GetBytes(text));
}
