using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

public sealed class Keyboard_only(City city)
{
    [Fact]
    public Task A_clerk_signs_in_and_edits_a_project_without_a_mouse() => city.Visit(async clerk =>
    {
        var keyboard = clerk.Page.Keyboard;
        var key = city.Keys["clerk's project 1"];
        await clerk.Open($"{City.Office}/sign-in");
        await clerk.TabTo("#UserName");
        await keyboard.TypeAsync(city.Clerk.UserName);
        await clerk.TabTo("#Password");
        await keyboard.TypeAsync(city.Clerk.Password);
        await keyboard.PressAsync("Enter");
        await Expect(clerk.Heading).ToHaveTextAsync("私の作業");

        await clerk.TabTo(".office-nav a[href$='/projects']");
        await keyboard.PressAsync("Enter");
        await Expect(clerk.Heading).ToHaveTextAsync("事務事業");
        await clerk.TabTo(".skip", most: 1);
        await keyboard.PressAsync("Enter");
        await Expect(clerk.Main).ToBeFocusedAsync();
        await clerk.TabTo($"main a[href*='/projects/{key}?list=']");
        await keyboard.PressAsync("Enter");
        await clerk.Page.WaitForURLAsync($"**/projects/{key}?list=*");
        await clerk.TabTo($"main a[href*='/projects/{key}/edit']");
        await keyboard.PressAsync("Enter");
        await Expect(clerk.Heading).ToHaveTextAsync("内容を編集する");

        await clerk.TabTo("#Form_PeriodLast");
        await keyboard.TypeAsync("いつか");
        await keyboard.PressAsync("Enter");
        await Expect(clerk.Page.Locator("[data-error-summary]")).ToBeFocusedAsync();
        await clerk.TabTo("[data-error-summary] a", most: 1);
        await keyboard.PressAsync("Enter");
        await Expect(clerk.Page.Locator("#Form_PeriodLast")).ToBeFocusedAsync();
        await Expect(clerk.Page.Locator("#Form_PeriodLast")).ToHaveValueAsync("いつか");
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("令和12");
        await clerk.TabTo("#Form_Means");
        await keyboard.PressAsync("Control+End");
        await keyboard.TypeAsync("キーボードだけで書きました。");
        await clerk.TabTo("main form .button-main");
        await keyboard.PressAsync("Enter");
        await clerk.Page.WaitForURLAsync($"**/projects/{key}?list=*");
        await Expect(clerk.Main).ToContainTextAsync("キーボードだけで書きました。");
        (await clerk.Main.InnerTextAsync()).ShouldContain("令和12年度");
    });
}
