using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shouldly;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Results_of_a_round : IAsyncLifetime
{
    private readonly App app = new();

    public async ValueTask InitializeAsync() => await app.SignInAs(Role.PlanningOffice);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Directions_are_counted_by_stage_and_department_and_what_was_not_submitted_is_no_zero()
    {
        var city = await ResultCity.Of(app);
        var page = await app.Get(city.Page);
        page.QuerySelector(".lead")!.TextContent.ShouldContain("シート3枚。提出されたもの2枚、未提出1枚です。");
        Heads(page, "stages").ShouldBe("段階|拡充|継続|縮小|答えなし|未提出|計");
        Rows(page, "stages").ShouldBe(["自己評価|1|1|0|0|1|3", "課長等意見|0|0|1|0|2|3", "いまの結論|0|1|1|0|1|3"]);
        Rows(page, "departments").ShouldBe(["こども家庭課|0|0|1|0|0|1", "道路課|0|1|0|0|0|1", "部課のないもの|–|–|–|–|1|1", "計|0|1|1|0|1|3"]);
        Rows(page, "matrix").ShouldBe(["向上|1|0|1", "維持|0|0|0", "計|1|0|1"]);
        Section(page, "matrix").TextContent.ShouldContain("答えがないもの1枚、未提出のもの1枚");
    }

    [Fact]
    public async Task Projects_are_rolled_up_to_measure_and_policy_each_once_with_cost_and_what_is_not_known()
    {
        var city = await ResultCity.Of(app);
        var page = await app.Get(city.Page);
        Heads(page, "items").ShouldBe("項目|シート|令和7年度の事業費(円)|金額の登録がないもの|拡充|継続|縮小|答えなし|未提出");
        Rows(page, "items").ShouldBe([$"{city.City.Plan.Name}|2|–|2|0|0|1|0|1", "1 安心して暮らす|2|–|2|0|0|1|0|1", "　1-1 子育てを支える|2|–|2|0|0|1|0|1", "　　1-1-1 産前産後の支え|2|–|2|0|0|1|0|1"]);
    }

    [Fact]
    public async Task This_year_stands_against_last_with_differences_of_stages_and_promised_improvements()
    {
        var city = await ResultCity.Of(app);
        var page = await app.Get(city.Page);
        Rows(page, "changes").ShouldBe(["拡充|0|0|0|0", "継続|0|0|1|1", "縮小|0|0|0|0", "計|0|0|1|1"]);
        Rows(page, "changed").ShouldBe(["産後ケア事業|こども家庭課|継続|縮小"]);
        Rows(page, "differences").ShouldBe(["産後ケア事業|こども家庭課|方向性|拡充|縮小"]);
        Rows(page, "improvements").ShouldBe(["産後ケア事業|こども家庭課|申込みを電子にする|一部実施|=訪問を増やす"]);
    }

    [Fact]
    public async Task Promised_improvements_are_counted_by_how_far_they_were_carried_out()
    {
        var city = await ResultCity.Of(app);
        var page = await app.Get(city.Page);
        Heads(page, "followups").ShouldBe("部課|実施|一部実施|未実施|答えなし|未提出|計");
        Rows(page, "followups").ShouldBe(["こども家庭課|0|1|0|0|0|1", "計|0|1|0|0|0|1"], "sheets that had nothing to follow are not counted");
    }

    [Fact]
    public async Task Evaluations_brought_in_from_a_file_are_last_year_where_no_round_says_more()
    {
        var city = await ResultCity.Of(app);
        await using (var db = app.OpenDb())
        {
            var old = await db.EvaluationRounds.SingleAsync(r => r.Id == city.Last.Id, TestContext.Current.CancellationToken);
            db.RemoveRange(await db.EvaluationSheets.Include(s => s.Stages).Include(s => s.Answers).Where(s => s.RoundId == old.Id).ToListAsync(TestContext.Current.CancellationToken));
            db.Remove(old);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await app.Given(Brought(city, 2024, "縮小", "古い約束"), Brought(city, 2025, "拡充", "窓口を増やす"));
        var page = await app.Get(city.Page);
        page.QuerySelector("#changes").ShouldBeNull("there was no round before");
        Section(page, "changes-imported").QuerySelector("h2")!.TextContent.ShouldBe("方向性の移り変わり(取り込んだ評価から)");
        Rows(page, "changes-imported")[0].ShouldBe("拡充|0|0|1|1");
        Rows(page, "changed-imported").ShouldBe(["産後ケア事業|こども家庭課|拡充|縮小"]);
        Rows(page, "improvements").ShouldBe(["産後ケア事業|こども家庭課|窓口を増やす|一部実施|=訪問を増やす"]);
        (await app.Browser.GetStringAsync($"{city.Page}/changed-imported/csv", TestContext.Current.CancellationToken)).ShouldContain("産後ケア事業");
    }

    [Fact]
    public async Task Where_a_sheet_and_a_file_speak_of_one_year_both_are_shown()
    {
        var city = await ResultCity.Of(app);
        await app.Given(Brought(city, 2025, "縮小", "窓口を増やす"));
        var page = await app.Get(city.Page);
        Rows(page, "changed").ShouldBe(["産後ケア事業|こども家庭課|継続|縮小"]);
        Rows(page, "changed-imported").ShouldBe([], "the file says 縮小 as this year does");
        Rows(page, "changes-imported")[2].ShouldBe("縮小|0|0|1|1");
        Rows(page, "improvements").ShouldBe(["産後ケア事業|こども家庭課|申込みを電子にする\n窓口を増やす|一部実施|=訪問を増やす"]);
    }

    private static EvaluationFact Brought(ResultCity city, int year, string direction, string improvement)
    {
        var fact = EvaluationFact.Of(city.City.OwnProject.Id, new(year));
        fact.Answer(1, EvaluationStage.Self, "方向性", "継続", null);
        fact.Answer(1, EvaluationStage.Manager, "方向性", direction, null);
        fact.Answer(2, EvaluationStage.Self, "改善の取組", null, improvement);
        return fact;
    }

    [Fact]
    public async Task Each_table_is_written_as_it_is_shown_and_no_text_becomes_a_formula()
    {
        var city = await ResultCity.Of(app);
        var page = await app.Get(city.Page);
        foreach (var key in new[] { "stages", "departments", "items", "changes", "improvements" })
        {
            var text = await app.Browser.GetStringAsync($"{city.Page}/{key}/csv", TestContext.Current.CancellationToken);
            var lines = text.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
            lines[0].Replace(',', '|').ShouldBe(Heads(page, key));
            lines[1..].Select(l => l.Replace("'=", "=", StringComparison.Ordinal).Replace(',', '|')).ShouldBe(Rows(page, key).Select(r => r.Replace("–", "", StringComparison.Ordinal)));
            var book = await app.Browser.GetByteArrayAsync($"{city.Page}/{key}/xlsx", TestContext.Current.CancellationToken);
            using var opened = System.IO.Packaging.Package.Open(new MemoryStream(book));
            using var sheet = new StreamReader(opened.GetParts().First(p => p.Uri.OriginalString.Contains("sheet", StringComparison.Ordinal) && p.ContentType.Contains("worksheet", StringComparison.Ordinal)).GetStream());
            (await sheet.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain(Rows(page, key)[0].Split('|')[0]);
        }

        (await app.Browser.GetStringAsync($"{city.Page}/improvements/csv", TestContext.Current.CancellationToken)).ShouldContain("'=訪問を増やす");
        foreach (var wrong in new[] { "/stages/pdf", "/nothing/csv" })
            (await app.Browser.GetAsync(city.Page + wrong, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_asks_as_little_for_many_sheets_as_for_few()
    {
        var few = await Asked(2);
        (await Asked(60)).ShouldBe(few);
        few.ShouldBeLessThanOrEqualTo(24, "with what every page asks");
    }

    private async Task<int> Asked(int sheets)
    {
        await using var other = new App();
        await other.SignInAs(Role.PlanningOffice);
        var city = await ResultCity.Of(other, sheets);
        await other.Get(city.Page);
        return (await CountedQueries.During(() => other.Get(city.Page))).Count;
    }

    private static IElement Section(IDocument page, string key) => page.QuerySelector($"section[aria-labelledby={key}]")!;

    private static string Heads(IDocument page, string key) => string.Join('|', Section(page, key).QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()));

    private static List<string> Rows(IDocument page, string key) => [.. Section(page, key).QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => (c.QuerySelector("[aria-hidden]") ?? c).TextContent.Trim(' ', '\n', '\r'))))];
}
