using System.Collections.Concurrent;
using Browser.Tests;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Office.Jobs;
using Shirube.Office.Organization;
using Shirube.Office.Publishing;
using Web.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(City))]

namespace Browser.Tests;

/// <summary>The program on a port with the demonstration municipality published, and one browser. All tests share both.</summary>
public sealed class City : IAsyncLifetime
{
    private const int Patience = 30_000;
    private const string Chromium = "/usr/bin/chromium";

    // why: as root the sandbox does not start, and a browser that looks for its updates asks other machines.
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly App app = new(null);
    private readonly ConcurrentDictionary<SignIn, Lazy<Task<string>>> cookies = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<Visitor>> lookers = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static MunicipalityCode Code => DemonstrationMunicipality.Code;
    public static string Office => App.Office;
    public static string Public => App.Public;

    public Uri Address { get; private set; } = null!;
    public SignIn Planner { get; private set; } = null!;
    public SignIn Clerk { get; private set; } = null!;
    public Keys Keys { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            throw new InvalidOperationException("Chromium is not installed: apt-get install chromium (./test does it).");
        var catalogue = new Catalogue(app.DataFolder, TimeProvider.System);
        var made = await new DemonstrationMunicipality(catalogue, TimeProvider.System).MakeAsync(CancellationToken.None);
        (Planner, Clerk) = (made.SignIns[0], made.SignIns[1]);
        var release = await Publish("見本の最初の公表");
        await using (var db = catalogue.Open(Code))
            Keys = await Keys.Read(db, release);

        Address = new UriBuilder(app.StartOnPort()) { Host = "localhost" }.Uri;
        // why: machines that run tests are busy; nothing here takes a tenth of this on an idle one.
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
        Keys = Keys.With(await Preparation.Of(this));
    }

    /// <summary>A new, empty municipality and the link that invites its first person.</summary>
    public async Task<string> Found(MunicipalityCode code, string name, string planner)
    {
        var catalogue = app.Services.GetRequiredService<Catalogue>();
        catalogue.Create(code, name);
        await using var db = catalogue.Open(code);
        db.Change = new(null, "invite", null);
        var invited = await new Invitations(db, TimeProvider.System).Invite(planner, "planning-office", null);
        await db.SaveChangesAsync();
        return invited.Path(code);
    }

    /// <summary>Publishes what the office of the demonstration municipality holds now.</summary>
    public async Task<string> Publish(string note)
    {
        await using var db = new Catalogue(app.DataFolder, TimeProvider.System).Open(Code);
        return (await new Publication(new ReleaseStore(app.DataFolder), new ReleaseWriter(app.DataFolder, TimeProvider.System)).PublishAsync(db, new(Code, "奥州市"), note)).Release;
    }

    /// <summary>The pages of the program, by where they lie.</summary>
    public IReadOnlyList<string> Pages(string folder) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath).OfType<string>().Where(p => p.StartsWith(folder, StringComparison.Ordinal)).Distinct()];

    /// <summary>Invites somebody, without being asked to.</summary>
    public async Task<string> Invite(string name)
    {
        await using var db = app.OpenDb();
        var invited = await new Invitations(db, TimeProvider.System).Invite(name, "reader", null);
        await db.SaveChangesAsync();
        return invited.Token;
    }

    /// <summary>Gives the office work to do, as a page would.</summary>
    public Task<Guid> Queue(string kind, string payload) => app.Services.GetRequiredService<JobQueue>().QueueAsync(Code, kind, payload, null);

    /// <summary>A sending of reminders that waits for tomorrow.</summary>
    public Task<string> Remind() => Ask(async db =>
    {
        var run = ReminderRun.OfDay(new(2026, 6, 1), DateTime.UtcNow, TimeSpan.FromDays(1));
        await new ReminderTable(db).MakeAsync(run, [Reminder.To(run, (await db.People.FirstAsync()).Id, "mihon@example.lg.jp", 2)]);
        return run.Key.Value;
    });

    /// <summary>What the office of the demonstration municipality knows.</summary>
    public async Task<T> Ask<T>(Func<OfficeDb, Task<T>> question)
    {
        await using var db = app.OpenDb();
        return await question(db);
    }

    /// <summary>Somebody visits with a browser of their own. Afterwards: nothing was asked of another machine, nothing failed, nothing stands on the console.</summary>
    public async Task Visit(Func<Visitor, Task> journey, int width = 1280, bool script = true, SignIn? who = null)
    {
        await using var context = await NewContext(width, script, who is null ? null : await CookiesOf(who));
        var visitor = new Visitor(await context.NewPageAsync());
        await visitor.Watched(() => journey(visitor));
        visitor.ShouldHaveBeenQuiet();
    }

    /// <summary>Opens a page as somebody who has looked at others before, in a browser that stays open, and changes nothing there.</summary>
    public async Task Look(string address, int status, SignIn? who = null)
    {
        var waiting = lookers.GetOrAdd(who?.UserName ?? "", _ => []);
        if (!waiting.TryTake(out var visitor))
            visitor = new(await (await NewContext(1280, script: true, who is null ? null : await CookiesOf(who))).NewPageAsync());
        await visitor.Watched(async () =>
        {
            await visitor.Open(address, status);
            await visitor.ShouldBeOpenToAll(1280, 360);
            visitor.ShouldHaveBeenQuiet();
        });
        waiting.Add(visitor);
    }

    private async Task<IBrowserContext> NewContext(int width, bool script, string? cookies)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(), Locale = "ja-JP", TimezoneId = "Asia/Tokyo", JavaScriptEnabled = script, AcceptDownloads = true,
            ViewportSize = new() { Width = width, Height = 800 }, StorageState = cookies,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    private Task<string> CookiesOf(SignIn who) => cookies.GetOrAdd(who, signIn => new(() => SignInOnce(signIn))).Value;

    private async Task<string> SignInOnce(SignIn who)
    {
        await using var context = await NewContext(1280, script: true, cookies: null);
        await new Visitor(await context.NewPageAsync()).SignIn(who);
        return await context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await app.DisposeAsync();
    }
}
