using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Demonstration;
using Xunit;

namespace Web.Tests.Lists;

/// <summary>The invented municipality of 2,000 projects, spoken to over HTTP as its planner. Made once for the tests of a class.</summary>
public sealed class LargeCity : IAsyncLifetime
{
    private readonly App app = new(municipality: null);

    public static string Office => $"/office/{SampleSize.Huge.Code}";

    public HttpClient Browser => app.Browser;

    public async ValueTask InitializeAsync()
    {
        var made = await new LargeSampleMunicipality(new Catalogue(app.DataFolder, TimeProvider.System), TimeProvider.System, SampleSize.Huge).MakeAsync(CancellationToken.None);
        var planner = made.SignIns[0];
        await app.SignInWith(planner.UserName, planner.Password, Office);
    }

    public OfficeDb OpenDb()
    {
        var db = new Catalogue(app.DataFolder, TimeProvider.System).Open(SampleSize.Huge.Code);
        db.Change = new(null, "test", null);
        return db;
    }

    public Task<IHtmlDocument> Get(string path) => app.Get(path);

    public Task<IHtmlDocument> SendForm(string path, object answers) => app.SendForm(path, answers);

    /// <summary>The list of projects after a word was typed into the field of that name and the form was sent.</summary>
    public Task<IHtmlDocument> Typed(string field, string word) => app.Get($"{Office}/projects?words=&department.within=&{field}=&{field}={Uri.EscapeDataString(word)}&class.is=");

    /// <summary>An item of the lowest level whose number and title no other has.</summary>
    public async Task<(string Key, string Code, string Title)> Item()
    {
        await using var db = OpenDb();
        var items = await db.PlanItems.Where(i => i.Code != null).Select(i => new { i.Key, i.Code, i.Title }).ToListAsync();
        var one = items.Where(i => i.Code!.Count(c => c == '-') == 2).GroupBy(i => i.Title).First(g => g.Count() == 1).Single();
        return (one.Key.Value, one.Code!, one.Title);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
