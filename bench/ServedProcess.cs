using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shirube.Hosting;

namespace Bench;

/// <summary>The process that is measured: the whole program, and in it a bare server that only says hello.</summary>
internal static class ServedProcess
{
    public const string Word = "--serve";
    public const string Ready = "serving ";
    private const string AnyPort = "http://127.0.0.1:0";

    public static async Task<int> Run(string folder)
    {
        var settings = new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Site).Assembly.GetName().Name };
        await using var site = Site.Build(new(folder, FacesServed.Both), settings, AnyPort, Unrendered.Add);
        await using var bare = Bare();
        await site.StartAsync();
        await bare.StartAsync();
        Console.WriteLine($"{Ready}{site.Urls.Single()} {bare.Urls.Single()}");
        // why: the parent closes our input when it is done, however it ends.
        await Console.In.ReadToEndAsync();
        await bare.StopAsync();
        await site.StopAsync();
        return 0;
    }

    private static WebApplication Bare()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(AnyPort);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var queries = new HeardQueries();
        app.MapGet("/hello", () => "hello");
        app.MapGet("/memory", () => Process.GetCurrentProcess().WorkingSet64);
        app.MapGet("/processor", () => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds);
        app.MapGet("/queries/start", () => queries.Start());
        app.MapGet("/queries/stop", () => queries.Stop());
        return app;
    }
}
