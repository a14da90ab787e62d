using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Lists;

/// <summary>From record to record in the order and with the filter of the list they were opened from.</summary>
public sealed class Walking_a_list(App app) : IClassFixture<App>, IAsyncLifetime
{
    private OfficeCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("sort=-name")]
    [InlineData("sort=department,-name")]
    [InlineData("group=class&sort=name")]
    [InlineData("size=50&p=2")]
    public async Task Next_leads_through_a_list_of_projects_in_its_order_over_all_its_pages(string order)
    {
        var word = $"道{Guid.NewGuid():N}"[..12];
        var many = Enumerable.Range(1, 60).Select(i => Project.Start($"{word}{i}", $"{word}の事業{i * 37 % 61}")).ToList();
        for (var i = 0; i < many.Count; i++)
            many[i].Classify(i % 3 == 0 ? "一般" : "施設", null, null, null, null);
        await app.Given([.. many, Project.Start(null, "ほかの事業")]);
        var listed = await Listed($"words={word}&{order.Replace("&p=2", "", StringComparison.Ordinal)}");
        listed.Count.ShouldBe(60);
        var walked = new List<string>();
        for (var page = await app.Get(listed[0].Href); ;)
        {
            walked.Add(Heading(page));
            Walk(page)!.TextContent.ShouldContain($"60件のうち{walked.Count}件目");
            if (Link(page, "next") is not { } next)
                break;
            page = await app.Get(next.Href);
        }
        walked.ShouldBe([.. listed.Select(l => l.Text)]);
    }

    [Fact]
    public async Task Back_leads_to_the_page_of_the_list_on_which_the_record_stands_and_previous_undoes_next()
    {
        var word = $"戻{Guid.NewGuid():N}"[..12];
        await app.Given([.. Enumerable.Range(1, 60).Select(i => Project.Start($"{word}{i:00}", $"{word}の事業{i:00}"))]);
        var listed = await Listed($"words={word}");
        var page = await app.Get(listed[49].Href);
        var next = await app.Get(Link(page, "next")!.Href);
        var back = await app.Get(Walk(next)!.QuerySelector<IHtmlAnchorElement>("a")!.Href);
        back.Url.ShouldContain("p=2");
        back.QuerySelectorAll("tbody th a").First().TextContent.ShouldBe(Heading(next));
        Heading(await app.Get(Link(next, "prev")!.Href)).ShouldBe(Heading(page));
        Link(await app.Get(listed[0].Href), "prev").ShouldBeNull("nothing stands before the first");
    }

    [Theory]
    [InlineData("indicators")]
    [InlineData("items")]
    public async Task Indicators_and_items_are_walked_as_their_lists_stand(string list)
    {
        var links = (await app.Get($"{App.Office}/{list}?plan={city.Plan.Key}")).QuerySelectorAll<IHtmlAnchorElement>("tbody th a").ToList();
        links.ShouldNotBeEmpty();
        var page = await app.Get(links[0].Href);
        Walk(page).ShouldNotBeNull();
        foreach (var link in links.Skip(1))
        {
            page = await app.Get(Link(page, "next").ShouldNotBeNull().Href);
            Heading(page).ShouldEndWith(link.Text);
        }
        Link(page, "next").ShouldBeNull();
    }

    [Fact]
    public async Task Who_saves_on_the_way_still_has_the_list_and_is_told_when_the_record_left_it()
    {
        var word = $"編{Guid.NewGuid():N}"[..12];
        await app.Given([.. Enumerable.Range(1, 3).Select(i => Project.Start($"{word}{i}", $"{word}の事業{i}"))]);
        var page = await app.Get((await Listed($"name.has={word}"))[1].Href);
        var edit = page.QuerySelector<IHtmlAnchorElement>("main .toolbar a[href*='/edit']")!.Href;
        page = await app.SendForm(edit, Answers.Of(("Form.Name", $"{word}の直した事業")));
        Walk(page)!.TextContent.ShouldContain("3件のうち2件目");
        page = await app.SendForm(edit, Answers.Of(("Form.Name", "もう合わない事業")));
        Walk(page)!.TextContent.ShouldContain("いまは、この一覧の条件に合いません");
        (Link(page, "prev"), Link(page, "next")).ShouldBe((null, null));
        (await app.Get(Walk(page)!.QuerySelector<IHtmlAnchorElement>("a")!.Href)).QuerySelectorAll("tbody tr").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_record_opened_otherwise_shows_no_list_and_asks_nothing_more()
    {
        Walk(await app.Get(city.OwnPage)).ShouldBeNull();
        var list = $"{city.OwnPage}?list={Uri.EscapeDataString("?sort=name")}";
        await app.Get(list);
        var (with, without) = (await app.CountQueries(list), await app.CountQueries(city.OwnPage));
        (with - without).ShouldBeInRange(0, 2);
    }

    [Theory]
    [InlineData("?gone.frob=3&words=a")]
    [InlineData("%00")]
    [InlineData("?sort=nothing,-,&size=0&p=-1&plan=x&year=きのう")]
    public async Task A_list_that_is_none_does_no_harm(string address) =>
        (await app.Browser.GetAsync($"{city.OwnPage}?list={Uri.EscapeDataString(address)}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

    private async Task<List<(string Text, string Href)>> Listed(string address)
    {
        var all = new List<(string, string)>();
        for (var page = await app.Get($"{App.Office}/projects?{address}"); ;)
        {
            all.AddRange(page.QuerySelectorAll<IHtmlAnchorElement>("tbody th[scope=row] a").Select(a => (a.Text, a.Href)));
            if (page.QuerySelectorAll<IHtmlAnchorElement>(".pager a").FirstOrDefault(a => a.Text == "次へ") is not { } next)
                return all;
            page = await app.Get(next.Href);
        }
    }

    private static IElement? Walk(IHtmlDocument page) => page.QuerySelector("main .list-walk");

    private static IHtmlAnchorElement? Link(IHtmlDocument page, string rel) => Walk(page)?.QuerySelector<IHtmlAnchorElement>($"a[rel={rel}]");

    private static string Heading(IHtmlDocument page)
    {
        var heading = page.QuerySelector("h1")!;
        heading.QuerySelector(".quiet")?.Remove();
        return heading.TextContent.Trim();
    }
}
