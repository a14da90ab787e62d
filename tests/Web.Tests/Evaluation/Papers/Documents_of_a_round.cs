using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Documents_of_a_round : IAsyncLifetime
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private readonly App app = new();
    private OfficeCity city = null!;
    private OpenedRound round = null!;

    private string Documents => $"{round.Page}/documents";

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        round = await OpenedRound.Of(app, city);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_planner_takes_the_sheets_of_all_departments_or_of_one_as_a_word_file()
    {
        await app.SignInAs(Role.PlanningOffice);
        (await app.Get(round.Page)).QuerySelectorAll("main a").ShouldContain(a => a.TextContent == "印刷・文書" && a.GetAttribute("href")!.EndsWith("/documents", StringComparison.Ordinal));
        var all = await Taken(Answers.Of(("Form.Document", "evaluation-sheets"), ("Form.Format", "docx")));
        all.ShouldContain("産後ケア事業");
        all.ShouldContain("市道改良事業");
        var page = await app.Get(Documents);
        var own = page.QuerySelectorAll<IHtmlOptionElement>("#file-department option").Single(o => o.Text.Trim() == OfficeCity.Own).Value;
        var above = page.QuerySelectorAll<IHtmlOptionElement>("#file-department option").Single(o => o.Text.Trim() == "福祉部").Value;
        foreach (var department in new[] { own, above })
        {
            var some = await Taken(Answers.Of(("Form.Document", "evaluation-sheets"), ("Form.Format", "docx"), ("Form.Department", department)));
            some.ShouldContain("産後ケア事業");
            some.ShouldNotContain("市道改良事業");
        }
    }

    [Theory]
    [InlineData("evaluation-report")]
    [InlineData("results-statement")]
    [InlineData("evaluation-list")]
    [InlineData("project-statement")]
    [InlineData("audit-statement")]
    public async Task Every_document_is_handed_out(string kind)
    {
        await app.SignInAs(Role.PlanningOffice);
        (await Taken(Answers.Of(("Form.Document", kind), ("Form.Format", "docx")))).ShouldContain("産後ケア事業");
    }

    [Fact]
    public async Task A_clerk_has_the_sheets_of_the_own_department_and_no_others()
    {
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await app.Get(Documents);
        page.QuerySelectorAll<IHtmlOptionElement>("#file-document option").Select(o => o.Value).ShouldBe(["evaluation-sheets", "evaluation-list", "project-statement", "audit-statement"]);
        var sheets = await Taken(Answers.Of(("Form.Document", "evaluation-sheets"), ("Form.Format", "docx")));
        sheets.ShouldContain("産後ケア事業");
        sheets.ShouldNotContain("市道改良事業");
        await using var db = app.OpenDb();
        var other = await db.Departments.SingleAsync(d => d.Name == OfficeCity.Other, TestContext.Current.CancellationToken);
        (await Ask($"&Form.Document=evaluation-sheets&Form.Format=docx&Form.Department={other.Id.Value}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Ask("&Form.Document=evaluation-report&Form.Format=docx")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Ask("&Form.Document=novel&Form.Format=docx")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_has_no_sheets_is_told_so_and_gets_none()
    {
        await app.SignInAs(Role.Reader);
        (await app.Get(Documents)).QuerySelector("main")!.TextContent.ShouldContain("印刷できるシートがありません");
        (await Ask("&Form.Document=evaluation-sheets&Form.Format=docx")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_that_a_document_does_not_come_in_is_refused_with_what_it_comes_in()
    {
        await app.SignInAs(Role.PlanningOffice);
        var page = await App.Parse(await app.Follow(await Ask("&Form.Document=evaluation-sheets&Form.Format=xlsx")));
        page.QuerySelector("main")!.TextContent.ShouldContain("「.xlsx」の形の文書はつくれません。");
        page.QuerySelector<IHtmlOptionElement>("#file-format option[selected]")!.Value.ShouldBe("xlsx", "what was chosen stays");
    }

    [Fact]
    public async Task One_sheet_is_printed_from_its_page_without_names_of_staff()
    {
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        await app.SendForm(round.PageOf(city.OwnProject), Answers.Of(("Form.Answers[3].Choice", "継続"), ("Form.Answers[3].Text", "必要なため"), ("Form.Answers[4].Text", "庁内の事情")), "#sheet");
        var link = (await app.Get(round.PageOf(city.OwnProject))).QuerySelectorAll("main a").First(a => a.TextContent == "Wordで受け取る").GetAttribute("href");
        var response = await app.Browser.GetAsync(link, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentDisposition!.FileNameStar!.ShouldContain("産後ケア事業");
        var words = Words(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        words.ShouldContain("必要なため");
        words.ShouldContain("【庁内用】");
        words.ShouldNotContain("の職員", customMessage: "names of staff");
        foreach (var wrong in new[] { $"{round.PageOf(city.OwnProject)}/print/odt", $"{App.Office}/sheets/nothing/print/docx" })
            (await app.Browser.GetAsync(wrong, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Files_of_all_departments_are_made_as_work_that_can_be_left_and_found_again()
    {
        await app.SignInAs(Role.PlanningOffice);
        var page = await app.SendForm(Documents, Answers.Of(("Form.Document", "evaluation-sheets"), ("Form.Format", "docx")), "#bundle");
        page.QuerySelector("#bundles").ShouldNotBeNull();
        var link = await Ready();
        var response = await app.Browser.GetAsync(link, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        zip.Entries.Select(e => e.FullName).ShouldBe([$"001-{OfficeCity.Own}.docx", $"002-{OfficeCity.Other}.docx"]);
        var (own, other) = (await Entry(zip.Entries[0]), await Entry(zip.Entries[1]));
        own.ShouldContain("産後ケア事業");
        own.ShouldNotContain("市道改良事業");
        other.ShouldContain("市道改良事業");
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        (await app.Get(Documents)).QuerySelector("#bundles").ShouldBeNull("what others asked for is theirs");
        (await app.Browser.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_clerks_bundle_holds_the_own_department_alone_and_an_old_one_is_gone_after_two_weeks()
    {
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        await app.SendForm(Documents, Answers.Of(("Form.Document", "evaluation-list"), ("Form.Format", "xlsx")), "#bundle");
        var link = await Ready();
        await using (var zip = new ZipArchive(await app.Browser.GetStreamAsync(link, TestContext.Current.CancellationToken)))
            zip.Entries.Select(e => e.FullName).ShouldBe([$"001-{OfficeCity.Own}.xlsx"]);
        var file = Directory.GetFiles(Path.Combine(app.DataFolder, App.Code.Value, "documents")).Single();
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-15));
        await app.SendForm(Documents, Answers.Of(("Form.Document", "evaluation-sheets"), ("Form.Format", "docx")), "#bundle");
        await Ready();
        File.Exists(file).ShouldBeFalse();
        (await app.Get(Documents)).QuerySelector("main")!.TextContent.ShouldContain("もう一度つくれます。");
        (await app.Browser.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> Ready()
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var page = await app.Get(Documents);
            if (page.QuerySelectorAll("#bundles + ul > li").First() is var newest && newest.QuerySelector("a[download]") is { } link)
                return link.GetAttribute("href")!;
            newest.TextContent.ShouldNotContain("つくれませんでした");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new ShouldAssertException($"the bundle did not become ready: {string.Join('\n', app.Errors.All.Take(3))}");
    }

    private async Task<string> Taken(object answers)
    {
        var filled = FilledForm.On(await app.Get(Documents), "#file", answers);
        var response = await app.Browser.GetAsync(filled.ActionWithQuery(new($"http://localhost{Documents}")), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, string.Join('\n', app.Errors.All.Take(3)));
        response.Content.Headers.ContentType!.MediaType.ShouldBe(Word);
        return Words(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private Task<HttpResponseMessage> Ask(string with) => app.Browser.GetAsync($"{Documents}?handler=File{with}", TestContext.Current.CancellationToken);

    private static async Task<string> Entry(ZipArchiveEntry entry)
    {
        using var whole = new MemoryStream();
        await using (var from = await entry.OpenAsync(TestContext.Current.CancellationToken))
            await from.CopyToAsync(whole, TestContext.Current.CancellationToken);
        return Words(whole.ToArray());
    }

    private static string Words(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return string.Concat([file.MainDocumentPart!.Document!.InnerText, .. file.MainDocumentPart.HeaderParts.Select(h => h.Header!.InnerText)]);
    }
}
