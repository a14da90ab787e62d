using System.Text;
using Microsoft.Playwright;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>Pages as they look when a panel is open, when nothing is there yet, and when a form was refused.</summary>
public sealed class States_of_pages(City city)
{
    private static readonly MunicipalityCode Empty = MunicipalityCode.Parse("039977");

    [Theory]
    [InlineData("projects", "views")]
    [InlineData("projects", "conditions")]
    [InlineData("projects?add-field=class", "conditions")]
    [InlineData("projects?add-field=first", "conditions")]
    [InlineData("projects", "columns")]
    [InlineData("projects", "arrange")]
    [InlineData("projects?class.is=一般&words=事業&view={view}", "views")]
    [InlineData("items", "conditions")]
    [InlineData("items", "columns")]
    [InlineData("indicators", "arrange")]
    [InlineData("indicators", "columns")]
    [InlineData("departments", "conditions")]
    [InlineData("departments", "views")]
    public Task A_list_with_an_open_panel_is_open_to_all(string address, string panel) => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/{city.Keys.Fill(address)}");
        foreach (var details in new[] { ".list-quick", $"#{panel}" })
            if (await planner.Page.Locator(details).GetAttributeAsync("open") is null && await planner.Page.Locator($"{details} > summary").IsVisibleAsync())
                await planner.Page.Locator($"{details} > summary").ClickAsync();
        await Expect(planner.Page.Locator($"#{panel} :is(input, select, a):not([type=hidden])").First).ToBeVisibleAsync();
        await planner.ShouldBeOpenToAll(1280, 360);
    }, who: city.Planner);

    [Fact]
    public Task The_preview_of_a_bulk_change_is_open_to_all() => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/projects/bulk?list={Uri.EscapeDataString("?words=こども")}&field=class");
        await planner.Page.Locator("#Form_Value").FillAsync("試しの区分(サンプル)");
        await planner.Page.Locator("#Form_Why").FillAsync("試し");
        await planner.Button("変わるところを確かめる").ClickAsync();
        await Expect(planner.Main).ToContainTextAsync("件が変わります");
        await planner.ShouldBeOpenToAll(1280, 360);
    }, who: city.Planner);

    [Fact]
    public Task The_preview_of_a_table_of_values_is_open_to_all() => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/indicators/values/table?year=2024");
        var table = $"指標の記号,年度,実績,状態,注記\n{city.Keys["indicator"]},令和6年度,1,速報,試し\nnothing,令和6年度,1,速報,\n";
        await planner.Page.Locator("#Upload").SetInputFilesAsync(new FilePayload { Name = "実績.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await planner.Button("読み取って確かめる").ClickAsync();
        await Expect(planner.Main).ToContainTextAsync("「nothing」という記号の指標がありません。");
        await planner.ShouldBeOpenToAll(1280, 360);
    }, who: city.Planner);

    [Theory]
    [InlineData("projects/new")]
    [InlineData("plans/new")]
    [InlineData("plans/{draft}/new-item")]
    [InlineData("indicators/new?project={project}")]
    [InlineData("departments")]
    [InlineData("people")]
    [InlineData("people/moves")]
    [InlineData("indicators/values/table")]
    [InlineData("people/{person}/deputies")]
    [InlineData("calls/new")]
    [InlineData("calls/{call}/due")]
    [InlineData("views/new/projects")]
    [InlineData("releases/new")]
    [InlineData("account/password")]
    [InlineData("imports")]
    public Task A_form_sent_empty_says_what_is_wrong_in_a_way_open_to_all(string address) => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/{city.Keys.Fill(address)}");
        await planner.Page.EvaluateAsync("""
            () => {
              const button = document.querySelector("main form[method=post] .button-main");
              const form = button.form;
              form.noValidate = true;
              for (const field of form.querySelectorAll("input[type=text], input[type=date], input:not([type]), textarea")) field.value = "";
              form.requestSubmit(button);
            }
            """);
        await Expect(planner.Page.Locator("[data-error-summary]")).ToBeFocusedAsync();
        await planner.ShouldBeOpenToAll(1280, 360);
    }, who: city.Planner);

    [Fact]
    public async Task Every_page_of_an_empty_municipality_is_open_to_all()
    {
        var invitation = await city.Found(Empty, "サンプル村", "サンプル 三郎");
        await city.Visit(async planner =>
        {
            await planner.Open(invitation);
            await planner.Join(new SignIn("企画", "saburo", "ゆうやけの橋を八人で渡る"));
            foreach (var address in new[] { "", "first-steps", "projects", "items", "indicators", "indicators/values", "plans", "departments", "people", "people/moves", "reorganizations", "calls", "calls/new", "imports", "releases", "releases/new", "releases/verification", "changes", "views", "search", "invitations", "sign-ins", "projects/bulk?list=" })
            {
                await planner.Open($"/office/{Empty}/{address}");
                await planner.ShouldBeOpenToAll(1280, 360);
            }
            await planner.Open($"/{Empty}/", 404);
            await planner.ShouldBeOpenToAll(1280, 360);
        });
    }
}
