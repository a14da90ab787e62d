using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shouldly;

namespace Web.Tests.Accounts;

/// <summary>An app whose clock stands at a chosen hour, and what people do with their accounts in it.</summary>
public sealed partial class AccountCity : IAsyncDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 0, 0, 10, TimeSpan.Zero);

    public AccountCity() => App.Clock.Set(Morning);

    public App App { get; } = new();

    public static string Page(string path) => $"{App_Office}/{path}";

    private static string App_Office => Web.Tests.App.Office;

    public async Task<Account> AccountOf(string userName)
    {
        await using var db = App.OpenDb();
        return await db.Accounts.AsNoTracking().SingleAsync(a => a.UserName == userName);
    }

    public async Task<Person> PersonOf(string userName)
    {
        await using var db = App.OpenDb();
        return await db.People.AsNoTracking().SingleAsync(p => db.Accounts.Any(a => a.PersonId == p.Id && a.UserName == userName));
    }

    public async Task<List<SignInEntry>> Log(string? userName = null)
    {
        await using var db = App.OpenDb();
        var account = userName is null ? null : (await db.Accounts.SingleAsync(a => a.UserName == userName)).Id as Guid?;
        return await db.SignIns.AsNoTracking().Where(s => s.AccountId == account).OrderBy(s => s.AtUtc).ThenBy(s => s.Id).ToListAsync();
    }

    /// <summary>Whoever is signed in sets up the second factor; the key as the page shows it, and the recovery codes.</summary>
    public async Task<(string Key, IReadOnlyList<string> Codes)> SetUpSecondFactor()
    {
        var page = await App.Get(Page("account/second-factor"));
        var key = KeyOn(page);
        var form = FilledForm.On(page, "#on", new { Code = TimeCode.At(key, TimeCode.StepOf(App.Clock.GetUtcNow())) });
        var done = await Web.Tests.App.Parse(await App.Browser.PostAsync(new Uri(new Uri(page.Url), form.Action), form.Content()));
        var codes = done.QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent).ToList();
        codes.Count.ShouldBe(SecondFactors.Codes, done.Body?.TextContent.Trim());
        return (key, codes);
    }

    public static string KeyOn(IHtmlDocument page) => White().Replace(page.QuerySelector(".key-text").ShouldNotBeNull(page.Body?.TextContent).TextContent, "");

    /// <summary>A browser that has passed the first step; what the second step answers.</summary>
    public async Task<IHtmlDocument> PasswordStep(HttpClient browser, string userName, string password)
    {
        var page = await Web.Tests.App.Parse(await browser.GetAsync(Page("sign-in")));
        var form = FilledForm.On(page, null, new { UserName = userName, Password = password });
        return await Follow(browser, await browser.PostAsync(new Uri(new Uri(page.Url), form.Action), form.Content()));
    }

    public async Task<IHtmlDocument> CodeStep(HttpClient browser, IHtmlDocument page, string code)
    {
        var form = FilledForm.On(page, null, new { Code = code });
        return await Follow(browser, await browser.PostAsync(new Uri(new Uri(page.Url), form.Action), form.Content()));
    }

    public static async Task<IHtmlDocument> Follow(HttpClient browser, HttpResponseMessage response)
    {
        while ((int)response.StatusCode is 302)
            response = await browser.GetAsync(new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!));
        return await Web.Tests.App.Parse(response);
    }

    public string CodeNow(string key, int stepsAway = 0) => TimeCode.At(key, TimeCode.StepOf(App.Clock.GetUtcNow()) + stepsAway);

    public static bool IsIn(IHtmlDocument page) => page.QuerySelector(".office-nav") is not null;

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [GeneratedRegex(@"\s")]
    private static partial Regex White();
}
