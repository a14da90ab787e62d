using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class External_review_of_sheets : IAsyncLifetime
{
    private readonly App app = new();
    private OfficeCity city = null!;
    private OpenedRound round = null!;

    private string Page => $"{round.Page}/review";
    private string Own => $"{round.PageOf(city.OwnProject)}/review";

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        round = await OpenedRound.Of(app, city, s => s.Name == "二次評価" ? s with { Actor = StageActor.Outside, Scope = StageScope.Chosen } : s);
        await app.SignInAs(Role.PlanningOffice);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task From_the_choice_of_a_sheet_to_the_published_response_every_step_is_on_a_page()
    {
        await Begin();
        await Ask("利用者の数は?", "委員 花子");
        await Opine("利用した人の声を示してほしい。");
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var start = (await app.Get($"{App.Office}/")).QuerySelector("main")!.TextContent;
        start.ShouldContain("回答を待つ質問が1件");
        start.ShouldContain("市の対応の案を待つ意見が1件");
        (await app.Get(Own)).QuerySelector("main")!.TextContent.ShouldNotContain("委員 花子", Case.Sensitive, "who asked is for the planning office");
        await app.SendForm($"{Own}/questions/1/answer", Answers.Of(("Form.Text", "412人です。")), "#answer");
        await app.SendForm($"{Own}/opinions/1/response", Answers.Of(("Form.Kind", "Adopted"), ("Form.Text", "アンケートを加えます。"), ("Form.DoneBy", "2027-03-31")), "#response");
        await app.SignInAs(Role.PlanningOffice);
        (await app.Get($"{App.Office}/")).QuerySelector("main")!.TextContent.ShouldContain("確かめを待つ意見が1件");
        var sheet = await app.SendForm(Own, new { }, "#confirm-1");
        foreach (var said in new[] { "確定", "反映する", "令和9年3月31日まで", "412人です。", "質問した人 委員 花子" })
            sheet.QuerySelector("main")!.TextContent.ShouldContain(said);
        var page = await app.SendForm(Page, new { }, "#publish-form");
        page.QuerySelector("main")!.TextContent.ShouldContain("公表すると決めました");
        page.QuerySelectorAll("tbody tr").Select(Cells).ShouldBe(["産後ケア事業|こども家庭課|1|0|1|0|0|1"]);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        await app.SendForm($"{Own}/opinions/1/response", new { Progress = "Done" }, "#progress");
        (await Saved()).OpinionAt(1).Progress.ShouldBe(ResponseProgress.Done);
        (await app.Get($"{Own}/opinions/1/response")).QuerySelector("#response").ShouldBeNull("a public response stands");
    }

    [Fact]
    public async Task Sheets_are_chosen_one_by_one_or_by_a_condition_and_the_stage_of_the_outside_body_goes_along()
    {
        await app.SendForm(Page, Answers.Of(("Form.Body", "行政評価委員会")), "#begin");
        var nothing = await app.SendForm($"{Page}/sheets", new { }, "#chosen");
        nothing.QuerySelector("[role=alert]")!.TextContent.ShouldContain("シートが選ばれていません");
        var departments = (await app.Get($"{Page}/sheets")).QuerySelectorAll<IHtmlOptionElement>("#department option").Single(o => o.Text.Trim() == OfficeCity.Other).Value;
        var shown = await app.Get($"{Page}/sheets?department={departments}");
        shown.QuerySelectorAll("tbody th").Select(h => h.TextContent).ShouldBe(["市道改良事業"]);
        await Press($"{Page}/sheets?department={departments}", "すべて加える");
        (await round.Saved(app, city.OtherProject)).StageAt(3).IsChosen.ShouldBeTrue();
        (await round.Saved(app, city.OwnProject)).StageAt(3).IsChosen.ShouldBeFalse();
        (await app.Get($"{Page}/sheets")).QuerySelectorAll("tbody th").Select(h => h.TextContent).ShouldBe(["産後ケア事業"]);
        (await app.SendForm(Page, new { }, "main form[action*=Drop]")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await round.Saved(app, city.OtherProject)).StageAt(3).IsChosen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_sheet_with_words_stays_in_the_review_and_the_round_may_be_closed_meanwhile()
    {
        await Begin();
        await Opine("意見");
        (await app.Get(Page)).QuerySelector("main form[action*=Drop]").ShouldBeNull();
        await app.SendForm($"{round.Page}/schedule", new { }, "main form[action*=Close]");
        await app.SendForm($"{Own}/opinions/1/response", Answers.Of(("Form.Kind", "Considered"), ("Form.Text", "次の見直しで検討します。")), "#response");
        (await Saved()).OpinionAt(1).Response!.Kind.ShouldBe(ResponseKind.Considered);
        (await app.Get(round.PageOf(city.OwnProject))).QuerySelector($"a[href$='{Own[Own.IndexOf("/sheets", StringComparison.Ordinal)..]}']")!.ParentElement!.TextContent.ShouldContain("意見1件(確かめを待つもの1件)");
    }

    [Fact]
    public async Task What_is_not_complete_is_refused_with_what_was_typed_kept()
    {
        await Begin();
        (await Opine(" ")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("意見が空です");
        await Opine("意見");
        var refused = await app.SendForm($"{Own}/opinions/1/response", Answers.Of(("Form.Kind", "NotAdopted"), ("Form.Text", ""), ("Form.DoneBy", "")), "#response");
        refused.QuerySelector("[role=alert]")!.TextContent.ShouldContain("意見を反映しない理由が空です");
        refused.QuerySelector<IHtmlSelectElement>("#Form_Kind")!.Value.ShouldBe("NotAdopted");
        (await app.SendForm(Page, new { }, "#publish-form")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("市の対応が決まっていない意見が1件あります");
        await app.SendForm($"{Own}/opinions/1/response", Answers.Of(("Form.Kind", "NotAdopted"), ("Form.Text", "法律で決まっているため。")), "#response");
        var back = await app.SendForm(Own, new { Reason = "" }, "#return-1");
        back.QuerySelector("[role=alert]")!.TextContent.ShouldContain("差し戻す理由が空です");
        await app.SendForm(Own, new { Reason = "条文を書いてください" }, "#return-1");
        (await app.Get($"{Own}/opinions/1/response")).QuerySelector(".note-warn")!.TextContent.ShouldContain("条文を書いてください");
    }

    [Fact]
    public async Task Nobody_answers_for_another_department_and_only_the_planning_office_writes_down_confirms_and_publishes()
    {
        await Begin();
        await Ask("質問", null);
        await Opine("意見");
        await app.SignInAs(Role.Entrant, OfficeCity.Other);
        foreach (var path in new[] { $"{Own}/questions/1/answer", $"{Own}/opinions/1/response" })
        {
            (await app.Get(path)).QuerySelector("main textarea").ShouldBeNull();
            (await Post(path, ("Form.Text", "よその課から"), ("Form.Kind", "Adopted"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        foreach (var path in new[] { $"{Own}?handler=Opine", $"{Own}?handler=Confirm", $"{Page}?handler=Publish", $"{Own}/opinions/1", $"{Own}/questions/1?handler=Remove" })
            (await Post(path, ("Number", "1"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        var saved = await Saved();
        (saved.QuestionAt(1).Answer, saved.OpinionAt(1).Response, saved.Opinions.Count).ShouldBe((null, null, 1));
    }

    [Fact]
    public async Task Two_people_at_one_answer_see_both_and_at_two_questions_do_not_meet()
    {
        await Begin();
        await Ask("一つ目", null);
        await Ask("二つ目", null);
        var mine = FilledForm.On(await app.Get($"{Own}/questions/1/answer"), "#answer", Answers.Of(("Form.Text", "私の回答")));
        var other = FilledForm.On(await app.Get($"{Own}/questions/2/answer"), "#answer", Answers.Of(("Form.Text", "二つ目の回答")));
        await app.SendForm($"{Own}/questions/1/answer", Answers.Of(("Form.Text", "ほかの人の回答")), "#answer");
        var conflict = await app.Browser.PostAsync($"{Own}/questions/1/answer", mine.Content(), TestContext.Current.CancellationToken);
        conflict.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await App.Parse(conflict);
        page.QuerySelector("main")!.TextContent.ShouldContain("ほかの人の回答");
        page.QuerySelector("main")!.TextContent.ShouldContain("私の回答");
        (await app.Browser.PostAsync($"{Own}/questions/2/answer", other.Content(), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var saved = await Saved();
        (saved.QuestionAt(1).Answer!.Text, saved.QuestionAt(2).Answer!.Text).ShouldBe(("ほかの人の回答", "二つ目の回答"));
    }

    [Fact]
    public async Task A_response_that_was_written_anew_meanwhile_is_not_confirmed_unread()
    {
        await Begin();
        await Opine("意見");
        await app.SendForm($"{Own}/opinions/1/response", Answers.Of(("Form.Kind", "Adopted"), ("Form.Text", "はじめの案")), "#response");
        var confirm = FilledForm.On(await app.Get(Own), "#confirm-1", new { });
        app.Clock.Set(app.Clock.GetUtcNow().AddMinutes(5));
        await app.SendForm($"{Own}/opinions/1/response", Answers.Of(("Form.Text", "直した案")), "#response");
        var answer = await App.Parse(await app.Browser.PostAsync($"{Own}?handler=Confirm", confirm.Content(), TestContext.Current.CancellationToken));
        answer.QuerySelector("[role=alert]")!.TextContent.ShouldContain("書き直されました");
        (await Saved()).OpinionAt(1).Confirmed.ShouldBeNull();
    }

    [Fact]
    public async Task Questions_and_opinions_are_put_right_and_removed_and_the_history_tells_it()
    {
        await Begin();
        await Ask("質問", "委員");
        await Opine("意見");
        await app.SendForm($"{Own}/questions/1", Answers.Of(("Form.Text", "直した質問"), ("Form.Asker", "")), "#remark");
        await app.SendForm($"{Own}/opinions/1", Answers.Of(("Form.Text", "直した意見")), "#remark");
        var page = await app.SendForm($"{Own}/questions/1", new { }, "#remove");
        page.QuerySelector("main")!.TextContent.ShouldContain("質問はまだありません");
        page.QuerySelector(".history")!.TextContent.ShouldContain("直した意見");
        await app.SendForm($"{Own}/opinions/1", new { }, "#remove");
        (await Saved()).Opinions.ShouldBeEmpty();
        (await app.Browser.GetAsync($"{Own}/opinions/1", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.Browser.GetAsync($"{round.PageOf(city.OtherProject)}/review", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.SendForm($"{Page}/edit", Answers.Of(("Form.Body", "外部評価会議"), ("Form.HeldOn", "2026-08-20"), ("Form.ResponsesDue", "2026-08-19")), "#review")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("終わりが始まりより前");
        (await app.SendForm($"{Page}/edit", Answers.Of(("Form.Body", "外部評価会議"), ("Form.HeldOn", "2026-08-20"), ("Form.ResponsesDue", "2026-09-30")), "#review")).QuerySelector(".lead")!.TextContent.ShouldContain("外部評価会議");
    }

    private async Task Begin()
    {
        await app.SendForm(Page, Answers.Of(("Form.Body", "行政評価委員会"), ("Form.AnswersDue", "2026-12-10")), "#begin");
        await app.SendForm($"{Page}/sheets?q={Uri.EscapeDataString("産後")}", new { Chosen = round.SheetOf(city.OwnProject.Key).Key.Value }, "#chosen");
    }

    private Task<IHtmlDocument> Ask(string text, string? asker) => app.SendForm(Own, new { Question = text, Asker = asker }, "#ask");

    private Task<IHtmlDocument> Opine(string text) => app.SendForm(Own, new { Opinion = text }, "#opine");

    private async Task<SheetReview> Saved()
    {
        await using var db = app.OpenDb();
        return await db.SheetReviews.AsNoTracking().Include(s => s.Questions).Include(s => s.Opinions).AsSplitQuery().SingleAsync();
    }

    private async Task Press(string path, string button)
    {
        var page = await app.Get(path);
        var action = page.QuerySelectorAll<IHtmlButtonElement>("main button[formaction]").Single(b => b.TextContent.Contains(button, StringComparison.Ordinal)).GetAttribute("formaction")!;
        var form = FilledForm.On(page, "#chosen", new { });
        (await app.Follow(await app.Browser.PostAsync(new Uri(new Uri(page.Url), action), form.Content(), TestContext.Current.CancellationToken))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        var token = (await app.Get($"{App.Office}/")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        return await app.Browser.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Version", "1"), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]), TestContext.Current.CancellationToken);
    }

    private static string Cells(IElement row) => string.Join('|', row.Children.Select(c => c.TextContent.Trim()));
}
