using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Shirube.Ui.Hosting;

/// <summary>What the program calls once for both faces.</summary>
public static class UiHosting
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddSingleton<BuiltAssets>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, FaceMatcherPolicy>());
        // why: AddRazorPages, called after this, begins a new list of conventions.
        services.PostConfigure<RazorPagesOptions>(o => o.Conventions.Add(new FaceConvention()));
        return services;
    }

    /// <summary>Needs a <see cref="MunicipalityLookup"/>. Call before routing and authentication.</summary>
    public static IApplicationBuilder UseMunicipalityPath(this IApplicationBuilder app) => app.UseMiddleware<MunicipalityPath>();
}
