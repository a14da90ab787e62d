using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What a planner does all day, without a mouse.</summary>
public sealed class Keyboard_of_a_planner(City city)
{
    [Fact]
    public Task A_planner_makes_a_plan_item_and_moves_it_without_a_mouse() => city.Visit(async planner =>
    {
        var plan = city.Keys["draft"];
        await planner.Open($"{City.Office}/");
        await planner.Press("g", "p");
        await Expect(planner.Heading).ToHaveTextAsync("計画");
        await planner.TabTo($"main a[href$='/plans/{plan}']");
        await planner.Press("Enter");
        await planner.Page.WaitForURLAsync($"**/plans/{plan}");
        await planner.TabTo("main a[href$='/new-item']");
        await planner.Press("Enter");
        await Expect(planner.Heading).ToHaveTextAsync("項目を追加する");
        await planner.TabTo("#Form_Title");
        await planner.Page.Keyboard.TypeAsync("鍵盤でつくった政策(サンプル)");
        await planner.Press("Enter");
        await Expect(planner.Heading).ToContainTextAsync("鍵盤でつくった政策(サンプル)");
        await planner.TabTo("main a[href$='/move']");
        await planner.Press("Enter");
        await Expect(planner.Heading).ToHaveTextAsync("移す・削除する");
        await planner.TabTo("#Place");
        await planner.Press("Control+a");
        await planner.Page.Keyboard.TypeAsync("1");
        await planner.Press("Enter");
        await Expect(planner.Page.Locator("[data-announce]")).ToBeFocusedAsync();
        await planner.Open($"{City.Office}/plans/{plan}");
        await Expect(planner.Page.Locator(".tree > li").First).ToContainTextAsync("鍵盤でつくった政策(サンプル)");
        await planner.TabTo(".tree > li:first-child > .tree-row a");
        await planner.Press("Enter");
        await Expect(planner.Heading).ToContainTextAsync("鍵盤でつくった政策(サンプル)");
        await planner.TabTo("main a[href$='/move']");
        await planner.Press("Enter");
        await Expect(planner.Heading).ToHaveTextAsync("移す・削除する");
        await planner.TabTo("#remove .button-danger");
        await planner.Press("Enter");
        await Expect(planner.Page.Locator(".tree")).Not.ToContainTextAsync("鍵盤でつくった政策(サンプル)");
    }, who: city.Planner);

    [Fact]
    public Task A_planner_filters_a_list_and_chooses_its_columns_without_a_mouse() => city.Visit(async planner =>
    {
        await planner.Open($"{City.Office}/projects");
        await planner.TabTo("#words");
        await planner.Page.Keyboard.TypeAsync("事業");
        await planner.Press("Enter");
        await Expect(planner.Page.Locator(".chips")).ToContainTextAsync("「事業」を含む");
        await planner.TabTo("#conditions > summary");
        await planner.Press("Enter");
        await planner.TabTo("#add-field", most: 2);
        await planner.Press("ArrowDown", "ArrowDown", "Enter");
        await Expect(planner.Page.Locator("#add-comparison")).ToBeFocusedAsync();
        await Expect(planner.Page.Locator("#add-field")).ToHaveValueAsync("name");
        await planner.TabTo("#add-value", most: 1);
        await planner.Page.Keyboard.TypeAsync("サンプル");
        await planner.TabTo("#conditions .button-main");
        await planner.Press("Enter");
        await Expect(planner.Page.Locator(".chips a.chip")).ToHaveCountAsync(2);
        await planner.TabTo("#columns > summary");
        await planner.Press("Enter");
        await planner.TabTo("#columns input[value='basis']");
        await planner.Press("Space");
        await planner.TabTo("#columns .button-main");
        await planner.Press("Enter");
        await planner.Page.WaitForURLAsync(url => url.Contains("columns=", StringComparison.Ordinal) && url.Contains("words=", StringComparison.Ordinal));
    }, who: city.Planner);

    [Fact]
    public async Task A_planner_walks_a_list_changes_a_record_and_puts_one_field_back_without_a_mouse()
    {
        await city.Ask(AddTwo);
        await city.Visit(async planner =>
        {
            await planner.Open($"{City.Office}/projects?words=戻してみる事業&sort=name");
            await planner.Press("j", "Enter");
            await Expect(planner.Heading).ToContainTextAsync("戻してみる事業1");
            await planner.Press("n");
            await Expect(planner.Heading).ToContainTextAsync("戻してみる事業2");
            await planner.Press("p");
            await Expect(planner.Heading).ToContainTextAsync("戻してみる事業1");
            await planner.Press("e");
            await Expect(planner.Heading).ToHaveTextAsync("内容を編集する");
            await planner.TabTo("#Form_Target");
            await planner.Press("Control+a");
            await planner.Page.Keyboard.TypeAsync("まちがえて書いた対象。");
            await planner.Press("Control+s");
            await Expect(planner.Page.Locator("[data-announce]")).ToBeFocusedAsync();
            await Expect(planner.Page.Locator(".list-walk")).ToContainTextAsync("2件のうち1件目");
            await planner.TabTo("main a[href$='/history']");
            await planner.Press("Enter");
            await Expect(planner.Heading).ToContainTextAsync("の変更の記録");
            await planner.TabTo(".history li:first-child a[href*='?entry=']");
            await planner.Press("Enter");
            await Expect(planner.Page.Locator(".compared").First).ToBeVisibleAsync();
            await planner.TabTo(".compared a[href*='/history/value']");
            await planner.Press("Enter");
            await Expect(planner.Heading).ToHaveTextAsync("前の値に戻す");
            await planner.TabTo("main form .button-main");
            await planner.Press("Enter");
            await Expect(planner.Page.Locator("[data-announce]")).ToBeFocusedAsync();
            await Expect(planner.Page.Locator(".history li").First).ToContainTextAsync("まちがえて書いた対象。");
        }, who: city.Planner);
        (await city.Ask(db => db.Projects.Where(p => p.Name.StartsWith("戻してみる事業1")).Select(p => p.Text.Target).SingleAsync())).ShouldBe("もとの対象。");
    }

    private static async Task<int> AddTwo(OfficeDb db)
    {
        for (var i = 1; i <= 2; i++)
        {
            var project = Project.Start($"M{i}", $"戻してみる事業{i}(サンプル)", isSample: true);
            project.Describe(ProjectText.Empty with { Target = "もとの対象。" });
            db.Add(project);
        }
        return await db.SaveChangesAsync();
    }
}
