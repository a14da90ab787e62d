using System.Net;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Web.Tests.Public;

public sealed class RenderingTests
{
    [Fact]
    public async Task A_browser_that_has_the_page_is_told_so_until_the_next_release()
    {
        using var city = new PublishedCity();
        var (first, _) = await city.Fetch("projects");
        var tag = first.Headers.ETag!.ToString();
        (await city.Fetch("projects", knows: tag)).Response.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        city.Publish(new ReleaseWriter(city.App.DataFolder, city.App.Clock), new(2026, 11, 26), "次の公表", PublishedCity.Content("名前が変わった事業"));
        var (next, html) = await city.Fetch("projects", knows: tag);
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("名前が変わった事業");
    }

    [Fact]
    public async Task A_withdrawal_is_seen_at_once()
    {
        using var city = new PublishedCity();
        (await city.Fetch("projects")).Body.ShouldContain("こどもの居場所づくり");
        new ReleaseStore(city.App.DataFolder).Withdraw(App.Code, new(new(2026, 11, 22), 1), "政策企画", city.App.Clock.GetUtcNow().UtcDateTime, "誤り");
        (await city.Fetch("projects")).Body.ShouldContain("見直し前の名前");
        (await city.Fetch("projects?as-of=2026-11-23")).Response.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_page_goes_out_compressed_as_the_browser_wants_it()
    {
        using var city = new PublishedCity();
        var (brotli, _) = await city.Fetch("plan", accept: "gzip, br");
        brotli.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        var (gzip, _) = await city.Fetch("plan", accept: "gzip, br;q=0");
        gzip.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        var (plain, _) = await city.Fetch("plan");
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        plain.Headers.Vary.ShouldContain("Accept-Encoding");
    }

    [Fact]
    public async Task A_page_that_is_asked_for_again_takes_fewer_bytes_and_is_the_same_page()
    {
        using var city = new PublishedCity();
        var (first, _) = await city.Fetch("projects", accept: "br");
        var (again, _) = await city.Fetch("projects", accept: "br");
        again.Content.Headers.ContentLength!.Value.ShouldBeLessThan(first.Content.Headers.ContentLength!.Value);
        again.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await again.Unpacked()).ShouldBe(await first.Unpacked());
    }

    [Fact]
    public async Task Styles_go_out_compressed_to_who_takes_them_so_and_plain_to_others()
    {
        using var city = new PublishedCity();
        var (plain, pressed) = (await Styles(null), await Styles("gzip, br"));
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        pressed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        pressed.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        pressed.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        (await pressed.Unpacked()).ShouldBe(await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        pressed.Content.Headers.ContentLength!.Value.ShouldBeLessThan(12_000);

        async Task<HttpResponseMessage> Styles(string? accept)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/build/site.css?v=1");
            if (accept is not null)
                request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
            return await city.App.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}

internal static class PressedPages
{
    public static async Task<string> Unpacked(this HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var unpacked = new System.IO.Compression.BrotliStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
