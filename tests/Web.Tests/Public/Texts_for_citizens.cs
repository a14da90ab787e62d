using System.Net;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shouldly;
using Web.Tests.Plans;
using Xunit;

namespace Web.Tests.Public;

/// <summary>Citizens read what words mean, see the figures, and what becomes of projects.</summary>
public sealed class Texts_for_citizens : IDisposable
{
    private static readonly PublicKey Merged = new("mrgd222"), Ended = new("ndddd22");
    private readonly PublishedCity city = new();

    public void Dispose() => city.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("?as-of=2026-11-05")]
    public async Task A_word_leads_to_its_meaning_and_a_figure_is_shown_also_as_of_a_day(string asOf)
    {
        var page = await city.App.Get($"{App.Public}/plan/{PublishedCity.Measure}{asOf}");
        var term = page.QuerySelector(".prose a.term")!;
        (term.TextContent, term.GetAttribute("href"), term.GetAttribute("title")).ShouldBe(("見守り", $"{App.Public}/glossary{asOf}#term-{PublishedCity.Term}", "声をかけ合うこと。"));
        var glossary = await city.App.Get($"{App.Public}/glossary{asOf}");
        glossary.QuerySelector($"#term-{PublishedCity.Term} + dd")!.TextContent.ShouldContain("声をかけ合うこと。");
        var picture = page.QuerySelector(".prose figure.figure img")!;
        picture.GetAttribute("alt").ShouldBe("家と学校をつなぐ図");
        var sent = await city.App.Browser.GetAsync(picture.GetAttribute("src"), TestContext.Current.CancellationToken);
        (await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Figures_of_plans.Dot);
        sent.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
    }

    [Fact]
    public async Task A_figure_that_is_not_public_is_not_there()
    {
        (await city.Fetch("figures/nowhere")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await city.Fetch($"figures/{PublishedCity.Figure}?as-of=2020-01-01")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await city.Fetch($"figures/{PublishedCity.Figure}?as-of=2026-11-10")).Response.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_release_without_words_says_that_there_is_no_glossary_yet()
    {
        city.Publish(new(city.App.DataFolder, city.App.Clock), new(2026, 11, 26), "用語のない公表", PublishedCity.Content("居場所") with { Terms = [], Figures = [], Pictures = [] });
        (await city.App.Get($"{App.Public}/glossary")).QuerySelector("main")!.TextContent.ShouldContain("用語集はまだありません");
        (await city.App.Get($"{App.Public}/plan")).QuerySelectorAll("a[href$='/glossary']").ShouldBeEmpty();
        (await city.App.Get($"{App.Public}/plan/{PublishedCity.Measure}")).QuerySelector(".prose")!.TextContent.ShouldContain("(図「図」が見つかりません)");
    }

    [Fact]
    public async Task What_becomes_of_a_project_stands_with_the_project_and_with_the_plan()
    {
        var content = PublishedCity.Content("居場所づくり");
        city.Publish(new(city.App.DataFolder, city.App.Clock), new(2026, 11, 26), "引き継ぎ", content with
        {
            Projects = [.. content.Projects, Project(Merged, "一時預かり"), Project(Ended, "空調の更新")],
            ProjectLineages = [new(Merged, PublishedCity.Plan, PublishedCity.Project), new(Ended, PublishedCity.Plan, null)],
        });
        (await city.App.Get($"{App.Public}/projects/{Merged}")).QuerySelector("main")!.TextContent.ShouldContain("に引き継がれます。");
        (await city.App.Get($"{App.Public}/projects/{PublishedCity.Project}")).QuerySelector($"main a[href$='{Merged}']")!.TextContent.ShouldBe("一時預かり");
        (await city.App.Get($"{App.Public}/projects/{Ended}")).QuerySelector("main")!.TextContent.ShouldContain("「アクションプラン」の前に終わります。");
        (await city.App.Get($"{App.Public}/plans/{PublishedCity.Plan}/compare")).QuerySelectorAll("main tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim().Split('\n')[0].Trim())))
            .ShouldBe(["一時預かり|居場所づくり サンプル", "空調の更新|終わります"]);
    }

    private static ReleasedProject Project(PublicKey key, string name) => new(key, null, name, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, false);
}
