using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Public.Rendering;
using Shirube.Ui.Hosting;

namespace Shirube.Hosting;

/// <summary>What a request passes through, in order.</summary>
internal static class Pipeline
{
    private static readonly RequestCulture Japanese = new(new CultureInfo("ja-JP"));

    public static void Lay(WebApplication app, Installation installation)
    {
        app.UseExceptionHandler();
        app.Use(SecurityHeaders.Add);
        app.UseRequestLocalization(new RequestLocalizationOptions { DefaultRequestCulture = Japanese, RequestCultureProviders = [] });
        app.UseMiddleware<PressedAssets>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = r => r.Context.Response.Headers.CacheControl = Caching(r.Context.Request) });
        app.UseMunicipalityPath();
        // why: inside the municipality's path, so that the failure is shown on the face and under the name it happened on.
        app.UseExceptionHandler("/failure");
        app.UseStatusCodePagesWithReExecute("/failure");
        if (installation.HasOffice)
            app.UseOffice();
        app.UseRouting();
        if (installation.HasOffice)
        {
            app.UseAuthentication();
            UnreadableSession.Stop(app);
            app.UseAuthorization();
        }
        if (installation.HasPublic)
            app.UseRenderedPages();
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new() { ResponseWriter = Readiness.Write }).AllowAnonymous();
        if (installation.HasPublic)
            app.MapPublicDownloads();
        if (installation.HasOffice)
            app.MapOffice();
        app.MapRazorPages();
        // why: an address nobody knows is "not found" for everybody; the fallback policy would ask for a sign-in.
        app.MapFallback("{**path}", static () => Results.NotFound()).AllowAnonymous();
    }

    // why: the layouts put the hash of the content behind the fixed name (?v=), so an address with one never changes its content.
    internal static string Caching(HttpRequest request) => request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=600";
}
