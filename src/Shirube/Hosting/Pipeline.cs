using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Shirube.Hosting;

/// <summary>What a request passes through, in order.</summary>
internal static class Pipeline
{
    private static readonly RequestCulture Japanese = new(new CultureInfo("ja-JP"));

    public static void Lay(WebApplication app)
    {
        app.UseExceptionHandler();
        app.Use(SecurityHeaders.Add);
        app.UseRequestLocalization(new RequestLocalizationOptions { DefaultRequestCulture = Japanese, RequestCultureProviders = [] });
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = r => r.Context.Response.Headers.CacheControl = Caching(r.Context.Request.Path) });
        app.UseRouting();
        app.MapHealthChecks("/healthz").AllowAnonymous();
        app.MapHealthChecks("/readyz").AllowAnonymous();
        app.MapRazorPages();
    }

    // why: vite puts a hash of the content into the names below /build/assets, so these never change.
    private static string Caching(PathString path) => path.StartsWithSegments("/build/assets") ? "public, max-age=31536000, immutable" : "public, max-age=600";
}
