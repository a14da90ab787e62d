using System.Reflection;
using Shouldly;
using Xunit;

namespace Browser.Tests;

public sealed class Pages_of_citizens(City city)
{
    [Theory]
    [InlineData("home", "")]
    [InlineData("plans", "plans")]
    [InlineData("plan", "plan")]
    [InlineData("plan under consultation", "plans/{opened}")]
    [InlineData("item of it", "plans/{plan}/{item}")]
    [InlineData("item", "plan/{item}")]
    [InlineData("strategy", "strategy")]
    [InlineData("goals", "sdgs")]
    [InlineData("goal", "sdgs/3")]
    [InlineData("goal that nothing serves", "sdgs/14")]
    [InlineData("no goal", "sdgs/18", 404)]
    [InlineData("projects", "projects")]
    [InlineData("project", "projects/{project}")]
    [InlineData("years of results", "evaluations")]
    [InlineData("results of a year", "evaluations/{evaluated year}")]
    [InlineData("year without results", "evaluations/1999", 404)]
    [InlineData("sheet of results", "evaluations/{summary year}/{closed sheet}")]
    [InlineData("opinions of an external review", "evaluations/{summary year}?round={closed round}&of=items&list=opinions")]
    [InlineData("no such sheet", "evaluations/{evaluated year}/nowhere", 404)]
    [InlineData("indicator", "indicators/{indicator}")]
    [InlineData("terms", "terms")]
    [InlineData("plans as a whole", "structure")]
    [InlineData("glossary", "glossary")]
    [InlineData("what the next plan changes", "plans/{opened}/compare")]
    [InlineData("process", "process")]
    [InlineData("survey", "surveys/{survey}")]
    [InlineData("data", "data")]
    [InlineData("table of the data", "data/goal_links")]
    [InlineData("releases", "releases")]
    [InlineData("release", "releases/{release}")]
    [InlineData("search", "search?q=サンプル")]
    [InlineData("nothing found", "search?q=ないことば")]
    [InlineData("half an escape in the address", "search?q=100%")]
    [InlineData("as of a day before", "?as-of=2001-01-01", 404)]
    [InlineData("404", "projects/nowhere", 404)]
    [InlineData("unknown address", "nowhere/at/all", 404)]
    public Task A_page_of_citizens_is_open_to_all_on_a_screen_and_on_a_phone(string kind, string address, int status = 200)
    {
        Assert.NotEmpty(kind);
        return city.Look($"{City.Public}/{city.Keys.Fill(address)}", status);
    }

    [Fact]
    public Task Every_page_of_citizens_is_among_them() => city.Visit(async citizen =>
    {
        var seen = new HashSet<string>();
        foreach (var visit in typeof(Pages_of_citizens).GetMethod(nameof(A_page_of_citizens_is_open_to_all_on_a_screen_and_on_a_phone))!.GetCustomAttributes<InlineDataAttribute>())
            seen.Add(await citizen.PageAt($"{City.Public}/{city.Keys.Fill((string)visit.Data[1]!)}"));
        var pages = city.Pages("/Features/Public/");
        pages.Count.ShouldBeGreaterThan(15);
        pages.Except(seen).ShouldBeEmpty("give the new page a visit above");
    });

    [Fact]
    public Task The_page_that_says_that_the_program_failed_is_open_to_all() => city.Visit(async citizen =>
    {
        await citizen.Page.GotoAsync("/failure");
        await citizen.ShouldBeOpenToAll(1280, 360);
    });

    [Fact]
    public Task The_page_of_an_unknown_municipality_is_open_to_all() => city.Visit(async citizen =>
    {
        await citizen.Open("/999997/", 404);
        await citizen.ShouldBeOpenToAll(1280, 360);
    });
}
