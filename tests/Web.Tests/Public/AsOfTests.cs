using System.Net;
using AngleSharp.Dom;
using Shouldly;
using Xunit;

namespace Web.Tests.Public;

public sealed class AsOfTests(PublishedCity city) : IClassFixture<PublishedCity>
{
    [Fact]
    public async Task A_past_day_shows_the_release_of_that_day_and_says_so()
    {
        var page = await city.App.Get($"{App.Public}/projects?as-of=2026-11-05");
        page.Body!.TextContent.ShouldContain("見直し前の名前");
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("令和8年11月5日の時点の内容");
        page.QuerySelectorAll("main a[href^='/']").Where(a => a.ParentElement?.TagName == "TH").ShouldAllBe(a => a.GetAttribute("href")!.Contains("as-of=2026-11-05"));
        page.QuerySelector("form.filter input[name='as-of']")!.GetAttribute("value").ShouldBe("2026-11-05");
    }

    [Fact]
    public async Task A_search_in_the_past_stays_in_the_past()
    {
        var page = await city.App.SendForm($"{App.Public}/projects?as-of=2026-11-05", new { q = "見直し" }, "form.filter");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-10-31", HttpStatusCode.NotFound, "まだ何も公表されていませんでした")]
    [InlineData("2026-11-10", HttpStatusCode.Gone, "事業の名前に誤りがありました。")]
    [InlineData("2026-11-13", HttpStatusCode.OK, "見直し前の名前")]
    [InlineData("2026-11-22", HttpStatusCode.OK, "こどもの居場所づくり")]
    [InlineData("2026-11-26", HttpStatusCode.BadRequest, "まだ来ていません")]
    [InlineData("2026-13-01", HttpStatusCode.BadRequest, "日付として読めません")]
    [InlineData("きのう", HttpStatusCode.BadRequest, "日付として読めません")]
    public async Task Each_day_has_its_answer(string day, HttpStatusCode status, string words)
    {
        var (response, html) = await city.Fetch($"projects?as-of={Uri.EscapeDataString(day)}");
        response.StatusCode.ShouldBe(status);
        html.ShouldContain(words);
    }

    [Fact]
    public async Task A_withdrawn_release_stays_in_the_list_with_its_reason()
    {
        var page = await city.App.Get($"{App.Public}/releases");
        page.QuerySelectorAll(".timeline > li").Length.ShouldBe(3);
        page.Body!.TextContent.ShouldContain("事業の名前に誤りがありました。");
        var (gone, _) = await city.Fetch("releases/20261110-01");
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_release_says_what_changed_since_the_one_before()
    {
        var page = await city.App.Get($"{App.Public}/releases/20261122-01");
        page.QuerySelector("main")!.TextContent.ShouldContain("事務事業 変更1件");
    }

    [Fact]
    public async Task A_city_that_has_published_nothing_says_so()
    {
        using var app = new App();
        var response = await app.Browser.GetAsync($"{App.Public}/", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("まだ公表されていません");
    }
}
