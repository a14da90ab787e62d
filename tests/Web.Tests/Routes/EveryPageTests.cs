using System.Text;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Ui.Hosting;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Routes;

/// <summary>Walks both faces of the demonstration by their links, as the planner and as a citizen.</summary>
public sealed class EveryPageTests : IAsyncLifetime
{
    private const int VisitsOfOnePage = 3;

    // why: no link leads to these: they answer what went wrong, or a letter, are passed while work runs, are for who has a second factor, stand only where something was changed, or stand only where several municipalities have published.
    private static readonly string[] Unlinked = ["/Features/Office/Projects/Calls/NextEntry.cshtml", "/Features/Any/Failure.cshtml", "/Features/Root/Missing.cshtml", "/Features/Public/Common/NotFound.cshtml", "/Features/Office/Common/Answer.cshtml", "/Features/Office/Organization/Invitation.cshtml", "/Features/Office/Organization/SignInCode.cshtml", "/Features/Office/Organization/Accounts/RecoveryCodes.cshtml", "/Features/Office/Organization/SignOut.cshtml", "/Features/Office/Lists/OpenView.cshtml", "/Features/Office/Projects/Import/ImportWork.cshtml", "/Features/Root/Municipalities.cshtml",
        "/Features/Office/Search/Suggest.cshtml", "/Features/Office/Lists/Choices.cshtml", "/Features/Office/Projects/ProjectPutBack.cshtml", "/Features/Office/Evaluation/EvaluationPutBack.cshtml", "/Features/Office/Indicators/IndicatorPutBack.cshtml", "/Features/Office/Plans/PlanPutBack.cshtml", "/Features/Office/Plans/ItemPutBack.cshtml", "/Features/Office/Organization/DepartmentPutBack.cshtml"];

    private readonly Dictionary<string, int> visits = [];
    private readonly Dictionary<string, int> shapes = [];
    private readonly List<string> faults = [];
    private App app = null!;
    private (string UserName, string Password) planner;

