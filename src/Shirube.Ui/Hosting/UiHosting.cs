using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Shirube.Ui.Hosting;

/// <summary>What the program calls once for both faces.</summary>
public static class UiHosting
{
    public static IServiceCollection AddUi(this IServiceCollection services, MunicipalityLookup municipalities)
    {
        services.AddSingleton(municipalities);
        services.AddSingleton<BuiltAssets>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, FaceMatcherPolicy>());
        services.Configure<RazorPagesOptions>(o =>
        {
            o.RootDirectory = "/Features";
            o.Conventions.Add(new FaceConvention());
        });
        // why: otherwise Razor writes every Japanese character as &#x…;, five times the size.
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>What every answer of every face says to the browser. Call first.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    /// <summary>Call before UseRouting.</summary>
    public static IApplicationBuilder UseMunicipalityPath(this IApplicationBuilder app) => app.UseMiddleware<MunicipalityPath>();

    /// <summary>The built assets: served with a year of caching where the address carries the content's hash. Call before <see cref="UseMunicipalityPath"/>.</summary>
    public static IApplicationBuilder UseBuiltAssets(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = static response =>
        {
            response.Context.Response.Headers.CacheControl = response.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=300";
            response.Context.Response.Headers.XContentTypeOptions = "nosniff";
        },
    });
}
