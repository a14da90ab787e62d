using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.WebEncoders;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Office.Common;
using Shirube.Office.Publishing;
using Shirube.Public.Rendering;
using Shirube.Safety;
using Shirube.Ui.Hosting;

namespace Shirube.Hosting;

/// <summary>The web program put together: which parts, in which order.</summary>
public static class Site
{
    public const long LargestUpload = 64 * 1024 * 1024;

    /// <param name="pages">More pages than the program's own: the benchmarks measure an empty one.</param>
    public static WebApplication Build(Installation installation, WebApplicationOptions settings, string urls, Action<IMvcBuilder>? pages = null)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpload;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            // why: what keeps the program from starting is said in one sentence by the command, not as a stack trace; background work logs its own failures.
            .AddFilter("Microsoft.Extensions.Hosting.Internal", LogLevel.None)
            // why: the keys lie in a folder only the installation's own user may read; there is no store of certificates to encrypt them with.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        var own = AddParts(builder.Services, installation);
        pages?.Invoke(own);
        var app = builder.Build();
        Pipeline.Lay(app, installation);
        return app;
    }

    private static IMvcBuilder AddParts(IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation);
        services.AddSingleton(TimeProvider.System);
        services.AddHostedService<Serving>();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = LargestUpload);
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("shirube").PersistKeysToFileSystem(Private(installation.In("keys", "cookies")));
        services.AddProblemDetails();
        services.AddHealthChecks().AddCheck<Readiness>("installation");
        services.AddSingleton(provider => SafeUpgrade.Catalogue(installation.DataFolder, provider.GetRequiredService<TimeProvider>(), new(quiet: false)));
        services.AddSingleton(_ => new ReleaseStore(installation.DataFolder));
        services.AddSingleton(provider => new MunicipalityLookup((face, code) => NameOf(provider, installation, face, code)));
        services.AddUi();
        if (installation.HasPublic)
            services.AddPublicPages();
        if (installation.HasOffice)
        {
            services.AddOffice(installation.MailFile).AddPublishing(installation.DataFolder);
            services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        }
        return services.AddRazorPages(o => o.RootDirectory = "/Features").ConfigureApplicationPartManager(parts => Choose(parts, installation));
    }

    private static string? NameOf(IServiceProvider provider, Installation installation, Face face, MunicipalityCode code) =>
        face switch
        {
            Face.Office when installation.HasOffice => provider.GetRequiredService<Catalogue>().Find(code)?.Name,
            Face.Public when installation.HasPublic => provider.GetRequiredService<ReleaseStore>().List(code) is [var newest, ..] ? newest.Manifest.MunicipalityName : OfficeName(provider, installation, code),
            _ => null,
        };

    // why: a municipality that has published nothing yet has a page that says so, where this process knows of it.
    private static string? OfficeName(IServiceProvider provider, Installation installation, MunicipalityCode code) =>
        installation.HasOffice ? provider.GetRequiredService<Catalogue>().Find(code)?.Name : null;

    private static DirectoryInfo Private(string folder) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    // why: a face that is not served has no pages here at all, rather than pages that are refused.
    private static void Choose(ApplicationPartManager parts, Installation installation)
    {
        parts.ApplicationParts.Clear();
        foreach (var assembly in PagesOf(installation))
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
                parts.ApplicationParts.Add(part);
    }

    private static IEnumerable<Assembly> PagesOf(Installation installation)
    {
        yield return typeof(Site).Assembly;
        yield return typeof(UiHosting).Assembly;
        if (installation.HasOffice)
            yield return typeof(OfficeHosting).Assembly;
        if (installation.HasPublic)
            yield return typeof(PublicFace).Assembly;
    }
}
