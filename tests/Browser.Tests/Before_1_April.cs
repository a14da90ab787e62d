using System.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

public sealed class Before_1_April(City city)
{
    [Fact]
    public Task A_planner_prepares_a_reorganization_by_keyboard_and_every_step_is_open_to_all() => city.Visit(async planner =>
    {
        var keyboard = planner.Page.Keyboard;
        await planner.Open($"{City.Office}/reorganizations");
        await planner.TabTo("#Reason");
        await keyboard.PressAsync("Control+a");
        await keyboard.TypeAsync("試しの機構改革(サンプル)");
        await keyboard.PressAsync("Enter");
        await Expect(planner.Heading).ToHaveTextAsync("試しの機構改革(サンプル)");
        await planner.TabTo("#Name");
        await keyboard.TypeAsync("未来課(サンプル)");
        await keyboard.PressAsync("Enter");
        await Expect(planner.Main.Locator("tbody th")).ToHaveTextAsync("未来課(サンプル)");
        await planner.ShouldBeOpenToAll(1280, 360);

        await planner.Page.SetViewportSizeAsync(1280, 800);
        await planner.Link("次へ: 前身と後継").ClickAsync();
        await planner.Field("前身(いまの部課)").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await planner.Field("後継(新しい年度の部課)").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await planner.Button("組を追加する").ClickAsync();
        await Expect(planner.Main.Locator("tbody")).ToContainTextAsync("引き継がれて、なくなります");
        await planner.ShouldBeOpenToAll(1280, 360);
        var steps = planner.Page.Url.Split('?')[0];
        foreach (var step in new[] { 3, 4 })
        {
            await planner.Page.GotoAsync($"{steps}?step={step}");
            await planner.ShouldBeOpenToAll(1280, 360);
        }
        await planner.Page.Locator("summary", new() { HasText = "この準備を捨てる" }).ClickAsync();
        await planner.Button("準備を捨てる").ClickAsync();
        await Expect(planner.Heading).ToHaveTextAsync("機構改革");
    }, who: city.Planner);

    [Fact]
    public Task A_table_of_the_staff_with_an_error_is_open_to_all_before_it_is_taken_in() => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/people/moves");
        await planner.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "異動.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("氏名,部課,役割,異動\n見本 新人(サンプル),,閲覧,新規\nいない人,,閲覧,\n") });
        await planner.Button("読み取る").ClickAsync();
        await Expect(planner.Page.Locator(".note-bad")).ToContainTextAsync("3行目: 「いない人」にあたる職員がいません。");
        await planner.ShouldBeOpenToAll(1280, 360);
        await planner.Page.SetViewportSizeAsync(1280, 800);
        await planner.Button("取り込まずに、この読み取りを捨てる").ClickAsync();
        await Expect(planner.Heading).ToHaveTextAsync("異動");
    }, who: city.Planner);
}
