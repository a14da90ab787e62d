using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>A clerk who comes for what was called for, without a mouse, until nothing is due.</summary>
public sealed class Keyboard_of_a_clerk(City city)
{
    private const string Class = "鍵盤の試し(サンプル)";
    private static readonly FiscalYear Year = new(2025);

    [Fact]
    public async Task A_clerk_fills_in_all_that_is_due_without_a_mouse()
    {
        var call = await city.Ask(Open);
        await city.Visit(async clerk =>
        {
            await SignIn(clerk);
            await clerk.TabTo(".skip", most: 1);
            await clerk.Press("Enter");
            await Expect(clerk.Main).ToBeFocusedAsync();
            await clerk.TabTo($"main a[href*='/calls/{call}']");
            await clerk.Press("Enter");
            await clerk.Page.WaitForURLAsync($"**/calls/{call}#mine");
            await clerk.TabTo($"main a[href$='/calls/{call}/next']");
            await clerk.Press("Enter");
            for (var project = 1; project <= 2; project++)
            {
                await Text(clerk, project);
                await Money(clerk, project);
            }
            await clerk.Page.WaitForURLAsync($"**/calls/{call}?finished=true");
            await Expect(clerk.Main).ToContainTextAsync("私の部課の入力はすべて終わりました。");
            await Announced(clerk);
            await clerk.Press("g", "s");
            await Expect(clerk.Heading).ToHaveTextAsync("私の作業");
            await Expect(clerk.Page.Locator($"main section:has(#due) a[href*='/calls/{call}']")).ToHaveCountAsync(0);
        });
    }

    /// <summary>Two projects of the clerk's department, each with a text and a settled amount to be filled in.</summary>
    private async Task<PublicKey> Open(OfficeDb db)
    {
        var department = await db.Departments.Where(d => d.Name.StartsWith("こども家庭課")).Select(d => d.Id).SingleAsync();
        for (var i = 1; i <= 2; i++)
        {
            var project = Project.Start($"K{i}", $"鍵盤の事業{i}(サンプル)", isSample: true);
            project.HandTo(department, new(2024));
            project.Classify(Class, null, null, null, null);
            db.Add(project);
        }
        var call = EntryCall.Open(new("鍵盤だけで入れるもの(サンプル)", null, EntryFields.Target | EntryFields.Settlement, Year, Class, null, Tokyo.DayOf(DateTime.UtcNow).AddDays(3)), [department], null, DateTime.UtcNow);
        db.Add(call);
        await db.SaveChangesAsync();
        return call.Key;
    }

    private async Task SignIn(Visitor clerk)
    {
        await clerk.Open($"{City.Office}/sign-in");
        await clerk.TabTo("#UserName");
        await clerk.Page.Keyboard.TypeAsync(city.Clerk.UserName);
        await clerk.TabTo("#Password");
        await clerk.Page.Keyboard.TypeAsync(city.Clerk.Password);
        await clerk.Press("Enter");
        await Expect(clerk.Heading).ToHaveTextAsync("私の作業");
    }

    private static async Task Text(Visitor clerk, int project)
    {
        await Expect(clerk.Heading).ToHaveTextAsync("内容を編集する");
        await Expect(clerk.Page.Locator(".call-lead")).ToContainTextAsync($"「鍵盤の事業{project}(サンプル)」で空いているところ: 対象");
        if (project > 1)
            await Announced(clerk);
        await clerk.TabTo("#Form_Target");
        await clerk.Page.Keyboard.TypeAsync($"{project}つ目の対象。");
        await clerk.TabTo("main form .button-main");
        await clerk.Press("Enter");
    }

    private static async Task Money(Visitor clerk, int project)
    {
        await Expect(clerk.Heading).ToHaveTextAsync("お金と人を編集する");
        await Announced(clerk);
        await clerk.TabTo($"[name='Form.Cells[{Year.Value}-{MoneyKind.Total}]']");
        await clerk.Page.Keyboard.TypeAsync($"{project}200");
        await clerk.Press("ArrowUp", "ArrowDown");
        await Expect(clerk.Page.Locator($"[name='Form.Cells[{Year.Value}-{MoneyKind.Total}]']")).ToBeFocusedAsync();
        await clerk.Press("Control+s");
    }

    // why: a new page begins where it says what became of the last one.
    private static async Task Announced(Visitor clerk)
    {
        await Expect(clerk.Page.Locator("[data-announce]")).ToBeFocusedAsync();
        (await clerk.Page.Locator("[data-announce]").InnerTextAsync()).ShouldBe("保存しました。");
    }
}
