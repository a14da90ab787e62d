using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

public sealed class Two_people(City city)
{
    [Fact]
    public Task Two_people_edit_one_project_and_the_second_chooses_between_both_texts_with_nothing_lost() => city.Visit(planner => city.Visit(async clerk =>
    {
        var address = $"{City.Office}/projects/{city.Keys["clerk's project 2"]}/edit";
        await planner.Open(address);
        await clerk.Open(address);
        await planner.Field("概要").FillAsync("企画が書いた概要。");
        await planner.Field("対象").FillAsync("企画が書いた対象。");
        await planner.Button("保存する").ClickAsync();
        await Expect(planner.Main).ToContainTextAsync("企画が書いた概要。");

        await clerk.Field("概要").FillAsync("所管課が書いた概要。");
        await clerk.Field("意図").FillAsync("所管課が書いた意図。");
        await clerk.Button("保存する").ClickAsync();
        await Expect(clerk.Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("ほかの人が先に保存しました");
        foreach (var text in new[] { "企画が書いた概要。", "所管課が書いた概要。", "企画が書いた対象。", "所管課が書いた意図。" })
            await Expect(clerk.Main.GetByText(text)).ToBeVisibleAsync();
        await clerk.ShouldBeOpenToAll(1280, 360, 1280);

        await clerk.Main.GetByRole(AriaRole.Radio, new() { Name = "自分の入力" }).CheckAsync();
        await clerk.Button("この内容で保存する").ClickAsync();
        foreach (var text in new[] { "所管課が書いた概要。", "企画が書いた対象。", "所管課が書いた意図。" })
            await Expect(clerk.Main.Locator(".facts").First).ToContainTextAsync(text);
        await Expect(clerk.Main.Locator(".history").First).ToContainTextAsync("企画が書いた概要。");
    }, who: city.Clerk), who: city.Planner);
}
