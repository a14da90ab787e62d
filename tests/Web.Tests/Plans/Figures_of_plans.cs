using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Files.Papers;
using Shirube.Office.Plans;
using Shirube.Office.Printing;
using Shirube.Ui.Text;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Plans;

public sealed class Figures_of_plans : IAsyncLifetime
{
    public static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly App app = new();
    private OfficeCity city = null!;

    private static string Page => $"{App.Office}/figures";

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_figure_is_added_shown_in_a_text_and_stands_in_the_preview()
    {
        (await app.Get(Page)).QuerySelector("main")!.TextContent.ShouldContain("図がまだありません");
        var figure = await Add("将来人口の見通し");
        var edit = await app.Get($"{city.ItemPage(0)}/edit");
        edit.QuerySelector(".figure-pick code")!.TextContent.ShouldBe(figure.Mark);
        var form = FilledForm.On(edit, "#item", Answers.Of(("Form.Body", $"見通しです。\n\n{figure.Mark}")));
        (await App.Parse(await app.Browser.PostAsync($"{city.ItemPage(0)}/edit?handler=Preview", form.Content(), TestContext.Current.CancellationToken))).QuerySelector("figure.figure img")!.GetAttribute("alt").ShouldBe("人口が減る図");
        await app.SendForm($"{city.ItemPage(0)}/edit", Answers.Of(("Form.Body", $"見通しです。\n\n{figure.Mark}")), "#item");
        var shown = (await app.Get(city.ItemPage(0))).QuerySelector("figure.figure")!;
        shown.QuerySelector("figcaption")!.TextContent.ShouldBe("将来人口の見通し資料: 国の推計");
        var picture = await app.Browser.GetAsync(shown.QuerySelector("img")!.GetAttribute("src"), TestContext.Current.CancellationToken);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Dot);
        (await app.Get(Page)).QuerySelector("#figure-" + figure.Key)!.TextContent.ShouldContain("使っている本文");
    }

    [Fact]
    public async Task A_figure_in_use_stays_and_one_that_is_not_goes_with_its_picture()
    {
        var (used, twin) = (await Add("使う図"), await Add("使わない図"));
        used.Sha256.ShouldBe(twin.Sha256);
        await app.SendForm($"{city.ItemPage(0)}/edit", Answers.Of(("Form.Body", used.Mark)), "#item");
        (await app.Get($"{Page}/{used.Key}/edit")).QuerySelector("#remove").ShouldBeNull();
        var opened = await app.Get($"{Page}/{twin.Key}/edit");
        await app.SendForm($"{city.ItemPage(1)}/edit", Answers.Of(("Form.Body", twin.Mark)), "#item");
        var remove = FilledForm.On(opened, "#remove", new { });
        (await App.Parse(await app.Browser.PostAsync($"{Page}/{twin.Key}/edit?handler=Remove", remove.Content(), TestContext.Current.CancellationToken))).QuerySelector("main")!.TextContent.ShouldContain("図「使わない図」は、計画「");
        await app.SendForm($"{city.ItemPage(1)}/edit", Answers.Of(("Form.Body", "なし")), "#item");
        (await app.SendForm($"{Page}/{twin.Key}/edit", new { }, "#remove")).QuerySelector("main")!.TextContent.ShouldContain("図「使わない図」を削除しました。");
        await using (var db = app.OpenDb())
            (await db.Pictures.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1, "the other figure shows the same picture");
        await app.SendForm($"{city.ItemPage(0)}/edit", Answers.Of(("Form.Body", "なし")), "#item");
        await app.SendForm($"{Page}/{used.Key}/edit", new { }, "#remove");
        await using var empty = app.OpenDb();
        (await empty.Pictures.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_what_was_typed_stays()
    {
        var page = await app.SendForm($"{Page}/new", Answers.Of(("Upload", new ChosenFile("図.png", "<svg onload=alert(1)>"u8.ToArray())), ("Form.Title", "題名です"), ("Form.Alt", "説明です")));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("「図.png」を画像として読み取れません。");
        page.QuerySelector("#Form_Title")!.GetAttribute("value").ShouldBe("題名です");
        (await app.SendForm($"{Page}/new", Answers.Of(("Form.Title", "題名"), ("Form.Alt", "説明")))).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("画像を選んでください。");
        await app.SignInAs(Role.Reader);
        (await app.Browser.GetAsync($"{Page}/new", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_title_is_changed_and_the_change_is_in_the_history()
    {
        var figure = await Add("人口の見とおし");
        await app.SendForm($"{Page}/{figure.Key}/edit", Answers.Of(("Form.Title", "人口の見通し")), "#figure");
        var changes = (await app.Get($"{App.Office}/changes?area=plans")).QuerySelector("main")!.TextContent;
        changes.ShouldContain("人口の見通し");
        (await app.Get($"{Page}?words=ミトオシ")).QuerySelectorAll(".figure-list > li").Length.ShouldBe(0);
        (await app.Get($"{Page}?words=見通")).QuerySelectorAll(".figure-list > li").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_book_shows_the_figures_numbered_in_reading_order()
    {
        var (late, early) = (await Add("あとの図"), await Add("さきの図"));
        await app.SendForm($"{city.ItemPage(0)}/edit", Answers.Of(("Form.Body", $"{early.Mark}\n\n文の中の{late.Mark}図。\n\n![](図/nothere)")), "#item");
        await using var db = app.OpenDb();
        var paper = PlanBookPaper.Of((await PlanBook.Read(db, "奥州市", city.Plan.Key.Value, null, new(2026, 11, 27)))!);
        paper.Blocks.OfType<BookFigure>().Select(f => $"{f.Caption}|{f.Alt}|{f.Source}").ShouldBe(["図1 さきの図|人口が減る図|国の推計", "図2 あとの図|人口が減る図|国の推計"]);
        paper.Blocks.OfType<BookText>().ShouldContain(t => t.Runs.Any(r => r.Text == "(図が見つかりません)"));
        $"{BookHtml.Of(paper)}".ShouldContain($"<img src=\"data:image/png;base64,{Convert.ToBase64String(Dot)}\" alt=\"人口が減る図\"");
    }

    [Fact]
    public void Pictures_from_elsewhere_are_links_and_a_figure_that_is_gone_is_said_to_be()
    {
        ShownFigure[] figures = [new(new("abc"), "題<b>", "説明\"", null, 3, 2, true, "/f/abc")];
        MarkdownText.Render("![外](https://other.example/a.png) ![悪](javascript:alert(1)) ![なし](図/zzz)", 2, null, figures).ToString()!.Trim()
            .ShouldBe("<p><a href=\"https://other.example/a.png\">外</a> <a href=\"\">悪</a> (図「なし」が見つかりません)</p>");
        MarkdownText.Render("- ![a](図/abc)", 2, null, figures).ToString()!.ShouldContain("<figure class=\"figure\"><img src=\"/f/abc\" alt=\"説明&quot;\" width=\"3\" height=\"2\" loading=\"lazy\" decoding=\"async\"><figcaption>題&lt;b&gt; <span");
        MarkdownText.Render("文の![a](図/abc)中", 2, null, figures).ToString()!.Trim().ShouldBe("<p>文の<img src=\"/f/abc\" alt=\"説明&quot;\" width=\"3\" height=\"2\" loading=\"lazy\" decoding=\"async\">中</p>");
        MarkdownText.Plain("前![人口](図/abc)後").ShouldBe("前[図: 人口]後");
    }

    [Fact]
    public void A_figure_that_took_anothers_place_is_seen_in_a_comparison_also_under_the_same_title()
    {
        MarkdownMarks.OnlySigns("![人口](図/abc)", "![人口](図/def)").ShouldBeFalse();
        MarkdownMarks.Of("前![人口](図/abc)", "前![人口](図/def)").Where(r => r.Came || r.Gone).ShouldNotBeEmpty();
        string.Concat(MarkdownMarks.Of("![人口](図/abc)", "**![人口](図/abc)**").Select(r => r.Text)).ShouldBe("[図: 人口]", "the same figure goes by its title");
    }

    private async Task<PlanFigure> Add(string title)
    {
        await app.SendForm($"{Page}/new", Answers.Of(("Upload", new ChosenFile("図.png", Dot)), ("Form.Title", title), ("Form.Alt", "人口が減る図"), ("Form.Source", "国の推計")));
        await using var db = app.OpenDb();
        return await db.Figures.AsNoTracking().SingleAsync(f => f.Title == title, TestContext.Current.CancellationToken);
    }
}
