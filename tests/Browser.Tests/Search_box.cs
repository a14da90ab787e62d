using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Browser.Tests;

public sealed class Search_box(City city)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public Task Records_are_offered_while_typing_and_chosen_with_the_keyboard(int width) => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/departments");
        var box = planner.Page.GetByRole(AriaRole.Combobox, new() { Name = "すべての記録からさがす" });
        var options = planner.Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option);
        await box.FillAsync("ｺｿﾀﾞﾃ");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await box.FillAsync("ｺﾄﾞﾓ");
        await Assertions.Expect(options).Not.ToHaveCountAsync(0);
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await planner.ShouldBeOpenToAll(width);
        await planner.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await planner.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(options.First).ToBeHiddenAsync();
        (await box.InputValueAsync()).ShouldBe("ｺﾄﾞﾓ");
        await planner.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await planner.Page.Keyboard.PressAsync("ArrowDown");
        await planner.Page.Keyboard.PressAsync("Enter");
        await planner.Page.WaitForURLAsync(url => url.Contains("/departments/", StringComparison.Ordinal) || url.Contains("/projects/", StringComparison.Ordinal));
    }, width, who: city.Planner);

    [Fact]
    public Task Enter_without_a_choice_leads_to_all_that_was_found_and_an_empty_box_offers_what_was_opened() => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/{city.Keys.Fill("projects/{project}")}");
        var name = await planner.Heading.InnerTextAsync();
        var box = planner.Page.GetByRole(AriaRole.Combobox, new() { Name = "すべての記録からさがす" });
        await box.FillAsync("事業");
        await planner.Page.Keyboard.PressAsync("Enter");
        await planner.Page.WaitForURLAsync(url => url.Contains("/search?q=", StringComparison.Ordinal));
        await planner.Page.Locator("main mark").First.WaitForAsync();
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        await planner.Open($"{City.Office}/departments");
        await box.FocusAsync();
        await Assertions.Expect(planner.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync(name.Replace("サンプル", "", StringComparison.Ordinal).Trim()[..5]);
    }, who: city.Planner);

    [Fact]
    public Task Without_script_the_box_leads_to_the_page_of_results() => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/departments");
        await planner.Page.GetByLabel("すべての記録からさがす").FillAsync("こども");
        await planner.Page.Locator(".office-top").GetByRole(AriaRole.Button, new() { Name = "さがす" }).ClickAsync();
        await planner.Page.Locator("main mark").First.WaitForAsync();
    }, script: false, who: city.Planner);
}
