using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.WebEncoders;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Office.Common;
using Shirube.Ui.Hosting;

namespace Shirube.Hosting;

/// <summary>The web program put together: which parts, in which order.</summary>
public static class Site
{
    public const long LargestUpload = 64 * 1024 * 1024;

    public static WebApplication Build(Installation installation, WebApplicationOptions settings, string urls)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpload;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        AddParts(builder.Services, installation);
        var app = builder.Build();
        Pipeline.Lay(app, installation);
        return app;
    }

    private static void AddParts(IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation);
        services.AddSingleton(TimeProvider.System);
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = LargestUpload);
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("shirube").PersistKeysToFileSystem(Directory.CreateDirectory(installation.In("keys", "cookies")));
        services.AddProblemDetails();
        services.AddHealthChecks();
        services.AddSingleton(provider => new Catalogue(installation.DataFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new ReleaseStore(installation.DataFolder));
        services.AddSingleton(provider => new MunicipalityLookup((face, code) => NameOf(provider, installation, face, code)));
        services.AddUi();
        if (installation.HasOffice)
            services.AddOffice();
        services.AddRazorPages(o => o.RootDirectory = "/Features").ConfigureApplicationPartManager(parts => Choose(parts, installation));
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

    // why: a face that is not served has no pages here at all, rather than pages that are refused.
    private static void Choose(ApplicationPartManager parts, Installation installation)
    {
        var absent = new[] { (installation.HasOffice, "Shirube.Office"), (installation.HasPublic, "Shirube.Public") }.Where(f => !f.Item1).Select(f => f.Item2).ToList();
        foreach (var part in parts.ApplicationParts.Where(p => absent.Contains(p.Name)).ToList())
            parts.ApplicationParts.Remove(part);
    }
}
