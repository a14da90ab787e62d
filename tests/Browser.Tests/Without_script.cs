using Shirube.Demonstration;
using Shirube.Domain.Common;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

public sealed class Without_script(City city)
{
    private static readonly MunicipalityCode Code = MunicipalityCode.Parse("032077");

    [Fact]
    public Task A_citizen_without_script_goes_from_the_home_to_a_project_and_finds_its_money() => city.Visit(async citizen =>
    {
        await citizen.Open($"{City.Public}/");
        await citizen.Page.Locator(".site-nav a[href$='/plan']").ClickAsync();
        await Expect(citizen.Main.Locator(".tree")).ToBeVisibleAsync();
        await citizen.Main.Locator($".tree a[href$='/plan/{city.Keys["item"]}']").ClickAsync();
        await citizen.Main.Locator($"a[href$='/projects/{city.Keys["project"]}']").ClickAsync();
        await Expect(citizen.Main.Locator("figure svg").First).ToBeVisibleAsync();
        await Expect(citizen.Main.Locator("caption", new() { HasText = "年度ごとの金額" })).ToBeVisibleAsync();
        await citizen.Page.Locator(".site-nav a[href$='/search']").ClickAsync();
        await citizen.Main.Locator("#q").FillAsync("産後");
        await citizen.Button("さがす").ClickAsync();
        await Expect(citizen.Main).ToContainTextAsync("見つかりました");
    }, script: false);

    [Fact]
    public Task A_planner_without_script_signs_in_and_brings_a_workbook_in() => city.Visit(async planner =>
    {
        var who = new SignIn("企画", "jiro", "そらいろの電車が七両で走る");
        await planner.Open(await city.Found(Code, "サンプル町", "サンプル 次郎"));
        await planner.Field("アカウント名").FillAsync(who.UserName);
        await planner.Field("パスワード").FillAsync(who.Password);
        await planner.Field("パスワード(もう一度)").FillAsync(who.Password);
        await planner.Button("登録してサインインする").ClickAsync();
        await planner.Go("取り込み");
        await planner.Field("取り込むファイル").SetInputFilesAsync(InventedWorkbook.File());
        await planner.Button("読み取る").ClickAsync();
        await Expect(planner.Heading).ToHaveTextAsync("列の対応");
        await planner.Button("この対応で確かめる").ClickAsync();
        await Expect(planner.Heading).ToHaveTextAsync("取り込む前の確認");
        await planner.Button("取り込む").ClickAsync();
        await Expect(planner.Heading).ToHaveTextAsync("取り込んだ結果");
        await Expect(planner.Main).ToContainTextAsync($"新しい{InventedWorkbook.Projects}件");
    }, script: false);
}
