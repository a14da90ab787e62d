using System.Reflection;
using Shouldly;
using Xunit;

namespace Browser.Tests;

public sealed class Pages_of_staff(City city)
{
    // why: visited where somebody has a second factor, in Accounts_of_staff.
    private static readonly string[] OfJourneys = ["/Features/Office/Organization/SignInCode.cshtml", "/Features/Office/Organization/Accounts/RecoveryCodes.cshtml"];

    // why: these show nothing of their own: they lead on to another page, or answer data.
    private static readonly string[] LeadOn = ["/Features/Office/Projects/Calls/NextEntry.cshtml", "/Features/Office/Lists/OpenView.cshtml", "/Features/Office/Search/Suggest.cshtml", "/Features/Office/Lists/Choices.cshtml", "/Features/Office/Plans/CompareFile.cshtml", "/Features/Office/Plans/BookFile.cshtml", "/Features/Office/Plans/ChartFile.cshtml", "/Features/Office/Links/MatrixFile.cshtml", "/Features/Office/Links/GoalMatrixFile.cshtml", "/Features/Office/Plans/FigurePicture.cshtml", "/Features/Office/Evaluation/Rounds/RoundCalendar.cshtml", "/Features/Office/Evaluation/Results/ResultTableFile.cshtml", "/Features/Office/Evaluation/Effects/EffectTableFile.cshtml", "/Features/Office/Evaluation/Documents/SheetFile.cshtml"];

    [Fact]
    public async Task Every_page_of_the_office_is_among_them()
    {
        var seen = new HashSet<string>(OfJourneys.Concat(LeadOn));
        await city.Visit(async planner =>
        {
            foreach (var address in OfficePages.Addresses)
                seen.Add(await planner.PageAt($"{City.Office}/{city.Keys.Fill(address)}"));
        }, who: city.Planner);
        await city.Visit(async stranger =>
        {
            foreach (var address in Doors)
                seen.Add(await stranger.PageAt(city.Keys.Fill(address)));
        });
        var pages = city.Pages("/Features/Office/").Concat(city.Pages("/Features/Doors/")).ToList();
        pages.Count.ShouldBeGreaterThan(70);
        pages.Except(seen).ShouldBeEmpty("give the new page a visit in the class of its area");
    }

    private static IEnumerable<string> Doors =>
        typeof(Pages_of_staff).GetMethod(nameof(The_doors_of_the_office_are_open_to_all))!.GetCustomAttributes<InlineDataAttribute>().Select(d => (string)d.Data[0]!);

    [Fact]
    public Task A_refused_save_is_open_to_all_and_keeps_what_was_typed() => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/{city.Keys.Fill("projects/{project}/edit")}");
        await planner.Field("終了年度").FillAsync("いつか");
        await planner.Button("保存する").ClickAsync();
        await planner.Page.Locator("[data-error-summary]").WaitForAsync();
        await planner.ShouldBeOpenToAll(1280, 360);
        Assert.Equal("いつか", await planner.Field("終了年度").InputValueAsync());
    }, who: city.Planner);

    [Theory]
    [InlineData("/office/", 200)]
    [InlineData("/office/032158/sign-in", 200)]
    [InlineData("/office/032158/invitation/neverwritten", 200)]
    [InlineData("/office/032158/invitation/{invitation}", 200)]
    public Task The_doors_of_the_office_are_open_to_all(string address, int status) => city.Visit(async stranger =>
    {
        await stranger.Open(city.Keys.Fill(address), status);
        await stranger.ShouldBeOpenToAll(1280, 360);
    });
}
