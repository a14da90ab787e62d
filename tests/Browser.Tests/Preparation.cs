using System.Text;
using Microsoft.Playwright;
using Shirube.Office.Projects.Import;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What stands in the office of the demonstration so that every kind of page can be seen: a reorganization and a transfer in preparation, a file that was read, one that was taken in, work that failed because its file is gone, and a view.</summary>
internal static class Preparation
{
    // why: only the address is wanted of these pages.
    private static readonly PageWaitForURLOptions AsSoonAsItIsThere = new() { WaitUntil = WaitUntilState.Commit };

    public static async Task<IReadOnlyDictionary<string, string>> Of(City city)
    {
        var made = new Dictionary<string, string>();
        await city.Visit(async planner =>
        {
            made["invitation"] = await city.Invite("招待 される人(サンプル)");
            await planner.Open($"{City.Office}/reorganizations");
            await planner.Page.Locator("#new button").First.ClickAsync();
            made["reorganization"] = await Arrive(planner, "/reorganizations/");
            await planner.Open($"{City.Office}/people/moves");
            await Send(planner, "異動.csv", "氏名,部課,役割,異動\n見本 二人目(サンプル),,閲覧,新規\n");
            made["move"] = await Arrive(planner, "/people/moves/");
            await planner.Open($"{City.Office}/views/new/projects?class.is=一般");
            await planner.Field("名前").FillAsync("一般の事業(サンプル)");
            await planner.Page.Locator("main form .button-main").ClickAsync();
            await planner.Page.WaitForURLAsync(url => url.Contains("view=", StringComparison.Ordinal), AsSoonAsItIsThere);
            made["view"] = planner.Page.Url.Split("view=")[1].Split('&')[0];
            made["reminders"] = await city.Remind();
            made["file"] = await Read(planner, "読んだだけ.csv", 1);
            await Read(planner, "取り込む.csv", 2);
            await planner.Button("この対応で確かめる").ClickAsync();
            await planner.Button("取り込む").ClickAsync();
            await Expect(planner.Heading).ToHaveTextAsync("取り込んだ結果");
            made["run"] = new Uri(planner.Page.Url).Segments[^1];
            made["failed work"] = $"{await city.Queue(ImportJobs.PreviewKind, ImportJobs.PayloadOf(new string('0', 64)))}";
            await planner.Open($"{City.Office}/imports/work/{made["failed work"]}");
            await Expect(planner.Page.Locator("[data-error-summary]")).ToBeVisibleAsync();
        }, who: city.Planner);
        return made;
    }

    private static async Task<string> Read(Visitor planner, string name, int sheet)
    {
        await planner.Open($"{City.Office}/imports");
        await Send(planner, name, $"番号,事務事業名,担当課,令和6年度事業費(千円)\n90{sheet},取り込みの見本{sheet}(サンプル),,100\n");
        await Expect(planner.Heading).ToHaveTextAsync("列の対応");
        return new Uri(planner.Page.Url).Segments[^2].Trim('/');
    }

    private static async Task Send(Visitor planner, string name, string content)
    {
        await planner.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
        await planner.Button("読み取る").ClickAsync();
    }

    private static async Task<string> Arrive(Visitor planner, string below)
    {
        await planner.Page.WaitForURLAsync(url => url.Contains(below, StringComparison.Ordinal) && !url.EndsWith(below, StringComparison.Ordinal), AsSoonAsItIsThere);
        return new Uri(planner.Page.Url).Segments[^1];
    }
}
