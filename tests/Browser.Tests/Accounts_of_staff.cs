using Microsoft.Playwright;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shirube.Office.Organization;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

public sealed class Accounts_of_staff(City city)
{
    private static readonly MunicipalityCode Code = MunicipalityCode.Parse("039985");
    private static readonly SignIn Planner = new("企画", "jiro", "みどりの丘に七つの井戸がある");

    [Fact]
    public async Task An_invited_person_sets_up_a_second_factor_and_signs_in_with_it_by_keyboard_alone()
    {
        var invitation = await city.Found(Code, "サンプル市", "サンプル 二郎");
        await city.Visit(async planner =>
        {
            await planner.Open(invitation);
            await planner.TabTo("#UserName");
            await planner.Page.Keyboard.TypeAsync(Planner.UserName);
            await planner.TabTo("#Password");
            await planner.Page.Keyboard.TypeAsync(Planner.Password);
            await planner.TabTo("#Again");
            await planner.Page.Keyboard.TypeAsync(Planner.Password);
            await planner.Page.Keyboard.PressAsync("Enter");
            await Expect(planner.Heading).ToHaveTextAsync("二段階の確認");
            var key = await SetUp(planner);
            var codes = await planner.Page.Locator(".recovery-codes code").AllInnerTextsAsync();
            codes.Count.ShouldBe(SecondFactors.Codes);
            await planner.Open($"/office/{Code}/account/recovery-codes");
            await planner.ShouldBeOpenToAll(1280, 360);
            await planner.Page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
            await SignIn(planner, key, codes[0]);
        });
    }

    [Fact]
    public Task Whoever_types_is_warned_before_the_session_ends_and_goes_on() => city.Visit(async planner =>
    {
        await planner.Page.Clock.InstallAsync();
        await planner.Open($"{City.Office}/account/password");
        await planner.Page.Clock.FastForwardAsync("54:00");
        (await planner.Page.Locator(".session-note").CountAsync()).ShouldBe(0);
        await planner.Page.Clock.FastForwardAsync("01:30");
        await Expect(planner.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("サインインが切れます。");
        await planner.ShouldBeOpenToAll(1280, 360);
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "サインインを続ける" }).ClickAsync();
        await Expect(planner.Page.Locator(".session-note")).ToHaveCountAsync(0);
        await planner.Open($"{City.Office}/changes");
        await planner.Page.Clock.FastForwardAsync("59:00");
        (await planner.Page.Locator(".session-note").CountAsync()).ShouldBe(0, "nothing can be typed there");
    }, who: city.Planner);

    private static async Task<string> SetUp(Visitor planner)
    {
        await planner.Page.GetByText("読み取れないときは").ClickAsync();
        await planner.ShouldBeOpenToAll(1280, 360);
        var key = (await planner.Page.Locator(".key-text").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await planner.TabTo("#Code");
        await planner.Page.Keyboard.TypeAsync(TimeCode.At(key, TimeCode.StepOf(TimeProvider.System.GetUtcNow())));
        await planner.Page.Keyboard.PressAsync("Enter");
        await Expect(planner.Heading).ToHaveTextAsync("予備コード");
        await planner.ShouldBeOpenToAll(1280, 360);
        await Expect(planner.Button("印刷する")).ToBeVisibleAsync();
        return key;
    }

    private static async Task SignIn(Visitor planner, string key, string recoveryCode)
    {
        await planner.TabTo("#UserName");
        await planner.Page.Keyboard.TypeAsync(Planner.UserName);
        await planner.TabTo("#Password");
        await planner.Page.Keyboard.TypeAsync(Planner.Password);
        await planner.Page.Keyboard.PressAsync("Enter");
        await Expect(planner.Heading).ToHaveTextAsync("確認コードを入力する");
        await planner.TabTo("#Code");
        // why: the code of this moment may be the one that set the factor up; no code counts twice.
        await planner.Page.Keyboard.TypeAsync(TimeCode.At(key, TimeCode.StepOf(TimeProvider.System.GetUtcNow()) - 20));
        await planner.Page.Keyboard.PressAsync("Enter");
        await Expect(planner.Page.Locator("[data-error-summary]")).ToBeFocusedAsync();
        await planner.ShouldBeOpenToAll(1280, 360);
        await planner.TabTo("#Code");
        await planner.Page.Keyboard.TypeAsync(recoveryCode);
        await planner.Page.Keyboard.PressAsync("Enter");
        await Expect(planner.Heading).ToHaveTextAsync("私の作業");
    }
}
