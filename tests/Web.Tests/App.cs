using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Exchange.Publishing;
using Shirube.Office.Publishing;

namespace Web.Tests;

/// <summary>The whole program on a data folder of its own, with the municipality 奥州市 032158 (or with none, for whoever makes them).</summary>
public sealed partial class App : WebApplicationFactory<Program>
{
    public static readonly MunicipalityCode Code = MunicipalityCode.Parse("032158");
    private const string Password = "とても長い合言葉です2026";
    private readonly ConcurrentDictionary<(Role, string?), string> accounts = new();

    public App() : this("奥州市")
    {
    }

    internal App(string? municipality)
    {
        if (municipality is not null)
            new Catalogue(DataFolder, TimeProvider.System).Create(Code, municipality);
    }

    /// <summary>The faces served: both, office or public.</summary>
    public string Face { get; init; } = "both";

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("shirube-").FullName;

    /// <summary>With the demonstration in it, and what it published.</summary>
    public static async Task<(App App, IReadOnlyList<SignIn> SignIns)> WithTheDemonstration()
    {
        var app = new App(municipality: null);
        var made = await new DemonstrationMunicipality(new Catalogue(app.DataFolder, TimeProvider.System), TimeProvider.System).MakeAsync(CancellationToken.None);
        await app.Publish();
        return (app, made.SignIns);
    }

    /// <summary>Publishes what is in the office database now.</summary>
    public async Task<Published> Publish(string? note = null)
    {
        await using var db = OpenDb();
        return await new Publication(new ReleaseStore(DataFolder), new ReleaseWriter(DataFolder, Clock)).PublishAsync(db, new(Code, "奥州市"), note);
    }

    /// <summary>The program's clock: this machine's unless a test sets it.</summary>
    public SetClock Clock { get; } = new();

    /// <summary>What the program logged as errors.</summary>
    public LoggedErrors Errors { get; } = new();

    public static string Office => $"/office/{Code}";
    public static string Public => $"/{Code}";

    /// <summary>The office database; the caller disposes it.</summary>
    public OfficeDb OpenDb()
    {
        var db = Services.GetRequiredService<Catalogue>().Open(Code);
        db.Change = new(null, "test", null);
        return db;
    }

    /// <summary>Saves aggregates as if a person had entered them.</summary>
    public async Task Given(params Aggregate[] aggregates)
    {
        await using var db = OpenDb();
        db.AddRange(aggregates);
        await db.SaveChangesAsync();
    }

    /// <summary>The user name of a person who holds the role (in the department, made when it is not there), made once.</summary>
    public async Task<(string UserName, string Password)> AccountFor(Role role, string? department = null)
    {
        if (accounts.TryGetValue((role, department), out var known))
            return (known, Password);
        await using var db = OpenDb();
        var unit = department is null ? null : await db.Departments.FirstOrDefaultAsync(d => d.Name == department);
        if (unit is null && department is not null)
            db.Add(unit = Department.Establish(department, new(2020)));
        var person = Person.Join($"{role}の職員");
        person.Assign(role, unit?.Id, new(2020, 4, 1));
        var name = $"user{accounts.Count + 1}";
        var account = new Account(person.Id, name) { NormalizedUserName = name.ToUpperInvariant(), LockoutEnabled = true };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        db.AddRange(person, account);
        await db.SaveChangesAsync();
        accounts[(role, department)] = name;
        return (name, Password);
    }

    /// <summary>Listens on a free port, for a browser; returns the address.</summary>
    public Uri StartOnPort()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", DataFolder);
        builder.UseSetting("face", Face);
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Errors));
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter, EndpointNames>());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
    }
}

/// <summary>Keeps what was logged as an error, for tests that fail to say why.</summary>
public sealed class LoggedErrors : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose() { }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue($"{formatter(state, exception)} {exception}");
}

/// <summary>A clock that tests move: it runs on from the moment it was set to.</summary>
public sealed class SetClock : TimeProvider
{
    private TimeSpan ahead = TimeSpan.Zero;

    public void Set(DateTimeOffset now) => ahead = now - TimeProvider.System.GetUtcNow();

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => TimeProvider.System.GetUtcNow() + ahead;
}

/// <summary>Says in a header which endpoint answered, so that tests know whether all were seen.</summary>
internal sealed class EndpointNames : IStartupFilter
{
    public const string Header = "x-endpoint";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.GetEndpoint() is RouteEndpoint endpoint)
                    context.Response.Headers[Header] = Uri.EscapeDataString(NameOf(endpoint));
                return Task.CompletedTask;
            });
            return rest(context);
        });
        next(app);
    };

    public static string NameOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath ?? $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
}
