using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Plans;
using Shirube.Ui.Text;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Plans;

public sealed class Glossary_of_plans : IAsyncLifetime
{
    private readonly App app = new();
    private OfficeCity city = null!;

    private static string Page => $"{App.Office}/glossary";

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Terms_are_added_and_listed_in_the_order_of_the_kana()
    {
        (await app.Get(Page)).QuerySelector("main")!.TextContent.ShouldContain("用語がまだありません");
        foreach (var (name, reading) in new[] { ("環境", "かんきょう"), ("SDGs", "エスディージーズ"), ("協働", "きょうどう") })
            await app.SendForm($"{Page}/new", Answers.Of(("Form.Name", name), ("Form.Reading", reading), ("Form.Meaning", $"{name}の意味")));
        var page = await app.Get(Page);
        page.QuerySelectorAll("main h2").Select(h => h.TextContent).ShouldBe(["あ行", "か行"]);
        page.QuerySelectorAll("main dt").Select(t => t.FirstChild!.TextContent.Trim()).ShouldBe(["SDGs", "環境", "協働"]);
        (await app.Get($"{Page}?words=キョウド")).QuerySelectorAll("main dt").Length.ShouldBe(1);
        (await app.Get($"{Page}?words=ないことば")).QuerySelector("main")!.TextContent.ShouldContain("当てはまる用語がありません");
    }

    [Fact]
    public async Task A_word_that_is_there_already_is_refused_and_what_was_typed_stays()
    {
        await app.Given(GlossaryTerm.Explain("協働", "きょうどう", "ともに働くこと", null));
        var page = await app.SendForm($"{Page}/new", Answers.Of(("Form.Name", "協働"), ("Form.Reading", "きょうどう"), ("Form.Meaning", "ちがう意味")));
        page.QuerySelector("[role=alert], .error-summary, main")!.TextContent.ShouldContain("用語「協働」は、もう用語集にあります。");
        page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("ちがう意味");
        var wrong = await app.SendForm($"{Page}/new", Answers.Of(("Form.Name", "共生"), ("Form.Reading", "共生"), ("Form.Meaning", "意味")));
        wrong.QuerySelector("main")!.TextContent.ShouldContain("よみ「共生」に、かなでない文字があります。");
    }

    [Fact]
    public async Task Two_people_who_change_a_term_see_both_texts()
    {
        var term = GlossaryTerm.Explain("協働", "きょうどう", "ともに働くこと", null);
        await app.Given(term);
        var edit = $"{Page}/{term.Key}/edit";
        var before = await app.Get(edit);
        var (version, was) = (before.QuerySelector("#term input[name=Version]")!.GetAttribute("value")!, before.QuerySelector("#term input[name=Was]")!.GetAttribute("value")!);
        await app.SendForm(edit, Answers.Of(("Form.Meaning", "市民と市がともに働くこと")), "#term");
        var conflict = await app.SendForm(edit, Answers.Of(("Form.Meaning", "力を合わせること"), ("Version", version), ("Was", was)), "#term");
        conflict.QuerySelector("main")!.TextContent.ShouldContain("市民と市がともに働くこと");
        conflict.QuerySelector("main")!.TextContent.ShouldContain("力を合わせること");
        (await app.Get($"{App.Office}/changes?area=plans")).QuerySelector("main")!.TextContent.ShouldContain("用語");
    }

    [Fact]
    public async Task A_term_is_deleted_and_a_reader_may_not_change_any()
    {
        var term = GlossaryTerm.Explain("協働", "きょうどう", "ともに働くこと", null);
        await app.Given(term);
        (await app.SendForm($"{Page}/{term.Key}/edit", new { }, "#remove")).QuerySelector("main")!.TextContent.ShouldContain("用語「協働」を削除しました。");
        await using (var db = app.OpenDb())
            (await db.GlossaryTerms.AnyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        await app.SignInAs(Role.Reader);
        (await app.Browser.GetAsync($"{Page}/new", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await app.Get(Page)).QuerySelectorAll("a[href$='/new']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_term_is_found_by_the_search_and_leads_to_its_place()
    {
        var term = GlossaryTerm.Explain("脱炭素社会", "だつたんそしゃかい", "排出を減らす社会", null);
        await app.Given(term);
        (await app.Get($"{App.Office}/search?q=%E8%84%B1%E7%82%AD%E7%B4%A0")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain($"{Page}#term-{term.Key}");
    }

    [Fact]
    public async Task A_word_of_an_items_text_leads_to_its_meaning_once()
    {
        var term = GlossaryTerm.Explain("協働", "きょうどう", "ともに働くこと", null);
        await app.Given(term);
        await app.SendForm($"{city.ItemPage(0)}/edit", Answers.Of(("Form.Body", "## 協働のまち\n\n市民との**協働**を進めます。協働の場をつくります。")), "#item");
        var links = (await app.Get(city.ItemPage(0))).QuerySelectorAll(".plan-body a.term");
        links.Select(a => (a.TextContent, a.GetAttribute("href"), a.GetAttribute("title"), a.ParentElement!.LocalName)).ShouldBe([("協働", $"{Page}#term-{term.Key}", "ともに働くこと", "strong")]);
    }

    [Fact]
    public void The_longer_of_two_words_is_meant_and_links_code_and_headings_are_left_alone()
    {
        LinkedTerm[] terms = [new("計画", "/g#1", "<b>\"意味\"</b>"), new("総合計画", "/g#2", "意味")];
        MarkdownText.Render("# 計画\n\n[計画](https://city.example/) `計画` 総合計画と計画と計画", 2, terms).ToString()!.Trim().ReplaceLineEndings("")
            .ShouldBe("<h2>計画</h2><p><a href=\"https://city.example/\">計画</a> <code>計画</code> <a href=\"/g#2\" class=\"term\" title=\"意味\">総合計画</a>と<a href=\"/g#1\" class=\"term\" title=\"&lt;b&gt;&quot;意味&quot;&lt;/b&gt;\">計画</a>と計画</p>");
    }

    [Fact]
    public async Task A_plan_book_lists_the_words_that_its_texts_use()
    {
        await app.Given(GlossaryTerm.Explain("協働", "きょうどう", "ともに働くこと", "市の条例"), GlossaryTerm.Explain("安心", "あんしん", "心配のないこと", null, isSample: true), GlossaryTerm.Explain("使わない言葉", "つかわないことば", "意味", null));
        await app.SendForm($"{city.ItemPage(0)}/edit", Answers.Of(("Form.Body", "協働で安心を。")), "#item");
        await using var db = app.OpenDb();
        var paper = PlanBookPaper.Of((await PlanBook.Read(db, "奥州市", city.Plan.Key.Value, null, new(2026, 11, 27)))!);
        var at = paper.Blocks.ToList().FindIndex(b => b is Shirube.Files.Papers.BookHeading { Text: "用語集" });
        paper.Blocks.Skip(at).OfType<Shirube.Files.Papers.BookTable>().Take(2).SelectMany(t => t.Rows.Skip(1)).Select(r => string.Join('|', r.Cells.Select(c => c.Text)))
            .ShouldBe(["安心【サンプル】\n(あんしん)|心配のないこと", "協働\n(きょうどう)|ともに働くこと\n出典: 市の条例"]);
    }
}
