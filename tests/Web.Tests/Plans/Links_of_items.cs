using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Plans;

/// <summary>Measures are linked with goals of the strategy, measures and projects with goals of the SDGs.</summary>
public sealed class Links_of_items : IAsyncLifetime
{
    private App app = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_measure_is_linked_with_a_goal_of_the_strategy_and_let_go_again(Engine engine)
    {
        var city = await LinkedCity.Of(app, engine);
        (await app.Get(city.MeasurePage(0))).QuerySelector("main")!.TextContent.ShouldContain("つながりは、まだありません");
        var page = await app.SendForm($"{city.MeasurePage(0)}/links", Answers.Of(("Link.Other", city.Goals[1].Key.Value), ("Link.Note", "子育ての支えとして")), "#link");
        page.QuerySelector("[data-error-summary]").ShouldBeNull();
        (await app.Get(city.MeasurePage(0))).QuerySelector("main")!.TextContent.ShouldContain("2 子育ての希望をかなえる");
        var goal = await app.Get($"{city.Office.Path}/plans/{city.Strategy.Key}/{city.Goals[1].Key}");
        goal.QuerySelector("main")!.TextContent.ShouldContain("1-1 子育てを支える", customMessage: "a link has no direction");
        goal.QuerySelector("main")!.TextContent.ShouldContain("子育ての支えとして");
        (await app.Get($"{city.Office.Path}/projects/{city.Projects[0].Key}")).QuerySelector("main")!.TextContent.ShouldContain("子育ての希望をかなえる", customMessage: "a project has what its measure is linked with");

        page = await app.Get($"{city.MeasurePage(0)}/links");
        page.QuerySelectorAll<IHtmlOptionElement>("#link option").Select(o => o.Value).ShouldNotContain(city.Goals[1].Key.Value, "what is linked is not offered again");
        page.QuerySelectorAll<IHtmlOptionElement>("#link option").Select(o => o.Value).ShouldNotContain(city.Measures[1].Key.Value, "nor is an item of the same plan");
        page = await app.SendForm($"{city.MeasurePage(0)}/links", new { }, "form[action*=Unlink]");
        page.QuerySelector("main")!.TextContent.ShouldContain("ほかの計画の項目とのつながりは、まだありません");
        await using var db = city.Office.Open();
        (await db.ItemLinks.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_linked_is_refused_with_a_sentence_and_what_was_typed_stays()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        var page = await app.SendForm($"{city.MeasurePage(0)}/links", Answers.Of(("Link.Note", "選び忘れた")), "#link");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("選んだ計画の項目が見つかりません");
        page.QuerySelector<IHtmlTextAreaElement>("[name='Link.Note']")!.Value.ShouldBe("選び忘れた");
        page = await app.SendForm($"{city.MeasurePage(0)}/links", Answers.Of(("Goal.Reason", "目標を選び忘れた")), "#goal");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("SDGsの目標を選んでいません");
        page = await app.SendForm($"{city.MeasurePage(0)}/links", Answers.Of(("Goal.Goal", "11"), ("Goal.Target", "11.9"), ("Goal.Reason", "住みやすくするため")), "#goal");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("SDGsの目標11に、ターゲット「11.9」はありません");
        page.QuerySelector<IHtmlTextAreaElement>("[name='Goal.Reason']")!.Value.ShouldBe("住みやすくするため");
        await app.SendForm($"{city.MeasurePage(0)}/links", Answers.Of(("Goal.Goal", "11"), ("Goal.Target", "１１．５")), "#goal");
        page = await app.SendForm($"{city.MeasurePage(0)}/links", Answers.Of(("Goal.Goal", "11"), ("Goal.Target", "11.5")), "#goal");
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("SDGsの目標11のターゲット11.5とは、もうつながっています");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_measure_and_a_project_say_which_goals_they_serve_and_why(Engine engine)
    {
        var city = await LinkedCity.Of(app, engine);
        await app.SendForm($"{city.MeasurePage(0)}/links", Answers.Of(("Goal.Goal", "3"), ("Goal.Strength", "Mainly"), ("Goal.Reason", "母子の健康を守るため")), "#goal");
        var project = $"{city.Office.Path}/projects/{city.Projects[2].Key}";
        await app.SendForm($"{project}/links", Answers.Of(("Goal.Goal", "3"), ("Goal.Target", "3.4"), ("Goal.Strength", "Related")), "#goal");
        (await app.Get(project)).QuerySelector("main")!.TextContent.ShouldContain("すべての人に健康と福祉を(ターゲット3.4)");

        var edit = (await app.Get($"{project}/links")).QuerySelector<IHtmlAnchorElement>("main table a")!.Href;
        await app.SendForm(edit, Answers.Of(("Form.Goal", "10"), ("Form.Target", ""), ("Form.Reason", "だれもが参加できるようにするため")), "#goal");
        (await app.Get(project)).QuerySelector("main")!.TextContent.ShouldContain("だれもが参加できるようにするため");

        var goal = await app.Get($"{city.Office.Path}/sdgs/3");
        goal.QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        goal.QuerySelector("main")!.TextContent.ShouldContain("2件、300万円", customMessage: "the two projects under the measure, each once");
        var all = await app.Get($"{city.Office.Path}/sdgs");
        all.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr")[2].QuerySelectorAll("td").Select(t => t.TextContent).ShouldBe(["1", "2", "0"], "as the page of the goal counts");
        all.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr")[9].QuerySelectorAll("td").Select(t => t.TextContent).ShouldBe(["0", "1", "0"]);

        await app.SendForm(edit, new { }, "#remove");
        (await app.Get($"{project}/links")).QuerySelector("main")!.TextContent.ShouldContain("SDGsの目標とのつながりは、まだありません");
    }

    [Fact]
    public async Task Two_people_who_word_one_reason_see_both_texts()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        await app.SendForm($"{city.MeasurePage(0)}/links", Answers.Of(("Goal.Goal", "3"), ("Goal.Reason", "はじめの理由")), "#goal");
        var edit = (await app.Get($"{city.MeasurePage(0)}/links")).QuerySelectorAll<IHtmlAnchorElement>("main table a").Single(a => a.TextContent.Contains("直す", StringComparison.Ordinal)).Href;
        var mine = FilledForm.On(await app.Get(edit), "#goal", Answers.Of(("Form.Reason", "わたしの理由")));
        await app.SendForm(edit, Answers.Of(("Form.Reason", "先に保存した理由")), "#goal");
        var answer = await app.Browser.PostAsync(new Uri(edit), mine.Content(), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await App.Parse(answer);
        page.QuerySelector("main")!.TextContent.ShouldContain("わたしの理由");
        page.QuerySelector("main")!.TextContent.ShouldContain("先に保存した理由");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task How_two_items_belong_together_is_said_anew_in_place_and_stands_in_the_histories_of_both(Engine engine)
    {
        var city = await LinkedCity.Of(app, engine);
        await app.SendForm($"{city.MeasurePage(0)}/links", Answers.Of(("Link.Other", city.Goals[1].Key.Value), ("Link.Note", "はじめの説明")), "#link");
        var strategy = $"{city.Office.Path}/plans/{city.Strategy.Key}/{city.Goals[1].Key}";
        foreach (var (from, note) in new[] { (city.MeasurePage(0), "子育ての支えとして"), (strategy, "希望をかなえる支えとして") })
        {
            var edit = (await app.Get($"{from}/links")).QuerySelectorAll<IHtmlAnchorElement>("main table a").Single(a => a.TextContent.Contains("説明を直す", StringComparison.Ordinal)).Href;
            (await app.SendForm(edit, Answers.Of(("Form.Note", note)), "#note")).QuerySelector("main table")!.TextContent.ShouldContain(note);
        }

        var unlinked = await app.SendForm($"{city.MeasurePage(0)}/links", new { }, "form[action*=Unlink]");
        unlinked.QuerySelector("main")!.TextContent.ShouldContain("ほかの計画の項目とのつながりは、まだありません");
        foreach (var page in new[] { city.MeasurePage(0), strategy })
        {
            var history = (await app.Get($"{page}/history")).QuerySelector("main")!.TextContent;
            history.ShouldContain("はじめの説明");
            history.ShouldContain("希望をかなえる支えとして");
        }

        (await app.Get($"{city.MeasurePage(1)}/history")).QuerySelector("main")!.TextContent.ShouldNotContain("はじめの説明");
    }

    [Fact]
    public async Task A_goal_of_a_project_stands_in_its_history_after_it_was_removed()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        var project = $"{city.Office.Path}/projects/{city.Projects[0].Key}";
        await app.SendForm($"{project}/links", Answers.Of(("Goal.Goal", "3"), ("Goal.Reason", "産後の健康を守る")), "#goal");
        var edit = (await app.Get($"{project}/links")).QuerySelectorAll<IHtmlAnchorElement>("main table a").Single(a => a.TextContent.Contains("直す", StringComparison.Ordinal)).Href;
        await app.SendForm(edit, Answers.Of(("Form.Strength", "Related"), ("Form.Reason", "母と子の健康を守る")), "#goal");
        await app.SendForm(edit, new { }, "#remove");
        var history = (await app.Get($"{project}/history")).QuerySelector("main")!.TextContent;
        history.ShouldContain("母と子の健康を守る");
        history.ShouldContain("関わりの強さ");
    }

    [Fact]
    public async Task Two_people_who_word_one_link_see_both_texts_and_a_text_that_is_too_long_is_refused()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        await city.Link((0, 1));
        var edit = (await app.Get($"{city.MeasurePage(0)}/links")).QuerySelectorAll<IHtmlAnchorElement>("main table a").Single(a => a.TextContent.Contains("説明を直す", StringComparison.Ordinal)).Href;
        var refused = await app.SendForm(edit, Answers.Of(("Form.Note", new string('長', 501))), "#note");
        refused.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("つながりの説明が501字あります。500字までです。");
        var mine = FilledForm.On(await app.Get(edit), "#note", Answers.Of(("Form.Note", "わたしの説明")));
        await app.SendForm(edit, Answers.Of(("Form.Note", "先に保存した説明")), "#note");
        var answer = await app.Browser.PostAsync(new Uri(edit), mine.Content(), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = (await App.Parse(answer)).QuerySelector("main")!.TextContent;
        page.ShouldContain("わたしの説明");
        page.ShouldContain("先に保存した説明");
        (await app.Browser.GetAsync(new Uri($"{city.MeasurePage(1)}/links/items/{edit.Split('/')[^1]}", UriKind.RelativeOrAbsolute))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_item_that_something_links_to_is_not_removed_from_its_only_edition()
    {
        var city = await LinkedCity.Of(app, Engine.Sqlite);
        await city.Link((2, 0));
        (await app.Get($"{city.MeasurePage(2)}/move")).QuerySelector("main")!.TextContent.ShouldContain("「学びを支える」に1件のつながりがあるため、削除できません");
    }

    [Fact]
    public async Task A_clerk_links_the_projects_of_the_own_department_and_no_item()
    {
        var city = await OfficeCity.Of(app);
        await app.SignInAs(Role.Entrant, OfficeCity.Own);
        var page = await app.SendForm($"{city.OwnPage}/links", Answers.Of(("Goal.Goal", "5")), "#goal");
        page.QuerySelector("[data-error-summary]").ShouldBeNull();
        (await app.Get(city.OwnPage)).QuerySelector("main")!.TextContent.ShouldContain("ジェンダー平等を実現しよう");
        (await app.Browser.GetAsync($"{city.OtherPage}/links", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Browser.GetAsync($"{city.ItemPage(2)}/links", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var db = app.OpenDb();
        var link = await db.GoalLinks.SingleAsync(TestContext.Current.CancellationToken);
        (link.Goal, link.Strength, link.ProjectId).ShouldBe((5, Strength.Mainly, city.OwnProject.Id));
    }
}