    public async ValueTask InitializeAsync()
    {
        (app, var signIns) = await App.WithTheDemonstration();
        planner = (signIns[0].UserName, signIns[0].Password);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Every_page_can_be_reached_by_links_and_is_shown_in_its_own_face()
    {
        await Walk("/", "/032158/", "/nowhere", "/032158/nowhere", "/failure", "/office/", "/office/032158/sign-in", "/office/032158/invitation/nothing");
        await app.SignInWith(planner.UserName, planner.Password);
        await PrepareApril();
        await using (var db = app.OpenDb())
            await FilledCity.Reminded(db, app);
        await app.SendForm($"{App.Office}/views/new/projects?class.is=一般", Answers.Of(("Form.Name", "一般の事業")));
        // why: a kind of page is visited three times only, and most plans have one edition.
        await Walk([.. await BringAFileIn(), await PlanWithAlternatives(), "/office/032158/", "/office/032158/nowhere"]);

        faults.ShouldBeEmpty(string.Join('\n', app.Errors.All.Take(3)));
        var pages = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(EndpointNames.NameOf).ToHashSet();
        pages.Count.ShouldBeGreaterThan(20);
        pages.Except(visits.Keys).Except(Unlinked).ShouldBeEmpty("no link leads to these pages");
    }

    private async Task<string> PlanWithAlternatives()
    {
        await using var db = app.OpenDb();
        return $"{App.Office}/plans/{await db.Plans.Where(p => db.Editions.Count(e => e.PlanId == p.Id) > 1).Select(p => p.Key).SingleAsync(TestContext.Current.CancellationToken)}";
    }

    [Theory]
    [InlineData("office", "/032158/")]
    [InlineData("public", "/office/032158/sign-in")]
    [InlineData("public", "/office/")]
    public async Task A_face_that_is_not_served_is_not_there(string face, string path)
    {
        await using var alone = new App { Face = face };
        (await alone.Browser.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A reorganization and a transfer, both not yet carried out.</summary>
    private async Task PrepareApril()
    {
        await app.SendForm($"{App.Office}/reorganizations", new { }, "#new");
        await app.SendForm($"{App.Office}/people/moves", new { Upload = new ChosenFile("異動.csv", Encoding.UTF8.GetBytes("氏名,部課,役割,異動\n新人 一郎,こども家庭課,入力担当,新規\n")) }, "#upload");
    }

    /// <summary>The pages of one import: its mapping, its preview, its result.</summary>
    private async Task<string[]> BringAFileIn()
    {
        var mapping = await Done(await app.SendForm($"{App.Office}/imports", new { Upload = new ChosenFile("一覧.csv", Encoding.UTF8.GetBytes("番号,事務事業名,担当課,令和6年度事業費(千円)\n901,試しの事業,こども家庭課,100\n")) }));
        var preview = mapping.Url.Replace("/mapping", "", StringComparison.Ordinal);
        var result = await Done(await app.SendForm(preview, new { }, "main form.sticky-bar"));
        return [.. new[] { mapping.Url, preview, result.Url }.Select(u => new Uri(u).PathAndQuery)];
    }

    private async Task<IHtmlDocument> Done(IHtmlDocument page)
    {
        for (var looks = 0; looks < 300 && page.QuerySelector("[data-progress]") is not null; looks++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await app.Get(page.Url);
        }
        page.QuerySelector("[data-progress]").ShouldBeNull("the work did not end");
        return page;
    }

    private async Task Walk(params string[] starts)
    {
        var open = new Queue<(string Path, string From)>(starts.Select(s => (s, "start")));
        var seen = starts.ToHashSet();
        while (open.TryDequeue(out var next))
        {
            var response = await app.Follow(await app.Browser.GetAsync(next.Path));
            var endpoint = response.Headers.TryGetValues(EndpointNames.Header, out var names) ? Uri.UnescapeDataString(names.Single()) : "none";
            var times = visits[endpoint] = visits.GetValueOrDefault(endpoint) + 1;
            if (Fault(response, next.From) is { } status)
                faults.Add($"{next.Path} (from {next.From}): {status}");
            if (times > VisitsOfOnePage || response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await App.Parse(response);
            faults.AddRange(Faults(page, endpoint).Select(f => $"{next.Path} ({endpoint}): {f}"));
            foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Select(a => a.Href).Where(h => h.StartsWith("http://localhost/", StringComparison.Ordinal)).Select(h => new Uri(h).PathAndQuery))
                if (seen.Add(link) && (shapes[ShapeOf(link)] = shapes.GetValueOrDefault(ShapeOf(link)) + 1) <= VisitsOfOnePage)
                    open.Enqueue((link, next.Path));
        }
    }

    // why: of a hundred projects three tell as much as all.
    private static string ShapeOf(string link) =>
        string.Join('/', link.Split('?')[0].Split('/').Select((part, i) => i > 3 && part.Any(char.IsAsciiDigit) || i == 3 && !link.StartsWith("/office", StringComparison.Ordinal) ? "*" : part))
        + string.Join('&', (link.Split('?') is [_, var query] ? query : "").Split('&').Select(q => q.Split('=')[0]));

    private static string? Fault(HttpResponseMessage response, string from) =>
        (int)response.StatusCode >= 500 || (from != "start" && !response.IsSuccessStatusCode) ? $"{(int)response.StatusCode}" : null;

    private static IEnumerable<string> Faults(IHtmlDocument page, string endpoint)
    {
        var isOffice = page.QuerySelector("meta[name=robots][content=noindex]") is not null;
        var isPublic = page.QuerySelector(".site-nav") is not null;
        if (endpoint.StartsWith("/Features/", StringComparison.Ordinal) && (isOffice, isPublic) != Marks(FaceConvention.FaceOf(endpoint), (isOffice, isPublic)))
            yield return "the layout of another face";
        if (page.QuerySelectorAll("h1").Length != 1)
            yield return $"{page.QuerySelectorAll("h1").Length} headings of the first order";
        if (page.QuerySelectorAll("main").Length != 1)
            yield return "no main part";
        if (string.IsNullOrWhiteSpace(page.Title))
            yield return "no title";
        foreach (var id in page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1))
            yield return $"the id {id.Key} stands {id.Count()} times";
        // why: the wide space alone is always written as a code.
        if (page.Source.Text.Replace("&#x3000;", "", StringComparison.Ordinal).Contains("&#x3", StringComparison.Ordinal))
            yield return "Japanese written as character codes";
    }

    private static (bool, bool) Marks(Face? face, (bool, bool) any) => face switch
    {
        Face.Office => (true, false),
        Face.Public => (false, true),
        Face.Root => (false, false),
        _ => any,
    };
}
