using System.Net;
using AngleSharp.Dom;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Web.Tests.Public;

public sealed class PublicPagesTests(PublishedCity city) : IClassFixture<PublishedCity>
{
    public static TheoryData<string> Paths => [.. PublishedCity.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_page_stands_in_the_citizens_layout_with_one_heading(string path)
    {
        var (response, html) = await city.Fetch(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await App.Parse(response);
        page.DocumentElement.GetAttribute("lang").ShouldBe("ja");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelector(".masthead-name")!.TextContent.ShouldContain("奥州市");
        page.QuerySelector(".office").ShouldBeNull();
        page.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.TagName[1] - '0').Aggregate((0, true), (a, level) => (level, a.Item2 && level <= Math.Max(a.Item1, 1) + 1)).Item2.ShouldBeTrue();
        // why: the ideographic space is the one Japanese character that is always encoded.
        html.ShouldNotMatch("&#x(?!3000;)");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_page_is_light_and_asks_nobody_else(string path)
    {
        var (plain, _) = await city.Fetch(path);
        var page = await App.Parse(plain);
        var loaded = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        loaded.ShouldAllBe(a => a.StartsWith("/build/") || a.StartsWith($"{App.Public}/figures/"));
        (loaded.Count + 1).ShouldBeLessThanOrEqualTo(8);
        page.QuerySelectorAll("[style], style, script:not([src])").Length.ShouldBe(0);
        var (compressed, _) = await city.Fetch(path, accept: "br");
        var bytes = (await compressed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        foreach (var address in loaded)
            bytes += await Sent(address);
        bytes.ShouldBeLessThan(60_000);
    }

    // why: as browsers ask for it.
    private async Task<int> Sent(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } };
        var response = await city.App.Browser.SendAsync(request);
        return (await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        var seen = new HashSet<string>();
        var ahead = new Queue<string>([$"{App.Public}/", $"{App.Public}/?as-of=2026-11-05"]);
        while (ahead.TryDequeue(out var at))
        {
            if (!seen.Add(at))
                continue;
            var response = await city.App.Browser.GetAsync(at, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, at);
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (var link in (await App.Parse(response)).QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                ahead.Enqueue(link);
        }
        seen.Count.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Money_is_summed_once_and_what_is_unknown_is_said()
    {
        var page = await city.App.Get($"{App.Public}/plan/{PublishedCity.Policy}");
        page.Body!.TextContent.ShouldContain("2事業");
        page.Body.TextContent.ShouldContain("1億8,240万円");
        page.Body.TextContent.ShouldContain("1件は金額の記載なし");
        var unpriced = await city.App.Get($"{App.Public}/projects/{PublishedCity.Unpriced}");
        unpriced.Body!.TextContent.ShouldContain("金額は公表されていません");
        unpriced.QuerySelectorAll("main data").ShouldAllBe(d => d.GetAttribute("value") != "0");
    }

    [Fact]
    public async Task The_project_page_shows_both_judgements_when_they_differ()
    {
        var page = await city.App.Get($"{App.Public}/projects/{PublishedCity.Project}");
        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("継続");
        text.ShouldContain("縮小");
        text.ShouldContain("課長等の意見が自己評価と違います");
    }

    [Fact]
    public async Task A_revised_target_keeps_the_one_before()
    {
        var page = await city.App.Get($"{App.Public}/indicators/{PublishedCity.Indicator}");
        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("95%");
        text.ShouldContain("93%");
        text.ShouldContain("計画の見直し");
        text.ShouldContain("未把握");
        page.QuerySelector("svg[role=img]")!.GetAttribute("aria-label")!.ShouldContain("92.4%");
    }

    [Fact]
    public async Task The_first_page_leads_to_the_only_city_or_lists_several()
    {
        using var several = new PublishedCity();
        (await several.App.Browser.GetAsync("/", TestContext.Current.CancellationToken)).Headers.Location!.ToString().ShouldBe($"{App.Public}/");

        new ReleaseWriter(several.App.DataFolder, several.App.Clock).Publish(new(Shirube.Domain.Common.MunicipalityCode.Parse("032034"), "大船渡市"), PublishedCity.Content("事業"), null);
        var page = await several.App.Get("/");
        page.QuerySelectorAll("main a").Select(a => (a.GetAttribute("href"), a.TextContent.Replace("›", "", StringComparison.Ordinal))).ShouldBe([("/032034/", "大船渡市"), ("/032158/", "奥州市")]);
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_filter_keeps_what_was_asked()
    {
        var page = await city.App.SendForm($"{App.Public}/projects", new { q = "こども" }, "form.filter");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        page.QuerySelector("input[name=q]")!.GetAttribute("value").ShouldBe("こども");
    }

    [Fact]
    public async Task An_address_that_is_no_page_says_so_in_the_city_s_layout()
    {
        foreach (var path in new[] { "nothing/here", "projects/zzzzzzz", "plan/zzzzzzz", "indicators/zzzzzzz", "surveys/zzzzzzz", "plans/zzzzzzz", "releases/20200101-01" })
        {
            var (response, html) = await city.Fetch(path);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            html.ShouldContain("ページが見つかりません");
            html.ShouldContain("masthead");
        }
    }
}
