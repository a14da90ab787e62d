using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Caching.Memory;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Ui.Hosting;

namespace Shirube.Public.Rendering;

/// <summary>Renders and compresses a citizens' page once per state of the releases and Tokyo day, and answers from bounded memory after that. Runs after routing.</summary>
public sealed class RenderedPages(RequestDelegate next, ReleaseStore store, TimeProvider clock) : IDisposable
{
    private const long MostBytes = 32 * 1024 * 1024;
    private const int UsualBytes = 32 * 1024;
    private const int LongestQuery = 300;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public Task InvokeAsync(HttpContext context) => MayKeep(context) ? Answer(context) : next(context);

    public void Dispose() => pages.Dispose();

    private static bool MayKeep(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.CurrentFace() == Face.Public && context.Features.Get<CurrentMunicipality>() is not null
        && context.Request.QueryString.Value is not { Length: > LongestQuery }
        && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    private async Task Answer(HttpContext context)
    {
        var key = KeyOf(context.Municipality().Code, context.Request);
        if (!pages.TryGetValue(key, out RenderedPage? page))
        {
            page = await Render(context);
            if (page is null)
                return;
            pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Size + key.Length * 2, SlidingExpiration = TimeSpan.FromHours(6) });
        }
        await page!.WriteTo(context);
    }

    // why: a withdrawal takes a release away without adding one, so the state of the list is counted too.
    private string KeyOf(MunicipalityCode code, HttpRequest request)
    {
        var entries = store.List(code);
        var state = entries is [var newest, ..] ? $"{newest.Manifest.Sha256}{entries.Count(e => e.IsWithdrawn)}" : "none";
        return $"{code}|{state}|{Tokyo.DayOf(clock.GetUtcNow().UtcDateTime):yyyyMMdd}|{request.Path}|{request.QueryString}";
    }

    /// <summary>Runs the page into memory. What is no page of status 200 goes out as it is and is not kept.</summary>
    private async Task<RenderedPage?> Render(HttpContext context)
    {
        var body = context.Response.Body;
        using var written = new MemoryStream(UsualBytes);
        context.Response.Body = written;
        var isHead = HttpMethods.IsHead(context.Request.Method);
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response.StatusCode == StatusCodes.Status200OK && !isHead && !context.Response.HasStarted)
            return new(written.GetBuffer().AsSpan(0, (int)written.Length), context.Request);
        if (!isHead)
            await context.Response.Body.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), context.RequestAborted);
        return null;
    }
}
