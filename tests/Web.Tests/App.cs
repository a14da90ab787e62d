using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Web.Tests;

/// <summary>The whole program on a data folder of its own, spoken to over HTTP as a browser without JavaScript would.</summary>
public sealed class App : WebApplicationFactory<Program>
{
    private HttpClient? client;

    /// <summary>The faces served: both, office or public.</summary>
    public string Face { get; init; } = "both";

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("shirube-").FullName;

    /// <summary>Keeps cookies and follows no redirect by itself.</summary>
    public HttpClient Browser => client ??= CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://localhost") });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", DataFolder);
        builder.UseSetting("face", Face);
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    /// <summary>The page at a path, redirects followed.</summary>
    public async Task<IHtmlDocument> Get(string path)
    {
        var response = await Follow(await Browser.GetAsync(path));
        return await Parse(response);
    }

    /// <summary>Gets the page, fills in the form it finds there and posts it; answers are found by the name of their input. Returns the page after it, redirects followed.</summary>
    public async Task<IHtmlDocument> SendForm(string path, object answers, string? form = null)
    {
        var (_, page) = await SendFormRaw(path, answers, form);
        return page;
    }

    public async Task<(HttpResponseMessage Response, IHtmlDocument Page)> SendFormRaw(string path, object answers, string? form = null)
    {
        var filled = FilledForm.On(await Get(path), form, answers);
        using var content = filled.Content();
        var action = new Uri(new Uri(Browser.BaseAddress!, path), filled.Action);
        var response = await Follow(filled.IsGet ? await Browser.GetAsync(filled.ActionWithQuery(action)) : await Browser.PostAsync(action, content));
        return (response, await Parse(response));
    }

    public async Task<HttpResponseMessage> Follow(HttpResponseMessage response)
    {
        for (var hops = 0; hops < 10 && (int)response.StatusCode is 301 or 302 or 303 or 307 or 308; hops++)
            response = await Browser.GetAsync(new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!));
        return response;
    }

    public static async Task<IHtmlDocument> Parse(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var context = BrowsingContext.New(Configuration.Default);
        var url = response.RequestMessage!.RequestUri!.ToString();
        return (IHtmlDocument)await context.OpenAsync(r => r.Content(html).Address(url).Status(response.StatusCode));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
    }
}
