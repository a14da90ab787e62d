using Microsoft.Playwright;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

public sealed class From_workbook_to_citizen(City city)
{
    private const string Right = "サンプル路線バス維持事業";
    private static readonly MunicipalityCode Code = MunicipalityCode.Parse("039993");
    private static readonly SignIn Planner = new("企画", "hanako", "みどりの丘に七つの井戸がある");

    [Fact]
    public async Task A_planner_brings_a_workbook_in_corrects_a_project_and_publishes_and_a_citizen_reads_it_on_a_phone()
    {
        var invitation = await city.Found(Code, "サンプル市", "サンプル 花子");
        await city.Visit(async planner =>
        {
            await Join(planner, invitation);
            await BringIn(planner);
            await Correct(planner);
            await SeePlan(planner);
            await Publish(planner);
        });
        await city.Visit(Read, width: 360);
    }

    private static async Task Join(Visitor planner, string invitation)
    {
        await planner.Open(invitation);
        await planner.Field("アカウント名").FillAsync(Planner.UserName);
        await planner.Field("パスワード").FillAsync(Planner.Password);
        await planner.Field("パスワード(もう一度)").FillAsync(Planner.Password);
        await planner.Button("登録してサインインする").ClickAsync();
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await planner.SignIn(Planner, $"/office/{Code}");
    }

    private static async Task BringIn(Visitor planner)
    {
        await planner.Go("取り込み");
        await planner.ShouldBeOpenToAll(1280);
        await planner.Field("取り込むファイル").SetInputFilesAsync(InventedWorkbook.File());
        await planner.Button("読み取る").ClickAsync();
        await Expect(planner.Heading).ToHaveTextAsync("列の対応");
        await Expect(planner.Main.GetByRole(AriaRole.Combobox, new() { Name = "事務事業名" })).ToHaveValueAsync("project.name");
        await planner.ShouldBeOpenToAll(1280, 360, 1280);
        await planner.Button("この対応で確かめる").ClickAsync();
        await Expect(planner.Heading).ToHaveTextAsync("取り込む前の確認");
        await planner.ShouldBeOpenToAll(1280, 360, 1280);
        await Expect(planner.Main).ToContainTextAsync($"新しい {InventedWorkbook.Projects}件");
        await Expect(planner.Main).ToContainTextAsync("政策 2、施策 4");
        await Expect(planner.Main).ToContainTextAsync("約300");
        await planner.Button("取り込む").ClickAsync();
        await Expect(planner.Heading).ToHaveTextAsync("取り込んだ結果");
        await planner.ShouldBeOpenToAll(1280, 360, 1280);
    }

    private static async Task Correct(Visitor planner)
    {
        await planner.Go("事務事業");
        await planner.Link(InventedWorkbook.Misspelt).ClickAsync();
        await planner.Link("内容を編集する").ClickAsync();
        await planner.Field("名前").FillAsync(Right);
        await planner.Button("保存する").ClickAsync();
        await Expect(planner.Heading).ToContainTextAsync(Right);
        await Expect(planner.Heading).Not.ToContainTextAsync("誤記");
        await Expect(planner.Main.Locator(".history").First).ToContainTextAsync("サンプル 花子");
    }

    private static async Task SeePlan(Visitor planner)
    {
        await planner.Go("計画");
        await planner.Page.Locator("main a[href*='/plans/']:not([href$='/new'])").First.ClickAsync();
        await Expect(planner.Main.Locator(".tree")).ToContainTextAsync("サンプル施策2-2");
        await Expect(planner.Main.Locator(".tree")).ToContainTextAsync("事務事業7");
    }

    private static async Task Publish(Visitor planner)
    {
        await planner.Go("公表");
        await planner.Link("公表の準備をする").ClickAsync();
        await planner.Field("市民に伝える変更点").FillAsync("サンプル市の最初の公表です。");
        await planner.Main.GetByLabel("上の内容が市民に公開されることを確かめました").CheckAsync();
        await planner.Button("公表する").ClickAsync();
        await Expect(planner.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("公表しました");
    }

    private static async Task Read(Visitor citizen)
    {
        await citizen.Open($"/{Code}/");
        await citizen.ShouldFit();
        await citizen.Main.GetByRole(AriaRole.Link, new() { Name = "サンプル政策1" }).First.ClickAsync();
        await Expect(citizen.Heading).ToContainTextAsync("サンプル政策1");
        await citizen.ShouldFit();
        await citizen.Main.GetByRole(AriaRole.Link, new() { Name = "サンプル施策1-1" }).First.ClickAsync();
        await Expect(citizen.Heading).ToContainTextAsync("サンプル施策1-1");
        await citizen.ShouldFit();
        await citizen.Link(Right).ClickAsync();
        await Expect(citizen.Heading).ToContainTextAsync(Right);
        await citizen.ShouldFit();
        await Expect(citizen.Main.GetByRole(AriaRole.Table, new() { Name = "年度ごとの金額" })).ToContainTextAsync("1,101");
        await Expect(citizen.Main.Locator("figure svg").First).ToBeVisibleAsync();
        await Download(citizen);
        await citizen.Open($"/{Code}/?as-of=2001-01-01", 404);
        await Expect(citizen.Main).ToContainTextAsync("まだ何も公表されていませんでした");
    }

    private static async Task Download(Visitor citizen)
    {
        await citizen.Open($"/{Code}/data");
        var download = await citizen.Page.RunAndWaitForDownloadAsync(() => citizen.Main.Locator("a[href$='/data/projects.csv']").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        lines.Length.ShouldBe(InventedWorkbook.Projects + 1);
        lines.ShouldContain(line => line.Contains(Right, StringComparison.Ordinal));
        lines.ShouldNotContain(line => line.Contains("誤記", StringComparison.Ordinal));
    }
}
