using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

public sealed class Unsaved_words(City city)
{
    [Fact]
    public Task What_a_planner_typed_is_kept_without_a_click_and_continued_after_the_window_was_closed() => city.Visit(async planner =>
    {
        var address = $"{City.Office}/{city.Keys.Fill("plans/{draft}/{draft item}/edit")}";
        await planner.Open(address);
        var saved = await planner.Field("本文").InputValueAsync();
        await planner.Field("本文").FillAsync("まだ保存していない本文です。");
        await Expect(planner.Main.Locator("[data-autosave-status]")).ToContainTextAsync("書きかけを残しました");

        await planner.Open(address);
        await Expect(planner.Main.Locator("#unsaved")).ToContainTextAsync("保存していない書きかけがあります");
        Assert.Equal(saved, await planner.Field("本文").InputValueAsync());
        await planner.ShouldBeOpenToAll(1280, 360);
        await planner.Link("書きかけの続きを書く").ClickAsync();
        await Expect(planner.Field("本文")).ToHaveValueAsync("まだ保存していない本文です。");

        await planner.Open(address);
        await planner.Button("書きかけを捨てる").ClickAsync();
        await Expect(planner.Main.Locator("#unsaved")).ToHaveCountAsync(0);
        Assert.Equal(saved, await planner.Field("本文").InputValueAsync());
    }, who: city.Planner);
}
