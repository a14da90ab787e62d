using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Features.Office;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Routes;

/// <summary>Every address of the office, asked by every role for a record of the own and of another department, and by strangers.</summary>
public sealed partial class PermissionMatrixTests(App app) : IClassFixture<App>
{
    private static readonly MunicipalityCode Neighbour = MunicipalityCode.Parse("032018");

    // why: what these show belongs to a department.
    private static readonly string[] OfDepartments = ["projects/{key}", "indicators/{key}"];

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task Every_address_answers_a_role_as_the_table_of_permissions_says(Role role)
    {
        var city = await MatrixCity.Of(app);
        var token = await SignInWithToken(role);
        var entries = await Entries();
        var (wrong, asked, allowed) = (new List<string>(), 0, new List<(OfficeRoute, IReadOnlyDictionary<string, string>)>());
        foreach (var route in (await OfficeRoute.Of(app)).Where(r => r.Operations.Count > 0))
            foreach (var own in new[] { true, false })
            {
                var records = own ? city.Own : city.Other;
                if (May(role, route, own) && route.Method != "GET")
                {
                    allowed.Add((route, records));
                    continue;
                }
                asked++;
                var status = await Ask(route, route.Address(records), token);
                if (May(role, route, own) ? status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || (int)status >= 500 : status != HttpStatusCode.Forbidden)
                    wrong.Add($"{role} {(own ? "own" : "other")} {route}: {(int)status}, may {May(role, route, own)}");
            }
        asked.ShouldBeGreaterThan(60);
        wrong.ShouldBeEmpty();
        (await Entries()).ShouldBe(entries, "what was refused left its trace");

        // why: last, because they may change the city: an empty form with a version that is none is bad input, never a failure of the program.
        foreach (var (route, records) in allowed)
            if (await Ask(route, route.Address(records), token) is var status && (status is HttpStatusCode.Forbidden || (int)status >= 500))
                wrong.Add($"{role} {route} with a bad form: {(int)status}");
        wrong.ShouldBeEmpty(string.Join('\n', app.Errors.All.Take(3)));
    }

    [Fact]
    public async Task Nobody_gets_past_the_sign_in_without_signing_in()
    {
        var city = await MatrixCity.Of(app);
        await Refused(app.NewBrowser(), city.Own, App.Code);
    }

    [Fact]
    public async Task The_planner_of_one_municipality_is_nobody_in_another()
    {
        var city = await MatrixCity.Of(app);
        var catalogue = new Catalogue(app.DataFolder, TimeProvider.System);
        if (catalogue.Find(Neighbour) is null)
            catalogue.Create(Neighbour, "となりの市(サンプル)");
        await app.SignInAs(Role.PlanningOffice);
        (await app.Browser.GetAsync($"{App.Office}/projects")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Refused(app.Browser, city.Own, Neighbour);
    }

    [Fact]
    public async Task The_matrix_knows_a_record_for_every_address()
    {
        var city = await MatrixCity.Of(app);
        var records = (await OfficeRoute.Of(app)).Where(r => r.Operations.Count > 0).SelectMany(r => r.Records).Distinct().ToList();
        records.ShouldNotBeEmpty();
        records.Where(r => !city.Own.ContainsKey(r) || !city.Other.ContainsKey(r)).ShouldBeEmpty("say in MatrixCity which record stands there");
    }

    // why: counted from the code and not from the routes, so that a form or a download which the matrix overlooks is missed here.
    [Fact]
    public async Task Every_form_and_every_download_of_every_page_stands_in_the_matrix()
    {
        var written = typeof(StartPage).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(PageModel)) && t.Namespace!.StartsWith(typeof(StartPage).Namespace!, StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods().Select(m => Handler().Match(m.Name)).Where(m => m.Success).Select(m => $"{m.Groups[1].Value.ToUpperInvariant()} {m.Groups[2].Value}").Distinct()).Where(h => h != "GET ").Order(StringComparer.Ordinal).ToList();
        var asked = (await OfficeRoute.Of(app)).Where(r => r.Method != "GET" || r.Handler is not null).Select(r => $"{r.Method} {r.Handler}").Order(StringComparer.Ordinal).ToList();
        written.Count.ShouldBeGreaterThan(60);
        asked.ShouldBe(written);
    }

    [Fact]
    public async Task A_form_on_a_page_that_all_may_read_says_for_which_operation_it_is()
    {
        var forms = (await OfficeRoute.Of(app)).Where(r => r.Method != "GET").ToList();
        forms.ShouldNotBeEmpty();
        forms.Where(r => r.Operations is [Operation.Read]).ShouldBeEmpty("state [ChangesNeed(…)]; Operation.Read where everybody changes only what is their own");
    }

    private async Task Refused(HttpClient browser, IReadOnlyDictionary<string, string> records, MunicipalityCode where)
    {
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var route in (await OfficeRoute.Of(app)).Where(r => r.Operations.Count > 0))
        {
            using var request = new HttpRequestMessage(new(route.Method), $"/office/{where}/{route.Address(records)}") { Content = route.Method == "GET" ? null : new FormUrlEncodedContent([]) };
            var response = await browser.SendAsync(request);
            asked++;
            if (response.StatusCode != HttpStatusCode.Redirect || response.Headers.Location?.ToString().Contains($"/office/{where}/sign-in", StringComparison.Ordinal) != true)
                wrong.Add($"{route}: {(int)response.StatusCode} {response.Headers.Location}");
        }
        asked.ShouldBeGreaterThan(30);
        wrong.ShouldBeEmpty();
    }

    private static bool May(Role role, OfficeRoute route, bool own) => route.Operations.All(operation => Permissions.ScopeOf(role, operation) switch
    {
        Scope.All => true,
        Scope.OwnDepartment => own || !route.Records.Any(r => OfDepartments.Contains(r)),
        _ => false,
    });

    private async Task<HttpStatusCode> Ask(OfficeRoute route, string address, string token)
    {
        using var request = new HttpRequestMessage(new(route.Method), $"{App.Office}/{address}");
        if (route.Method != "GET")
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Version", "no number")]);
        return (await app.Browser.SendAsync(request)).StatusCode;
    }

    private async Task<string> SignInWithToken(Role role)
    {
        await app.SignInAs(role, role is Role.Entrant or Role.DepartmentHead ? OfficeCity.Own : null);
        return (await app.Get($"{App.Office}/")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]").ShouldNotBeNull().Value;
    }

    private async Task<int> Entries()
    {
        await using var db = app.OpenDb();
        return await db.ChangeEntries.CountAsync();
    }

    [GeneratedRegex("^On(Get|Post|Put|Patch|Delete)([A-Z][A-Za-z]*?)?(?:Async)?$")]
    private static partial Regex Handler();
}
