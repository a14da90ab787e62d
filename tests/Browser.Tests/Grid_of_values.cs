using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shirube.Data;
using Shirube.Domain.Indicators;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>A block copied from a workbook, pasted into the grid of values.</summary>
public sealed class Grid_of_values(City city)
{
    [Fact]
    public async Task A_block_of_two_columns_and_three_rows_is_pasted_taken_back_pasted_again_and_saved()
    {
        var keys = await city.Ask(Three);
        await city.Visit(async planner =>
        {
            await planner.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
            await planner.Open($"{City.Office}/indicators/values?year=2025&words=貼り付けの試し");
            await planner.ShouldBeOpenToAll(1280, 360, 1280);
            await Cell(planner, keys[0], "value").FillAsync("9");

            await Paste(planner, keys[0], "value", "1,200\t速報\r\n\t未把握\r\n84.5\tたぶん\r\n");
            (await Texts(planner, keys)).ShouldBe(["1,200 Preliminary", " NotKnown", "84.5 "]);
            await Expect(planner.Page.Locator("[data-grid-status]")).ToHaveTextAsync("5個のセルに貼り付けました。元に戻すには Ctrl+Z を押します。選択肢にない言葉の1個はそのままです。");

            await planner.Press("Control+z");
            (await Texts(planner, keys)).ShouldBe(["9 ", " ", " "]);

            await Paste(planner, keys[1], "note", "一つ目\r\n\"二つ目の\n\"\"続き\"\"\"\r\nはみ出したもの\r\n");
            (await Cell(planner, keys[2], "note").InputValueAsync()).ShouldBe("二つ目の \"続き\"");
            await Expect(planner.Page.Locator("[data-grid-status]")).ToContainTextAsync("表に入らない1個は貼り付けていません。");
            await planner.Press("Control+z");

            await Paste(planner, keys[0], "value", "1,200\t速報\n\t未把握\n84.5\t実績");
            await planner.Button("まとめて保存する").ClickAsync();
            await Expect(planner.Main.GetByRole(AriaRole.Status).First).ToHaveTextAsync("3件の令和7年度の実績を保存しました。");
            (await Texts(planner, keys)).ShouldBe(["1200 Preliminary", " NotKnown", "84.5 Final"]);
        }, who: city.Planner);
    }

    [Fact]
    public Task Who_turns_the_page_with_something_unsaved_is_asked_first() => city.Visit(async planner =>
    {
        var keys = await city.Ask(Three);
        await planner.Open($"{City.Office}/indicators/values?year=2025&words=貼り付けの試し");
        await Cell(planner, keys[0], "note").PressSequentiallyAsync("書きかけ");
        var asked = new TaskCompletionSource<string>();
        planner.Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };
        await planner.Page.Locator("main a[href*='/values/table']").ClickAsync();
        (await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldBe("beforeunload");
        (await Cell(planner, keys[0], "note").InputValueAsync()).ShouldBe("書きかけ");
    }, who: city.Planner);

    private static async Task<List<string>> Three(OfficeDb db)
    {
        if (!await db.Indicators.AnyAsync(i => i.Name.StartsWith("貼り付けの試し")))
        {
            db.AddRange(Enumerable.Range(1, 3).Select(i => Indicator.Define($"貼り付けの試し{i}(サンプル)", "人", IndicatorKind.Activity, isSample: true)));
            await db.SaveChangesAsync();
        }
        return (await db.Indicators.Where(i => i.Name.StartsWith("貼り付けの試し")).OrderBy(i => i.Name).Select(i => i.Key).ToListAsync()).ConvertAll(k => k.Value);
    }

    private static ILocator Cell(Visitor planner, string key, string part) => planner.Page.Locator($"[name='Form.Cells[{key}-{part}]']");

    private static async Task Paste(Visitor planner, string key, string part, string block)
    {
        await planner.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", block);
        await Cell(planner, key, part).FocusAsync();
        await planner.Press("Control+v");
    }

    private static async Task<List<string>> Texts(Visitor planner, List<string> keys)
    {
        var texts = new List<string>();
        foreach (var key in keys)
            texts.Add($"{await Cell(planner, key, "value").InputValueAsync()} {await Cell(planner, key, "status").InputValueAsync()}");
        return texts;
    }
}
