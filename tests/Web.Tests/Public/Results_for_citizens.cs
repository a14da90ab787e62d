using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Web.Tests.Public;

public sealed class Results_for_citizens(PublishedCity city) : IClassFixture<PublishedCity>
{
    [Fact]
    public async Task The_years_are_listed_with_what_was_not_submitted_and_years_that_were_taken_over()
    {
        var main = await Main("evaluations");
        main.QuerySelectorAll("h2").Select(h => h.TextContent).ShouldBe(["令和8年度(2026年度)の評価", "令和7年度(2025年度)の評価"]);
        main.TextContent.ShouldContain("2件のうち、1件は提出がありませんでした");
        main.QuerySelectorAll("h2 + ul")[1].QuerySelectorAll("li > a").Select(a => a.TextContent).ShouldBe(["令和7年度の評価(事務事業)", "令和7年度の評価(計画の項目)", "中間年の評価(計画の項目)"]);
    }

    [Fact]
    public async Task A_sheet_that_was_not_submitted_is_counted_as_such_and_not_as_a_direction()
    {
        var main = await Main("evaluations/2025");
        Counts(main).ShouldBe([("縮小", 1), ("未提出", 1)]);
        main.QuerySelectorAll("table tbody tr").Single(r => r.Children[0].TextContent == "二次評価").Children.Skip(1).Select(c => c.TextContent).ShouldBe(["2", "1", "1"]);
        main.TextContent.ShouldContain("「実施した」が1件です");
        main.QuerySelectorAll("table").Single(t => t.QuerySelector("th")!.TextContent == "成果").QuerySelectorAll("tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent))).ShouldBe(["成果 減る 増える", "上がる 1 0", "変わらない 0 0"]);
    }

    [Fact]
    public async Task The_list_is_filtered_by_direction_in_the_address_and_keeps_the_day()
    {
        var link = (await Main("evaluations/2025?as-of=2026-11-05")).QuerySelectorAll("a").Single(a => a.TextContent == "縮小").GetAttribute("href")!;
        link.ShouldContain("as-of=2026-11-05");
        var page = await city.App.Get(link);
        page.QuerySelectorAll("table.rows-fold tbody th").Select(h => h.TextContent.Trim()[..4]).ShouldBe(["0001"]);
        page.QuerySelector("table.rows-fold a")!.GetAttribute("href").ShouldBe($"{App.Public}/evaluations/2025/{PublishedCity.Sheet}?as-of=2026-11-05");
    }

    [Fact]
    public async Task What_is_promised_and_what_became_of_last_year_s_promise_are_read_side_by_side()
    {
        var row = (await Main("evaluations/2025?list=improvements")).QuerySelectorAll("table.rows-fold tbody tr").ShouldHaveSingleItem();
        row.Children.Skip(1).Select(c => c.TextContent.Trim()).ShouldBe(["–約束の記載なし", "実施した 窓口を1つにしました。", "予約の手間を減らします。"]);
    }

    [Fact]
    public async Task The_promise_of_the_sheet_before_is_read_beside_what_became_of_it_and_what_nobody_answers_is_counted()
    {
        using var later = new PublishedCity();
        var content = PublishedCity.Content("事業");
        var (round, shown) = (new PublicKey("rndnxt22"), content.Sheets.Single(s => s.Key == PublishedCity.Sheet));
        later.Publish(new(later.App.DataFolder, later.App.Clock), new(2026, 11, 26), "次の年の評価", content with
        {
            Rounds = [.. content.Rounds, content.Rounds[0] with { Key = round, Year = new(2026), JudgedYear = new(2025), Name = "令和8年度の評価" }],
            Sheets = [.. content.Sheets, shown with { Key = new("shtnxt22"), Round = round }],
            SheetStages = [.. content.SheetStages, new(new("shtnxt22"), 1, true)],
        });
        var main = (await later.App.Get($"{App.Public}/evaluations/2026?list=improvements")).QuerySelector("main")!;
        main.QuerySelector("table.rows-fold tbody tr")!.Children.Skip(1).Select(c => c.TextContent.Trim()).ShouldBe(["予約の手間を減らします。(令和7年度)", "–答えなし", "–答えなし"]);
        main.TextContent.ShouldContain("どこまで行ったかの答えがないものは1件です。");
        var sheet = (await later.App.Get($"{App.Public}/evaluations/2026/shtnxt22")).QuerySelector("main")!;
        sheet.TextContent.ShouldContain("で約束した改善");
        sheet.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain($"{App.Public}/evaluations/2025/{PublishedCity.Sheet}");
    }

    [Fact]
    public async Task A_project_shows_a_newer_evaluation_that_was_taken_over_before_its_sheet()
    {
        Heads(await Main($"projects/{PublishedCity.Project}")).ShouldBe(["令和8年度の評価", "令和7年度の評価"]);
        using var earlier = new PublishedCity();
        var content = PublishedCity.Content("事業");
        earlier.Publish(new(earlier.App.DataFolder, earlier.App.Clock), new(2026, 11, 26), "取り込んだ年が前", content with { Evaluations = [.. content.Evaluations.Select(e => e with { Year = new(2024) })], Answers = [.. content.Answers.Select(a => a with { Year = new(2024) })] });
        Heads((await earlier.App.Get($"{App.Public}/projects/{PublishedCity.Project}")).QuerySelector("main")!).ShouldBe(["令和7年度の評価", "令和6年度の評価"]);

        static IEnumerable<string> Heads(IElement main) => main.QuerySelectorAll("h3").Select(h => h.TextContent.Trim()).Where(h => h.Contains("の評価", StringComparison.Ordinal)).Select(h => h[..8]);
    }

    [Fact]
    public async Task A_year_without_a_round_shows_what_was_taken_over_with_the_manager_s_word_last()
    {
        var main = await Main("evaluations/2026");
        Counts(main).ShouldBe([("縮小", 1)]);
        main.QuerySelector("table.rows-fold a")!.GetAttribute("href").ShouldBe($"{App.Public}/projects/{PublishedCity.Project}");
    }

    [Fact]
    public async Task A_sheet_shows_what_each_stage_said_with_money_and_indicators_as_they_were_kept()
    {
        var main = await Main($"evaluations/2025/{PublishedCity.Sheet}");
        main.QuerySelectorAll("h2").Select(h => h.TextContent).ShouldBe(["お金と指標", "ふり返り", "これから", "外部評価 サンプル"]);
        var text = main.TextContent;
        foreach (var said in new[] { "今後の方向性は「縮小」です", "利用が続いているため", "重なる事業があるため", "縮小(量を減らす)", "段階によって答えが違います", "1,234,567", "未定", "412.5", "84%", "速報", "目標 増やす", "未把握", "達成率は80%です。" })
            text.ShouldContain(said);
        main.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain($"{App.Public}/projects/{PublishedCity.Project}");
        main.QuerySelectorAll("table").Single(t => t.QuerySelector("th")!.TextContent == "いつ").QuerySelectorAll("td").Select(c => c.TextContent).ShouldBe(["4月", "準備", "9月", "実施"]);
        (await Main($"evaluations/2025/{PublishedCity.Missed}")).TextContent.ShouldContain("締め切りまでに提出されませんでした");
        (await Main($"evaluations/2025/{PublishedCity.ItemSheet}")).QuerySelectorAll("table.rows-fold tbody tr").Select(r => r.Children[2].TextContent.Trim()).ShouldBe(["縮小", "–評価の記載なし"]);
    }

    [Fact]
    public async Task What_an_outside_body_said_is_read_with_the_city_s_response_by_year_and_by_sheet()
    {
        var year = await Main("evaluations/2025");
        year.TextContent.ShouldContain("行政評価委員会から2件の意見があり、市は「反映する」が1件、「反映しない」が1件としています。");
        var rows = (await Main("evaluations/2025?list=opinions")).QuerySelectorAll("table.rows-fold tbody tr");
        rows.Select(r => string.Join('|', r.Children.Skip(1).Select(c => string.Join(' ', c.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))))).ShouldBe(["利用した人の声を示してほしい。|反映する … 対応中令和8年3月31日まで|アンケートの結果を加えます。", "場所を増やしてほしい。|反映しない|利用が少ないため、増やしません。"]);
        var sheet = await Main($"evaluations/2025/{PublishedCity.Sheet}");
        foreach (var said in new[] { "行政評価委員会が、令和7年8月20日に", "利用した人の声を", "反映する", "対応中", "アンケートの結果を加えます。" })
            sheet.TextContent.ShouldContain(said);
        (await Main($"evaluations/2025/{PublishedCity.Missed}")).TextContent.ShouldNotContain("外部評価");
        (await Main("data/review_opinions")).TextContent.ShouldContain("委員の名前はありません");
        (await city.Fetch("data/review_opinions.csv")).Body.TrimStart('\uFEFF').Split("\r\n")[0].ShouldBe("sheet,number,text,kind,response,done_by,progress");
    }

