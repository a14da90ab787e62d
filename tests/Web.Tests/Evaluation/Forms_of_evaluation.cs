using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Evaluation;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Evaluation;

public sealed class Forms_of_evaluation : IAsyncLifetime
{
    private readonly App app = new();

    private static string Page => $"{App.Office}/evaluation-forms";

    public async ValueTask InitializeAsync()
    {
        await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("eight-axes", 8, "Choice")]
    [InlineData("four-levels", 3, "Rating")]
    [InlineData("statutory-light", 1, "Choice")]
    [InlineData("ex-ante", 1, "Rating")]
    [InlineData("measure", 1, "Rating")]
    [InlineData("mid-term", 1, "Rating")]
    public async Task Each_form_the_program_brings_is_made_from_settings_alone_shown_and_put_into_use(string template, int axes, string kind)
    {
        (await app.Get(Page)).QuerySelector("main")!.TextContent.ShouldContain("様式がまだありません");
        var made = await app.SendForm($"{Page}/new?from={template}", new { }, "#form");
        var spec = FormSettings.Templates[template];
        made.QuerySelectorAll(".form-question h3").Length.ShouldBe(spec.Questions.Count);
        spec.Questions.Count(q => q.Kind.ToString() == kind && q.AsksReason && q.Stages.Contains(1)).ShouldBeGreaterThanOrEqualTo(axes);
        var used = await app.SendForm(made.Url, new { FirstYear = "令和9" }, "#issue");
        used.QuerySelector("main")!.TextContent.ShouldContain("令和9年度から使用");
        used.QuerySelectorAll("#issue, #discard, a[href*='/questions/']").ShouldBeEmpty("a form in use is not changed");
        await using var db = app.OpenDb();
        var form = await db.EvaluationForms.Include(f => f.Questions).Include(f => f.Choices).Include(f => f.Stages).AsSplitQuery().SingleAsync(TestContext.Current.CancellationToken);
        var kept = form.Spec with { Questions = [.. form.Spec.Questions.Select(q => q with { Key = null })] };
        Encoding.UTF8.GetString(FormSettings.Write(kept)).ShouldBe(Encoding.UTF8.GetString(FormSettings.Write(spec)), "what is kept is what the settings say");
    }

    [Fact]
    public async Task A_question_is_added_changed_moved_and_taken_away_in_the_browser()
    {
        var form = await Made("作業中の様式", "自己評価\n課長等意見");
        await app.SendForm($"{form}/questions/new", Answers.Of(("Form.Section", "評価"), ("Form.Label", "成果の向上余地"), ("Form.Kind", "Rating"), ("Form.Choices", "A | 余地がない\nB｜余地がある"), ("Form.Reason", "yes"), ("Form.Duty", "required")));
        await app.SendForm($"{form}/questions/new", Answers.Of(("Form.Section", "評価"), ("Form.Label", "特記事項"), ("Form.Longest", "５００")));
        var page = await app.Get(form);
        Labels(page).ShouldBe(["成果の向上余地 必須", "特記事項"]);
        page.QuerySelector(".form-question")!.TextContent.ShouldContain("余地がない");
        page.QuerySelector("main")!.TextContent.ShouldContain("(500字まで)");
        var rated = page.QuerySelectorAll(".form-question")[0].Id![9..];
        await app.SendForm($"{form}/questions/{rated}", Answers.Of(("Form.Choices", "A|a | 余地がない\nB|b | ")));
        await app.SendForm($"{form}/questions/{rated}", Answers.Of(("Form.Help", "説明")));
        (await app.Get($"{form}/questions/{rated}")).QuerySelector("#Form_Choices")!.TextContent.Trim().ShouldBe("A|a | 余地がない\nB|b |", "a bar within a choice is part of it");
        page = await app.Get(form);
        var key = page.QuerySelectorAll(".form-question")[1].Id![9..];
        await Press(page, $"#question-{key} form[action*=Move]", "-1");
        Labels(await app.Get(form)).ShouldBe(["特記事項", "成果の向上余地 必須"]);
        await app.SendForm($"{form}/questions/{key}", Answers.Of(("Form.Label", "補足"), ("Form.Audience", "office")));
        (await app.Get(form)).QuerySelector($"#question-{key}")!.TextContent.ShouldContain("庁内だけで使います。");
        await app.SendForm(form, new { }, $"#question-{key} form[action*=Remove]");
        Labels(await app.Get(form)).ShouldBe(["成果の向上余地 必須"]);
        (await app.Get($"{App.Office}/changes?area=projects")).QuerySelector("main")!.TextContent.ShouldContain("評価様式");
    }

    [Fact]
    public async Task Two_people_who_change_a_form_at_once_do_not_overwrite_each_other()
    {
        var form = await Made("様式", "自己評価");
        var page = await app.Get($"{form}/questions/new");
        await app.SendForm($"{form}/questions/new", Answers.Of(("Form.Section", "評価"), ("Form.Label", "先の人の設問")));
        var late = FilledForm.On(page, "main form[method=post]", Answers.Of(("Form.Section", "評価"), ("Form.Label", "後の人の設問")));
        var answer = await App.Parse(await app.Browser.PostAsync($"{form}/questions/new", late.Content(), TestContext.Current.CancellationToken));
        answer.QuerySelector("main")!.TextContent.ShouldContain("後の人の設問");
        Labels(await app.Get(form)).ShouldBe(["先の人の設問"]);
    }

