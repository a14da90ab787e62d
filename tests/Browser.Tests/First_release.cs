using Microsoft.Playwright;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>A newcomer who knows nothing but はじめての方へ, from the invitation to the citizens' page. Every click is one that the page at hand names.</summary>
public sealed class First_release(City city)
{
    private static readonly SignIn Newcomer = new("企画", "shinjin", "あたらしい窓から海が見える");

    [Fact]
    public async Task A_newcomer_brings_a_workbook_to_a_first_release_by_the_page_for_newcomers_alone()
    {
        var code = MunicipalityCode.Parse("039969");
        await city.Visit(async newcomer =>
        {
            await Join(newcomer, await city.Found(code, "サンプル市", "サンプル 新人"));
            await Begin(newcomer, "部課を登録する", done: 0);
            await newcomer.Field("名前").FillAsync("サンプル部1");
            await newcomer.Button("追加する").ClickAsync();
            await Expect(newcomer.Page.Locator("tbody")).ToContainTextAsync("サンプル部1");
            await Continue(newcomer, "職員を招待する");
            await newcomer.Field("名前").FillAsync("サンプル 係長");
            await newcomer.Field("所属の部課").SelectOptionAsync("サンプル部1");
            await newcomer.Button("招待のアドレスをつくる").ClickAsync();
            await Expect(newcomer.Field("招待のアドレス")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/invitation/"));
            await Continue(newcomer, "計画と事業を取り込む");
            await BringIn(newcomer);
            await Continue(newcomer, "中身を確かめて公表する");
            await Publish(newcomer, code, InventedWorkbook.Misspelt);
            await newcomer.Open($"/office/{code}/first-steps");
            await Expect(newcomer.Main.GetByText("済み")).ToHaveCountAsync(6);
            await newcomer.Open("/");
            await Expect(newcomer.Page.Locator("main a[href]").First).ToBeVisibleAsync();
            await newcomer.ShouldBeOpenToAll(1280, 360);
        });
    }

    [Fact]
    public async Task A_newcomer_without_a_workbook_makes_a_plan_by_hand_and_releases_it()
    {
        var code = MunicipalityCode.Parse("039951");
        await city.Visit(async newcomer =>
        {
            await Join(newcomer, await city.Found(code, "サンプル町", "サンプル 新人"));
            await Begin(newcomer, "計画と事業を取り込む", done: 0, instead: "手で計画をつくる");
            await newcomer.Field("名前").FillAsync("サンプル計画");
            await newcomer.Field("始まりの年度").FillAsync("令和8");
            await newcomer.Button("つくる").ClickAsync();
            await Add(newcomer, "項目を追加する", "サンプル政策");
            await Add(newcomer, "この下に項目を追加する", "サンプル施策");
            await newcomer.Link("追加する").ClickAsync();
            await newcomer.Field("名前").FillAsync("サンプル手づくり事業");
            await newcomer.Page.Locator("main form .button-main").ClickAsync();
            await Expect(newcomer.Heading).ToContainTextAsync("サンプル手づくり事業");
            await Begin(newcomer, "市民に見せる版を決める", done: 2);
            await newcomer.Page.Locator("main a[href*='/editions/']").ClickAsync();
            await newcomer.Button("意見をうかがう版にする").ClickAsync();
            await Begin(newcomer, "中身を確かめて公表する", done: 3);
            await Publish(newcomer, code, "サンプル手づくり事業");
        });
    }

    private static async Task Join(Visitor newcomer, string invitation)
    {
        await newcomer.Open(invitation);
        await newcomer.Join(Newcomer);
        if (await newcomer.Heading.InnerTextAsync() == "二段階の確認")
            await newcomer.Link("あとで始める").ClickAsync();
        await Expect(newcomer.Heading).ToHaveTextAsync("私の作業");
    }

    /// <summary>Goes to the page for newcomers by the navigation, and takes a step there.</summary>
    private static async Task Begin(Visitor newcomer, string step, int done, string? instead = null)
    {
        await newcomer.Go("はじめての方へ");
        await Expect(newcomer.Heading).ToHaveTextAsync("はじめての方へ");
        (await newcomer.Main.GetByText("済み").CountAsync()).ShouldBe(done);
        await newcomer.Link(instead ?? step).ClickAsync();
        await Expect(newcomer.Heading).Not.ToHaveTextAsync("はじめての方へ");
    }

    /// <summary>Takes the step that the page at hand says comes next.</summary>
    private static async Task Continue(Visitor newcomer, string step)
    {
        await newcomer.Page.Locator(".next-task").GetByRole(AriaRole.Link, new() { Name = step, Exact = true }).ClickAsync();
        await Expect(newcomer.Page.Locator(".next-task a", new() { HasText = step })).ToHaveCountAsync(0);
    }

    private static async Task BringIn(Visitor newcomer)
    {
        await newcomer.Field("取り込むファイル").SetInputFilesAsync(InventedWorkbook.File());
        await newcomer.Button("読み取る").ClickAsync();
        await Expect(newcomer.Heading).ToHaveTextAsync("列の対応");
        await newcomer.Button("この対応で確かめる").ClickAsync();
        await Expect(newcomer.Heading).ToHaveTextAsync("取り込む前の確認");
        await newcomer.Button("取り込む").ClickAsync();
        await Expect(newcomer.Heading).ToHaveTextAsync("取り込んだ結果");
    }

    private static async Task Add(Visitor newcomer, string link, string title)
    {
        await newcomer.Link(link).ClickAsync();
        await newcomer.Field("題名").FillAsync(title);
        await newcomer.Button("追加する").ClickAsync();
        await Expect(newcomer.Heading).ToContainTextAsync(title);
    }

    private static async Task Publish(Visitor newcomer, MunicipalityCode code, string project)
    {
        await Expect(newcomer.Page.Locator("#Confirmed")).ToBeVisibleAsync();
        await newcomer.Page.Locator("#Confirmed").CheckAsync();
        await newcomer.Button("公表する").ClickAsync();
        await newcomer.Main.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link, new() { Name = "市民のページを開く" }).ClickAsync();
        await newcomer.Page.WaitForURLAsync($"**/{code}/");
        await newcomer.Page.Locator(".site-nav").GetByRole(AriaRole.Link, new() { Name = "事業とお金" }).ClickAsync();
        await newcomer.Link(project).ClickAsync();
        await Expect(newcomer.Heading).ToContainTextAsync(project);
    }
}
