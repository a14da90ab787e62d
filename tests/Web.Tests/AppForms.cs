using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shirube.Domain.Organization;
using Shouldly;

namespace Web.Tests;

/// <summary>Spoken to over HTTP as a browser without JavaScript would.</summary>
public sealed partial class App
{
    private HttpClient? client;

    /// <summary>Keeps cookies and follows no redirect by itself.</summary>
    public HttpClient Browser => client ??= NewBrowser();

    /// <summary>A second browser, with cookies of its own. Its requests carry the test's execution context, so that queries are counted per test.</summary>
    public HttpClient NewBrowser()
    {
        Server.PreserveExecutionContext = true;
        return CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("http://localhost") });
    }

    /// <summary>The page at a path, redirects followed.</summary>
    public async Task<IHtmlDocument> Get(string path) => await Parse(await Follow(await Browser.GetAsync(path)));

    /// <summary>Gets the page, fills in the form it finds there and posts it; answers go by the name of their input (a dictionary where names have dots). Returns the page after it, redirects followed.</summary>
    public async Task<IHtmlDocument> SendForm(string path, object answers, string? form = null) => (await SendFormRaw(path, answers, form)).Page;

    public async Task<(HttpResponseMessage Response, IHtmlDocument Page)> SendFormRaw(string path, object answers, string? form = null)
    {
        var page = await Get(path);
        var filled = FilledForm.On(page, form, answers);
        using var content = filled.Content();
        var action = new Uri(new Uri(page.Url), filled.Action);
        var response = await Follow(filled.IsGet ? await Browser.GetAsync(filled.ActionWithQuery(action)) : await Browser.PostAsync(action, content));
        return (response, await Parse(response));
    }

    /// <summary>Signs in through the sign-in page as somebody with the role; what follows is done as that person.</summary>
    public async Task SignInAs(Role role, string? department = null)
    {
        var (userName, password) = await AccountFor(role, department);
        await SignInWith(userName, password);
    }

    public async Task SignInWith(string userName, string password, string? office = null)
    {
        client = null;
        var address = $"{office ?? Office}/sign-in";
        var page = await Get(address);
        var secret = page.QuerySelector<IHtmlInputElement>("input[type=password]").ShouldNotBeNull($"no password is asked for at {page.Url}: {page.Body?.TextContent.Trim()}");
        var name = secret.Form!.Elements.OfType<IHtmlInputElement>().First(i => i.Type is "text" or "email");
        var (response, after) = await SendFormRaw(address, new Dictionary<string, object?> { [name.Name!] = userName, [secret.Name!] = password });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        after.QuerySelector("input[type=password]").ShouldBeNull($"signing in did not work: {after.Body?.TextContent.Trim()}");
    }

    /// <summary>How many commands the office database gets for a page.</summary>
    public async Task<int> CountQueries(string path) => (await CountedQueries.During(() => Get(path))).Count;

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
}
