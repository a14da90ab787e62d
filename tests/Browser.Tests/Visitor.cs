using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shirube.Demonstration;
using Shouldly;

namespace Browser.Tests;

/// <summary>A person in front of a browser, and what went wrong on the way.</summary>
public sealed class Visitor
{
    private readonly ConcurrentQueue<string> faults = [];
    private readonly ConcurrentQueue<IRequest> requests = [];

    public Visitor(IPage page)
    {
        Page = page;
        page.Request += (_, request) => Note(Goes(request));
        page.RequestFailed += (_, request) => Note(request.Failure is "net::ERR_ABORTED" ? null : $"{request.Url} failed: {request.Failure}");
        page.Response += (_, response) => Note(response.Status >= 400 && response.Request.ResourceType != "document" ? $"{response.Url} answered {response.Status}" : null);
        page.PageError += (_, error) => Note($"script: {error}");
        // why: the browser also writes an error for a page that answers 404 or 409; the journeys themselves say where that is meant.
        page.Console += (_, line) => Note(line.Type == "error" && !line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) ? $"console at {line.Location}: {line.Text}" : null);
    }

    public IPage Page { get; }

    /// <summary>The requests since the last call.</summary>
    public IReadOnlyList<IRequest> TakeRequests()
    {
        var taken = requests.ToList();
        requests.Clear();
        return taken;
    }

    public ILocator Main => Page.Locator("main");
    public ILocator Heading => Page.Locator("h1");

    public async Task Open(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        answer!.Status.ShouldBe(status, path);
    }

    /// <summary>The field with the label, which may be marked as required.</summary>
    public ILocator Field(string label) => Page.GetByLabel(new Regex($"^{Regex.Escape(label)}(必須)?$"));

    public ILocator Link(string name) => Main.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First;

    public ILocator Button(string name) => Main.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    /// <summary>Follows a link or presses a button, and waits for the page behind it.</summary>
    public async Task Press(ILocator door)
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        await door.ClickAsync();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Page.Load -= Loaded;
    }

    public async Task SignIn(SignIn who)
    {
        await Open($"{City.Office}/sign-in");
        await Field("アカウント名").FillAsync(who.UserName);
        await Field("パスワード").FillAsync(who.Password);
        await Button("サインインする").ClickAsync();
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "業務" }).WaitForAsync();
    }

    public void ShouldHaveBeenQuiet() => faults.ShouldBeEmpty();

    public async Task<string> Picture()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName, $"{Guid.NewGuid():N}.png");
        await Page.ScreenshotAsync(new() { Path = file, FullPage = true });
        return file;
    }

    private string? Goes(IRequest request)
    {
        requests.Enqueue(request);
        var address = new Uri(request.Url);
        return address.Scheme is "data" or "blob" || address.Host == "localhost" ? null : $"{request.Url} was asked of another machine";
    }

    private void Note(string? fault)
    {
        if (fault is not null)
            faults.Enqueue(fault);
    }
}