    [Fact]
    public async Task Next_years_form_is_a_copy_whose_questions_keep_their_keys()
    {
        var made = await app.SendForm($"{Page}/new?from=eight-axes", new { }, "#form");
        await app.SendForm(made.Url, new { FirstYear = "2027" }, "#issue");
        var copy = await app.SendForm($"{Page}/new?from={LastPart(made.Url)}", Answers.Of(("Form.Name", "令和10年度の様式")), "#form");
        Keys(copy).ShouldBe(Keys(made));
        copy.QuerySelector("main")!.TextContent.ShouldContain("もとにした様式");
        (await app.SendForm(copy.Url, new { FirstYear = "2027" }, "#issue")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("令和9年度から使う同じ種類の様式に、もう「");
        (await app.SendForm(copy.Url, new { FirstYear = "来年" }, "#issue")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("来年");
        (await app.SendForm(copy.Url, new { FirstYear = "2028" }, "#issue")).QuerySelector("main")!.TextContent.ShouldContain("令和10年度から使用");
    }

    [Fact]
    public async Task Settings_go_to_another_municipality_as_a_file_and_a_broken_file_is_refused()
    {
        var made = await app.SendForm($"{Page}/new?from=measure", new { }, "#form");
        var file = await app.Browser.GetByteArrayAsync($"{made.Url}?handler=File", TestContext.Current.CancellationToken);
        var there = await app.SendForm($"{Page}/new", new { Upload = new ChosenFile("様式.json", file) }, "#file");
        Labels(there).ShouldBe(Labels(made));
        there.Url.ShouldNotBe(made.Url);
        foreach (var (broken, sentence) in new[] { ("{", "様式の設定を読み取れません(1行目)"), ("{\"name\":\"a\",\"target\":\"Project\",\"use\":\"Yearly\",\"onlyStatutory\":false,\"stages\":[],\"questions\":[]}", "評価の段階は"), ("[]", "様式の設定を読み取れません"), ("{\"name\":\"a\",\"target\":\"Project\",\"use\":\"Yearly\",\"onlyStatutory\":false,\"stages\":[\"x\"],\"questions\":[null]}", "中身のない項目があります"), ("{\"name\":\"a\",\"target\":7}", "様式の設定を読み取れません") })
            (await app.SendForm($"{Page}/new", new { Upload = new ChosenFile("様式.json", Encoding.UTF8.GetBytes(broken)) }, "#file")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        (await app.SendForm($"{Page}/new", new { }, "#file")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("ファイルが選ばれていません");
    }

    [Fact]
    public async Task A_draft_is_discarded_and_a_stage_that_is_asked_stays()
    {
        var form = await Made("様式", "自己評価\n二次評価");
        await app.SendForm($"{form}/questions/new", Answers.Of(("Form.Section", "評価"), ("Form.Label", "総括")));
        await using (var db = app.OpenDb())
        {
            var saved = await db.EvaluationForms.Include(f => f.Questions).Include(f => f.Choices).Include(f => f.Stages).AsSplitQuery().SingleAsync(TestContext.Current.CancellationToken);
            saved.Change(saved.Questions[0].Key, saved.SpecOf(saved.Questions[0]) with { Stages = [2] });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await app.SendForm($"{form}/edit", Answers.Of(("Form.Stages", "自己評価")))).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("設問「総括」が答える段階を、なくそうとしています。");
        var copy = await app.SendForm($"{Page}/new?from={LastPart(form)}", Answers.Of(("Form.Name", "写し"), ("Form.Stages", "自己評価\n部長評価\n二次評価")), "#form");
        copy.QuerySelector(".form-question")!.TextContent.ShouldContain("答える人: 二次評価", customMessage: "a stage between moves no question to another stage");
        (await app.SendForm(form, new { }, "#discard")).QuerySelector("main")!.TextContent.ShouldContain("様式「様式」を削除しました。");
        (await app.Get(copy.Url)).QuerySelectorAll("dl.facts dt").Select(t => t.TextContent).ShouldNotContain("もとにした様式");
    }

    [Fact]
    public async Task A_clerk_reads_forms_and_does_not_change_them()
    {
        var form = await Made("様式", "自己評価");
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        (await app.Get(form)).QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
        foreach (var address in new[] { $"{Page}/new", $"{form}/edit", $"{form}/questions/new" })
            (await app.Browser.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> Made(string name, string stages) => (await app.SendForm($"{Page}/new", Answers.Of(("Form.Name", name), ("Form.Stages", stages)), "#form")).Url;

    private async Task Press(IDocument page, string form, string by)
    {
        var filled = page.QuerySelector(form)!;
        var fields = filled.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Append(KeyValuePair.Create("by", by));
        await app.Follow(await app.Browser.PostAsync(new Uri(new Uri(page.Url), filled.GetAttribute("action")), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken));
    }

    private static List<string> Labels(IDocument page) => [.. page.QuerySelectorAll(".form-question h3").Select(h => string.Join(' ', h.TextContent.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)))];

    private static List<string?> Keys(IDocument page) => [.. page.QuerySelectorAll(".form-question").Select(q => q.Id)];

    private static string LastPart(string address) => address.Split('/')[^1];
}
