using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shouldly;
using Xunit;

namespace Web.Tests.Office;

public sealed class ProjectPagesTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private OfficeCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_saved_change_stands_on_the_page_and_in_its_history_with_who_made_it()
    {
        var page = await app.SendForm($"{city.OwnPage}/edit", Answers.Of(
            ("Form.Name", "産前産後ケア事業"), ("Form.Class", "一般"), ("Form.PeriodKind", "単年度繰返"), ("Form.PeriodFirst", "令和6"), ("Form.Outline", "産後の母子を支える"), ("Form.BudgetLines", "一般 / 3 / 2 / 1 / 子育て"), ("Form.Note", "庁内だけの話")));
        page.QuerySelector("h1")!.TextContent.ShouldContain("産前産後ケア事業");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("令和6年度(2024年度)から");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("一般 / 3 / 2 / 1 / 子育て");
        var newest = page.QuerySelector(".history > li")!;
        newest.TextContent.ShouldContain("PlanningOfficeの職員");
        newest.TextContent.ShouldContain("名前");
        newest.QuerySelector("del")!.TextContent.ShouldNotBeNullOrWhiteSpace();
        newest.TextContent.ShouldContain("産後の母子を支える");
        page.Body!.TextContent.ShouldNotContain("Text.Outline");
    }

    [Fact]
    public async Task A_page_read_before_says_what_was_saved_since_of_other_records_too()
    {
        (await app.Get(city.OwnPage)).Body!.TextContent.ShouldNotContain("相談の件数");
        await using (var db = app.OpenDb())
        {
            var indicator = await db.Indicators.SingleAsync(i => i.Id == city.Indicator.Id);
            indicator.Describe("相談の件数", indicator.Unit, indicator.Kind, indicator.Definition);
            await db.SaveChangesAsync();
        }
        (await app.Get(city.OwnPage)).Body!.TextContent.ShouldContain("相談の件数");
    }

    [Fact]
    public async Task What_a_reader_may_do_on_a_page_read_before_is_judged_anew()
    {
        (await app.Get(city.OwnPage)).QuerySelector(".toolbar").ShouldNotBeNull();
        await app.SignInAs(Role.Reader);
        (await app.Get(city.OwnPage)).QuerySelector(".toolbar").ShouldBeNull();
    }

    [Fact]
    public async Task Saving_without_a_change_writes_no_history()
    {
        var before = (await app.Get(city.OwnPage)).QuerySelectorAll(".history > li").Length;
        (await app.SendForm($"{city.OwnPage}/edit", new { })).QuerySelectorAll(".history > li").Length.ShouldBe(before);
    }

    [Fact]
    public async Task A_text_that_nobody_touched_keeps_its_line_breaks_as_they_came()
    {
        await using (var db = app.OpenDb())
        {
            var project = await db.Projects.SingleAsync(p => p.Id == city.OwnProject.Id);
            project.Describe(ProjectText.Empty with { Outline = "一行目\n二行目\r\n葛󠄀城", Means = "\n頭の改行" });
            await db.SaveChangesAsync();
        }
        await app.SendForm($"{city.OwnPage}/edit", Answers.Of(("Form.Class", "補助金等")));
        await using var after = app.OpenDb();
        var saved = await after.Projects.SingleAsync(p => p.Id == city.OwnProject.Id);
        (saved.Text.Outline, saved.Text.Means, saved.Class).ShouldBe(("一行目\n二行目\r\n葛󠄀城", "\n頭の改行", "補助金等"));
    }

    [Theory]
    [InlineData("Form.Name", "", "事務事業の名前が空です。")]
    [InlineData("Form.Name", "長301", "事務事業の名前が301字あります。")]
    [InlineData("Form.Outline", "長20001", "概要が20,001字あります。")]
    [InlineData("Form.PeriodFirst", "昔", "「昔」を年度として読めません。")]
    [InlineData("Form.PeriodLast", "1999", "終わりが始まりより前です。")]
    [InlineData("Form.BudgetLines", "1/2/3/4/5/6", "5つより多い部分に分かれます。")]
    [InlineData("Form.Class", "長101", "区分は100字までです。")]
    public async Task A_wrong_input_is_answered_by_one_sentence_and_changes_nothing(string field, string typed, string sentence)
    {
        var text = typed.StartsWith('長') ? new string('長', int.Parse(typed[1..])) : typed;
        var answers = Answers.Of((field, text));
        if (field == "Form.PeriodLast")
            answers["Form.PeriodFirst"] = "2024";
        var before = (await app.Get(city.OwnPage)).QuerySelectorAll(".history > li").Length;
        var page = await app.SendForm($"{city.OwnPage}/edit", answers);
        var errors = page.QuerySelectorAll("[data-error-summary] li");
        errors.Length.ShouldBe(1);
        errors[0].TextContent.ShouldContain(sentence);
        page.GetElementById(errors[0].QuerySelector("a")!.GetAttribute("href")![1..])!.GetAttribute("name").ShouldBe(field);
        (page.QuerySelector($"[name='{field}']") switch { IHtmlTextAreaElement area => area.Value, IHtmlInputElement input => input.Value, _ => null }).ShouldBe(text);
        (await app.Get(city.OwnPage)).QuerySelectorAll(".history > li").Length.ShouldBe(before);
    }

    [Fact]
    public async Task A_number_that_another_project_has_is_refused_by_name()
    {
        var page = await app.SendForm($"{city.OwnPage}/edit", Answers.Of(("Form.Number", city.OtherProject.Number)));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain($"「{city.OtherProject.Number}」は「市道改良事業」で使われています。");
    }

    [Fact]
    public async Task Money_is_typed_in_thousands_with_dashes_and_undecided_kept_apart_from_zero()
    {
        var path = $"{city.OwnPage}/money?stage=Settled&unit=1000";
        var page = await app.SendForm(path, Answers.Of(
            ("Form.Cells[2024-National]", "1,355.393"), ("Form.Cells[2024-Bond]", "-"), ("Form.Cells[2024-Other]", "未定"), ("Form.Cells[2024-General]", "0"), ("Form.Cells[2024-Total]", "1355"), ("Form.Cells[2024-Hours]", "120.5")), "main form[method=post]");
        page.QuerySelector("h1")!.TextContent.ShouldContain("産後ケア事業");
        await using var db = app.OpenDb();
        var money = await db.Set<Money>().Where(m => m.ProjectId == city.OwnProject.Id && m.FiscalYear == new FiscalYear(2024)).ToDictionaryAsync(m => m.Kind, m => m.Figure);
        money.ShouldBe(new Dictionary<MoneyKind, Figure>
        {
            [MoneyKind.National] = Figure.Of(new(1_355_393)), [MoneyKind.Bond] = Figure.None(Absence.Dash), [MoneyKind.Other] = Figure.None(Absence.Undecided), [MoneyKind.General] = Figure.Of(Yen.Zero), [MoneyKind.Total] = Figure.Of(new(1_355_000)),
        }, ignoreOrder: true);
        page.Body!.TextContent.ShouldContain("財源の計と");
        page.QuerySelector(".history")!.TextContent.ShouldContain("令和6年度 決算 国庫支出金");
    }

    [Theory]
    [InlineData("たくさん", "「たくさん」を金額として読めません。")]
    [InlineData("99999999999999", "10,000,000,000,000円を超えています。")]
    [InlineData("-99999999999999", "10,000,000,000,000円を超えています。")]
    [InlineData("0.5", "1円に満たない端数になります。")]
    public async Task An_amount_that_cannot_be_is_refused_and_stays_in_its_cell(string typed, string sentence)
    {
        var page = await app.SendForm($"{city.OwnPage}/money", Answers.Of(("Form.Cells[2024-National]", typed)), "main form[method=post]");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        page.QuerySelector("[name='Form.Cells[2024-National]']")!.GetAttribute("value").ShouldBe(typed);
        await using var db = app.OpenDb();
        (await db.Set<Money>().CountAsync(m => m.ProjectId == city.OwnProject.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task When_somebody_else_saved_first_both_texts_are_shown_and_one_chooses()
    {
        var mine = FilledForm.On(await app.Get($"{city.OwnPage}/edit"), null, Answers.Of(("Form.Name", "私の名前"), ("Form.Outline", "私の概要")));
        var me = app.Browser;
        await app.SignInAs(Role.DepartmentHead, OfficeCity.Own);
        await app.SendForm($"{city.OwnPage}/edit", Answers.Of(("Form.Name", "相手の名前"), ("Form.Intent", "相手の意図")));

        var response = await me.PostAsync($"{city.OwnPage}/edit", mine.Content());
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await App.Parse(response);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("DepartmentHeadの職員さんが");
        page.QuerySelectorAll<IHtmlInputElement>("input[type=radio][name='Form.Name']").Select(i => i.Value).ShouldBe(["私の名前", "相手の名前"]);
        page.QuerySelector<IHtmlInputElement>("input[type=hidden][name='Form.Outline']")!.Value.ShouldBe("私の概要");
        page.QuerySelector<IHtmlInputElement>("input[type=hidden][name='Form.Intent']")!.Value.ShouldBe("相手の意図");

        var again = FilledForm.On(page, "main form", new { });
        (await me.PostAsync($"{city.OwnPage}/edit", again.Content())).StatusCode.ShouldBe(HttpStatusCode.Found);
        await using var db = app.OpenDb();
        var saved = await db.Projects.SingleAsync(p => p.Id == city.OwnProject.Id);
        (saved.Name, saved.Text.Outline, saved.Text.Intent).ShouldBe(("私の名前", "私の概要", "相手の意図"));
    }

    [Fact]
    public void The_line_breaks_of_a_browser_are_nobodys_change()
    {
        FormField saved = new("Form.Means", "手段", "受付\n案内");
        var choice = ConflictView.Of([saved with { Text = "受付\r\n案内" }], [saved], FormMarks.Of([saved]), version: 1, last: null).Choices.Single();
        (choice.MustChoose, choice.MineStands, choice.TheirsStands).ShouldBe((false, false, false));
    }

    [Fact]
    public async Task Who_asks_for_JSON_gets_the_refusal_as_a_problem()
    {
        (await Problem($"{city.OwnPage}/edit", "main form", Answers.Of(("Form.Number", city.OtherProject.Number)))).ShouldContain("「市道改良事業」で使われています。");
        (await Problem($"{city.ItemPage(3)}/move", "#remove", Answers.Of())).ShouldContain("urn:shirube:item-has-projects");

        async Task<string> Problem(string path, string form, object answers)
        {
            var filled = FilledForm.On(await app.Get(path), form, answers);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri($"http://localhost{path}"), filled.Action)) { Content = filled.Content() };
            request.Headers.Accept.ParseAdd("application/json");
            var response = await app.Browser.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task The_list_finds_by_word_and_number_and_sums_all_that_it_found()
    {
        var list = await app.Get($"{App.Office}/projects?Filter.Words={city.OwnProject.Number}");
        list.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        list.QuerySelector("[role=status]")!.TextContent.ShouldContain("1,234,000円");
        (await app.Get($"{App.Office}/projects?Filter.Words=そんなものはない")).Body!.TextContent.ShouldContain("この条件に合う事務事業はありません");
        (await app.Get($"{App.Office}/projects?Filter.Item={city.Items[0].Key}")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await app.Get($"{App.Office}/projects?Filter.Item=none&Filter.Words={city.OtherProject.Number}")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        foreach (var sort in new[] { "name", "money" })
            (await app.Get($"{App.Office}/projects?Filter.Sort={sort}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Long_lists_are_paged_and_every_project_stands_on_exactly_one_page()
    {
        var many = Enumerable.Range(1, 120).Select(i => Project.Start($"L{i}", $"ページの事業{i}")).ToArray<Aggregate>();
        await app.Given(many);
        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
            seen.AddRange((await app.Get($"{App.Office}/projects?Filter.Words=ページの事業&page={page}")).QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        seen.Count.ShouldBe(120);
        seen.Distinct().Count().ShouldBe(120);
        seen[..3].ShouldBe(["ページの事業1", "ページの事業2", "ページの事業3"]);
    }

    // why: one of them reads who is signed in. What a list counts, sums and offers is read once for each state of the office.
    [Theory]
    [InlineData("projects", 4)]
    [InlineData("own", 6)]
    [InlineData("plan", 6)]
    public async Task A_page_asks_the_database_a_fixed_number_of_questions(string page, int most)
    {
        var path = page switch { "own" => city.OwnPage, "plan" => city.PlanPage, _ => $"{App.Office}/{page}" };
        await app.Get(path);
        var few = await CountedQueries.During(() => app.Get(path));
        await app.Given([.. Enumerable.Range(1, 30).Select(i => Project.Start(null, $"数を増やす事業{i}"))]);
        await app.Get(path);
        var many = await CountedQueries.During(() => app.Get(path));
        Questions(few).ShouldBeLessThanOrEqualTo(most, string.Join("\n", few));
        Questions(many).ShouldBe(Questions(few));

        static int Questions(IReadOnlyList<string> commands) => commands.Count(c => c.Contains("SELECT", StringComparison.OrdinalIgnoreCase));
    }
}
