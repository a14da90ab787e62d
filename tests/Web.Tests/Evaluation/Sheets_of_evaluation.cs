using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Sheets_of_evaluation : IAsyncLifetime
{
    private readonly App app = new();
    private OfficeCity city = null!;
    private OpenedRound round = null!;

    private string Own => round.PageOf(city.OwnProject);

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        round = await OpenedRound.Of(app, city);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_clerk_answers_every_kind_of_question_and_finds_the_answers_as_they_were_typed()
    {
        await Send(Named(await app.Get(Own), ("有効性", "Choice", "B"), ("利用者", "Number", "１,２３４．５"), ("今後の方向性", "Choice", "継続"), ("今後の方向性", "Text", "=SUM(A1)のように書いた理由"), ("特記事項", "Text", "一行目\r\n二行目")));
        var page = await app.Get(Own);
        Field(page, "利用者", "Number").GetAttribute("value").ShouldBe("1234.5");
        Question(page, "有効性").QuerySelector<IHtmlInputElement>("input[checked]")!.Value.ShouldBe("B");
        Field(page, "今後の方向性", "Text").TextContent.ShouldBe("=SUM(A1)のように書いた理由");
        Field(page, "特記事項", "Text").TextContent.ShouldBe("一行目\n二行目");
        page.QuerySelector(".sheet-progress")!.TextContent.ShouldBe("必須1のうち1が入力済み");
        page.QuerySelector("main")!.TextContent.ShouldContain("訪問した割合", Case.Sensitive, "the indicators stand beside the answers");
    }

    [Fact]
    public async Task A_stage_is_submitted_approved_and_answered_by_the_next_which_overwrites_nothing()
    {
        var page = await Submit(Own, "継続", "制度が続くため");
        page.QuerySelector("main")!.TextContent.ShouldContain("承認待ち");
        page.QuerySelector("#sheet[data-answers=on]").ShouldBeNull("what was submitted is read only");
        await app.SignInAs(Role.DepartmentHead, OfficeCity.Own);
        await app.SendForm(Own, new { }, "main form[action*=Approve]");
        await Submit(Own, "縮小", "利用が少ないため");
        await app.SignInAs(Role.PlanningOffice);
        await Submit(Own, "継続", "二次評価の理由");
        var sheet = await round.Saved(app, city.OwnProject);
        sheet.Answers.Where(a => a.QuestionKey == round.Direction).OrderBy(a => a.Stage).Select(a => (a.Stage, a.Choice)).ShouldBe([(1, "継続"), (2, "縮小"), (3, "継続")]);
        var shown = (await app.Get(Own)).QuerySelector($"#q-{round.Direction}")!.ParentElement!.TextContent;
        foreach (var words in new[] { "自己評価", "制度が続くため", "課長等意見", "利用が少ないため", "二次評価の理由" })
            shown.ShouldContain(words);
    }

    [Fact]
    public async Task A_sheet_that_is_not_complete_is_not_submitted_leads_to_what_is_missing_and_keeps_what_was_typed()
    {
        var page = await Submit(Own, "継続", "");
        page.QuerySelector("[role=alert] a")!.GetAttribute("href").ShouldBe($"#q-{round.Direction}");
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("「今後の方向性」の理由がありません。");
        Question(page, "今後の方向性").QuerySelector<IHtmlInputElement>("input[checked]")!.Value.ShouldBe("継続");
        (await round.Saved(app, city.OwnProject)).Find(round.Direction, 1)!.Choice.ShouldBe("継続", "what could be saved was");
    }

    [Theory]
    [InlineData("利用者", "Number", "たくさん", "「たくさん」は、数として読めません")]
    [InlineData("有効性", "Choice", "とても高い", "選択肢にない答え「とても高い」")]
    public async Task What_is_no_answer_is_refused_beside_its_question_and_the_rest_is_saved(string question, string field, string typed, string said)
    {
        var page = await Send(Named(await app.Get(Own), (question, field, typed), ("特記事項", "Text", "残る")));
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(said);
        (await round.Saved(app, city.OwnProject)).Find(round.Remark, 1)!.Text.ShouldBe("残る");
        if (field == "Number")
            Field(page, question, field).GetAttribute("value").ShouldBe(typed);
    }

    [Fact]
    public async Task A_text_over_its_limit_is_kept_and_stands_in_the_way_of_submitting()
    {
        await Send(Named(await app.Get(Own), ("特記事項", "Text", new string('長', 21))));
        var page = await Submit(Own, "継続", "理由");
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("特記事項");
        Field(page, "特記事項", "Text").TextContent.Length.ShouldBe(21);
    }

    [Fact]
    public async Task Two_people_in_one_sheet_lose_nothing_silently()
    {
        var mine = Named(await app.Get(Own), ("特記事項", "Text", "私の文"), ("今後の方向性", "Choice", "継続"));
        await app.SignInAs(Role.DepartmentHead, OfficeCity.Own);
        await Send(Named(await app.Get(Own), ("特記事項", "Text", "課長の文")));
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await Send(await Again(mine));
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("ほかの人がこの答えを保存しました");
        Question(page, "特記事項").TextContent.ShouldContain("課長の文");
        Field(page, "特記事項", "Text").TextContent.ShouldBe("私の文");
        var sheet = await round.Saved(app, city.OwnProject);
        (sheet.Find(round.Remark, 1)!.Text, sheet.Find(round.Direction, 1)!.Choice).ShouldBe(("課長の文", "継続"), "the other answer was no conflict");
        await Send(Named(page, ("特記事項", "Text", "二人で決めた文")));
        (await round.Saved(app, city.OwnProject)).Find(round.Remark, 1)!.Text.ShouldBe("二人で決めた文");
    }

    [Fact]
    public async Task The_script_saves_by_itself_and_is_told_of_each_answer()
    {
        var page = await app.Get(Own);
        var saved = await SendByScript(Named(page, ("特記事項", "Text", "自動"), ("利用者", "Number", "x")));
        var states = saved.GetProperty("answers").EnumerateArray().ToDictionary(a => a.GetProperty("question").GetString()!, a => (a.GetProperty("state").GetString(), a.GetProperty("revision").GetInt32()));
        states[round.Remark.Value].ShouldBe(("saved", 1));
        states[Key("利用者").Value].Item1.ShouldBe("refused");
        saved.GetProperty("open").GetInt32().ShouldBe(1);
        var late = await SendByScript(Named(page, ("特記事項", "Text", "古い画面から")));
        late.GetProperty("answers").EnumerateArray().Single(a => a.GetProperty("question").GetString() == round.Remark.Value).GetProperty("theirs").GetString().ShouldBe("自動");
    }

    [Fact]
    public async Task What_is_sent_back_says_why_and_is_due_again()
    {
        await Submit(Own, "継続", "理由");
        await app.SignInAs(Role.DepartmentHead, OfficeCity.Own);
        (await app.SendForm(Own, new { }, "main form[action*=SendBack]")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("差し戻す理由が空です");
        await app.SendForm(Own, new { Reason = "根拠の数字を書いてください" }, "main form[action*=SendBack]");
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await app.Get(Own);
        page.QuerySelector(".note-warn")!.TextContent.ShouldContain("根拠の数字を書いてください");
        page.QuerySelector("#sheet[data-answers=on]").ShouldNotBeNull();
        (await app.Get($"{App.Office}/")).QuerySelector("main")!.TextContent.ShouldContain("差し戻し1枚");
    }

    [Fact]
    public async Task Nobody_answers_or_approves_for_another_department()
    {
        var other = round.PageOf(city.OtherProject);
        var page = await app.Get(other);
        page.QuerySelector("#sheet[data-answers=on]").ShouldBeNull();
        var form = Named(await app.Get(Own), ("特記事項", "Text", "よその課から"));
        (await Post(other, form)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await app.SignInAs(Role.DepartmentHead, OfficeCity.Own);
        form = await Again(form);
        (await Post($"{other}?handler=Approve", form)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Post($"{other}?handler=SendBack", form)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await app.SignInAs(Role.Reader);
        form = await Again(form);
        (await Post(Own, form)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await round.Saved(app, city.OtherProject)).Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_was_open_while_the_round_closed_says_so_and_saves_nothing()
    {
        var form = Named(await app.Get(Own), ("特記事項", "Text", "間に合わない"));
        await app.SignInAs(Role.PlanningOffice);
        await app.SendForm($"{round.Page}/schedule", new { }, "main form[action*=Close]");
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await Send(await Again(form));
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("締め切られています");
        page.QuerySelector("#not-saved")!.ParentElement!.TextContent.ShouldContain("間に合わない", Case.Sensitive, "what was typed can be copied");
        (await round.Saved(app, city.OwnProject)).Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sheet_asks_at_most_twelve_queries()
    {
        await Submit(Own, "継続", "理由");
        await app.Get(Own);
        (await app.CountQueries(Own)).ShouldBeLessThanOrEqualTo(12);
        await app.SignInAs(Role.PlanningOffice);
        await app.Get(Own);
        (await app.CountQueries(Own)).ShouldBeLessThanOrEqualTo(12);
    }

    private PublicKey Key(string label) => round.Form.InOrder.First(q => q.Label == label).Key;

    private IElement Question(IDocument page, string label) => page.QuerySelector($"fieldset[data-question='{Key(label)}']").ShouldNotBeNull(page.QuerySelector("main")!.TextContent);

    private IElement Field(IDocument page, string label, string field) => Question(page, label).QuerySelector($"[name$='.{field}']")!;

    // The form of the sheet as the page holds it, with some answers typed.
    private List<KeyValuePair<string, string>> Named(IHtmlDocument page, params (string Label, string Field, string Value)[] typed)
    {
        var all = new List<KeyValuePair<string, string>>();
        var names = typed.ToDictionary(t => $"{Question(page, t.Label).QuerySelector("[name$='.Question']")!.GetAttribute("name")![..^8]}{t.Field}", t => t.Value);
        foreach (var element in page.QuerySelector<IHtmlFormElement>("#sheet")!.Elements.Where(e => e.GetAttribute("name") is { } name && !names.ContainsKey(name)))
            if (element is IHtmlTextAreaElement area)
                all.Add(new(area.Name!, area.Value));
            else if (element is IHtmlInputElement { Type: not ("radio" or "checkbox") } or IHtmlInputElement { IsChecked: true })
                all.Add(new(((IHtmlInputElement)element).Name!, ((IHtmlInputElement)element).Value));
        return [.. all, .. names.Select(n => KeyValuePair.Create(n.Key, n.Value))];
    }

    // why: a form sent after another sign-in of the same test needs that sign-in's token.
    private async Task<List<KeyValuePair<string, string>>> Again(List<KeyValuePair<string, string>> form)
    {
        var token = (await app.Get($"{App.Office}/evaluations/{round.Round.Key}")).QuerySelector<IHtmlInputElement>("[name=__RequestVerificationToken]")!.Value;
        return form.ConvertAll(f => f.Key == "__RequestVerificationToken" ? KeyValuePair.Create(f.Key, token) : f);
    }

    private async Task<IHtmlDocument> Submit(string path, string choice, string reason)
    {
        var form = Named(await app.Get(path), ("今後の方向性", "Choice", choice), ("今後の方向性", "Text", reason));
        return await App.Parse(await app.Follow(await Post($"{path}?handler=Submit", form)));
    }

    private async Task<IHtmlDocument> Send(List<KeyValuePair<string, string>> form) => await App.Parse(await app.Follow(await Post(Own, form)));

    private Task<HttpResponseMessage> Post(string path, List<KeyValuePair<string, string>> form) => app.Browser.PostAsync(path, new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);

    private async Task<JsonElement> SendByScript(List<KeyValuePair<string, string>> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Own) { Content = new FormUrlEncodedContent(form), Headers = { { "Accept", "application/json" } } };
        var answer = await app.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
