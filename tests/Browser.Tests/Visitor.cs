using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shirube.Demonstration;
using Shouldly;
using Web.Tests;
using Xunit;

namespace Browser.Tests;

/// <summary>A person in front of a browser, and what went wrong on the way.</summary>
public sealed class Visitor
{
    private const string Focus = """
        async selector => {
          const at = document.activeElement;
          if (!at || at === document.body) return 'visible';
          const style = getComputedStyle(at);
          const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
          const seen = () => {
            const box = at.getBoundingClientRect();
            return box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          };
          // why: a busy machine brings the focus into view many frames later.
          for (const until = performance.now() + 5000; performance.now() < until && !seen();) await new Promise(requestAnimationFrame);
          if (!marked || !seen()) return `${marked ? 'out of view' : 'not marked'}: ${at.outerHTML.slice(0, 120)}`;
          return at.matches(selector) ? 'there' : 'visible';
        }
        """;

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

    public IEnumerable<IRequest> Requests => requests;

    public ILocator Main => Page.Locator("main");
    public ILocator Heading => Page.Locator("h1");

    public async Task Open(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        answer!.Status.ShouldBe(status, path);
    }

    /// <summary>The field with the label, which may be marked as required.</summary>
    public ILocator Field(string label) => Page.GetByLabel(new Regex($"^{Regex.Escape(label)}(必須)?$"));

    /// <summary>Which page of the program answers an address, redirects followed.</summary>
    public async Task<string> PageAt(string path)
    {
        var answer = await Page.APIRequest.GetAsync(path);
        return answer.Headers.TryGetValue(EndpointNames.Header, out var name) ? Uri.UnescapeDataString(name) : "none";
    }

    public ILocator Link(string name) => Main.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First;

    public ILocator Button(string name) => Main.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    /// <summary>Goes to an area of the office by its navigation.</summary>
    public Task Go(string area) => Page.Locator(".office-nav").GetByRole(AriaRole.Link, new() { Name = area, Exact = true }).ClickAsync();

    public Task SignIn(SignIn who) => SignIn(who, City.Office);

    public async Task SignIn(SignIn who, string office)
    {
        await Open($"{office}/sign-in");
        await Field("アカウント名").FillAsync(who.UserName);
        await Field("パスワード").FillAsync(who.Password);
        await Button("サインインする").ClickAsync();
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "業務" }).WaitForAsync();
    }

    /// <summary>Registers on the page an invitation leads to.</summary>
    public async Task Join(SignIn who)
    {
        await Field("アカウント名").FillAsync(who.UserName);
        await Field("パスワード").FillAsync(who.Password);
        await Field("パスワード(もう一度)").FillAsync(who.Password);
        await Button("登録してサインインする").ClickAsync();
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "業務" }).WaitForAsync();
    }

    /// <summary>Presses keys one after the other.</summary>
    public async Task Press(params string[] keys)
    {
        foreach (var key in keys)
            await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses Tab until the focus is on the element; wherever it is on the way, it can be seen.</summary>
    public async Task TabTo(string selector, int most = 150)
    {
        for (var pressed = 0; pressed < most; pressed++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focus = await Page.EvaluateAsync<string>(Focus, selector);
            if (focus == "there")
                return;
            if (focus != "visible")
                throw new ShouldAssertException($"Tab {pressed + 1} on the way to {selector}: the focus is {focus}");
        }
        throw new ShouldAssertException($"{most} times Tab did not reach {selector}");
    }

    public void ShouldHaveBeenQuiet() => faults.ShouldBeEmpty();

    /// <summary>Does something; when it fails, says where and keeps a picture.</summary>
    public async Task Watched(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"At {Page.Url}, picture: {await Picture()}");
            throw;
        }
    }

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
