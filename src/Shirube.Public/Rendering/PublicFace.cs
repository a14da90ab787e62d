using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Public.Features.Public.Publishing;

namespace Shirube.Public.Rendering;

/// <summary>What the program calls when it serves the public face.</summary>
public static class PublicFace
{
    public static IServiceCollection AddPublicPages(this IServiceCollection services) => services.AddSingleton<ReleaseMemory>();

    /// <summary>Call after UseRouting.</summary>
    public static IApplicationBuilder UseRenderedPages(this IApplicationBuilder app) => app.UseMiddleware<RenderedPages>();

    public static void MapPublicDownloads(this IEndpointRouteBuilder endpoints) => Downloads.Map(endpoints);
}