    [Fact]
    public async Task A_project_and_an_item_lead_to_their_newest_sheets()
    {
        Links(await Main($"projects/{PublishedCity.Project}")).ShouldContain($"{App.Public}/evaluations/2025/{PublishedCity.Sheet}");
        Links(await Main($"plan/{PublishedCity.Measure}")).Count(l => l.Contains("/evaluations/2025/", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task The_projects_of_an_item_show_the_direction_of_the_newest_evaluation_whatever_it_comes_from()
    {
        using var later = new PublishedCity();
        (await Directions(later)).ShouldBe(["縮小", "–評価の記載なし"]);
        var content = PublishedCity.Content("事業");
        later.Publish(new(later.App.DataFolder, later.App.Clock), new(2026, 11, 26), "次の年の評価", content with
        {
            Rounds = [content.Rounds[0] with { Year = new(2027), JudgedYear = new(2026) }],
            SheetAnswers = [.. content.SheetAnswers.Select(a => a with { Choice = a.Choice == "縮小" ? "拡大" : a.Choice })],
        });
        (await Directions(later)).ShouldBe(["拡大", "–評価の記載なし"]);

        static async Task<IEnumerable<string>> Directions(PublishedCity of) => (await of.App.Get($"{App.Public}/plan/{PublishedCity.Measure}")).QuerySelectorAll("td[data-head='今後の方向性']").Select(c => c.TextContent.Trim());
    }

    [Fact]
    public async Task Results_are_in_the_navigation_only_where_there_are_any()
    {
        using var bare = new PublishedCity();
        (await Navigation(bare)).ShouldContain("評価");
        bare.Publish(new(bare.App.DataFolder, bare.App.Clock), new(2026, 11, 26), "評価のない公表", PublishedCity.Content("事業") with { Evaluations = [], Answers = [], Sheets = [], Rounds = [], SheetStages = [], SheetAnswers = [], SheetMoney = [], SheetIndicators = [], SheetFigures = [], SheetMembers = [], Reviews = [], ReviewOpinions = [] });
        (await Navigation(bare)).ShouldNotContain("評価");
        (await bare.Fetch("evaluations")).Body.ShouldContain("評価の結果はまだ公表されていません");
        (await bare.Fetch("evaluations/2025")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        static async Task<IEnumerable<string>> Navigation(PublishedCity of) => (await of.App.Get($"{App.Public}/")).QuerySelectorAll(".site-nav a").Select(a => a.TextContent);
    }

    [Fact]
    public async Task Sheets_and_answers_are_open_data_with_every_column_explained()
    {
        var (answers, csv) = await city.Fetch("data/sheet_answers.csv");
        (await answers.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        csv.TrimStart('\uFEFF').Split("\r\n")[0].ShouldBe("sheet,question,stage,choice,text,number");
        (await city.Fetch("data/sheets.json")).Body.ShouldContain("\"name\":\"0001 居場所づくり\"");
        (await Main("data/form_choices")).TextContent.ShouldContain("段階評価では1がいちばんよい");
    }

    [Fact]
    public async Task No_page_of_results_has_a_word_of_english()
    {
        foreach (var path in PublishedCity.Paths.Where(p => p.StartsWith("evaluations", StringComparison.Ordinal)))
            Regex.Match((await Main(path)).TextContent.Replace("CSV・JSON", "", StringComparison.Ordinal), "[A-Za-z]{2,}").Value.ShouldBe("", path);
    }

    [Fact]
    public async Task The_counts_of_many_invented_sheets_are_those_of_counting_by_hand()
    {
        using var large = new PublishedCity();
        var (content, expected) = Invented(new Random(7), 137);
        large.Publish(new(large.App.DataFolder, large.App.Clock), new(2026, 11, 26), "多くのシート", content);
        var main = (await large.App.Get($"{App.Public}/evaluations/2025")).QuerySelector("main")!;
        Counts(main).ToDictionary(c => c.Item1, c => c.Item2).ShouldBe(expected.Where(e => e.Direction is not null).GroupBy(e => e.Direction!).ToDictionary(g => g.Key, g => g.Count()), ignoreOrder: true);
        var matrix = main.QuerySelectorAll("table").Single(t => t.QuerySelector("th")!.TextContent == "成果");
        matrix.QuerySelectorAll("tbody td").Sum(c => int.Parse(c.TextContent, CultureInfo.InvariantCulture)).ShouldBe(expected.Count(e => e is { Result: not null, Cost: not null }));
        matrix.QuerySelectorAll("tbody tr").Single(r => r.Children[0].TextContent == "上がる").Children[2].TextContent.ShouldBe($"{expected.Count(e => e is { Result: "上がる", Cost: "増える" })}");
        main.QuerySelectorAll("table.rows-fold tbody tr").Length.ShouldBe(50);
        var (compressed, _) = await large.Fetch("evaluations/2025", accept: "br");
        (await compressed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeLessThan(60_000);
    }

    private static (ReleaseContent Content, List<(string? Direction, string? Result, string? Cost)> Expected) Invented(Random random, int count)
    {
        var (content, sheets, stages, answers, expected) = (PublishedCity.Content("事業"), new List<ReleasedSheet>(), new List<ReleasedSheetStage>(), new List<ReleasedSheetAnswer>(), new List<(string?, string?, string?)>());
        for (var i = 0; i < count; i++)
        {
            var key = new PublicKey($"nvntd{i:000}");
            var (first, second) = (random.Next(4) > 0, random.Next(3) > 0);
            sheets.Add(new(key, PublishedCity.Yearly, content.Forms[0].Key, i + 1, $"{i:0000} 事業", PublishedCity.Project, null, null, null));
            stages.AddRange([new(key, 1, first), new(key, 2, second)]);
            var said = (Answer("qdrct22", "拡大", "維持", "縮小"), Answer("qrslt22", "上がる", "変わらない"), Answer("qcstt22", "減る", "増える"));
            expected.Add((said.Item1 ?? (first || second ? "方向性の答えなし" : "未提出"), said.Item2, said.Item3));

            string? Answer(string question, params string[] choices)
            {
                string? last = null;
                foreach (var (stage, isSubmitted) in new[] { (1, first), (2, second) })
                    if (isSubmitted && random.Next(3) > 0)
                        answers.Add(new(key, new(question), stage, last = choices[random.Next(choices.Length)], null, null));
                return last;
            }
        }
        return (content with { Sheets = sheets, SheetStages = stages, SheetAnswers = answers, SheetMoney = [], SheetIndicators = [], SheetFigures = [], SheetMembers = [], Reviews = [], ReviewOpinions = [] }, expected);
    }

    private async Task<IElement> Main(string path) => (await city.App.Get($"{App.Public}/{path}")).QuerySelector("main")!;

    private static IEnumerable<string> Links(IElement main) => main.QuerySelectorAll("a").Select(a => a.GetAttribute("href") ?? "");

    private static IEnumerable<(string, int)> Counts(IElement main) =>
        main.QuerySelectorAll("table").First(t => t.QuerySelector("caption")!.TextContent == "今後の方向性").QuerySelectorAll("tbody tr").Select(r => (r.Children[0].TextContent, int.Parse(r.Children[1].TextContent, CultureInfo.InvariantCulture)));
}
