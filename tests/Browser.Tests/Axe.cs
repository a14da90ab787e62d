using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;

namespace Browser.Tests;

/// <summary>What holds for every page at every width.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    public static async Task ShouldBeOpenToAll(this Visitor visitor, params int[] widths)
    {
        var problems = new List<string>();
        foreach (var width in widths)
        {
            await visitor.Page.SetViewportSizeAsync(width, 800);
            problems.AddRange(await Widths(visitor, width));
            // why: our pages have no frames; the other way of running opens a blank page, and with it a process, for each visit.
#pragma warning disable CS0618 // why: the package says that it goes one day.
            var result = await visitor.Page.Locator("html").RunAxeLegacy(Rules);
#pragma warning restore CS0618
            problems.AddRange(result.Violations.SelectMany(v => v.Nodes.Take(4).Select(n => $"{width}px {v.Id}: {v.Help} ({v.Nodes.Length}×) {n.Target} {n.Html} {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}")));
        }
        problems.ShouldBeEmpty(visitor.Page.Url);
        await visitor.ShouldHaveItsParts();
    }

    public static async Task ShouldFit(this Visitor visitor) => (await Widths(visitor, visitor.Page.ViewportSize!.Width)).ShouldBeEmpty(visitor.Page.Url);

    // why: who magnifies or holds a phone would read every line with two movements; a wide table scrolls in its own box.
    private static async Task<IEnumerable<string>> Widths(Visitor visitor, int width)
    {
        var wide = await visitor.Page.EvaluateAsync<string[]>("""
            () => {
              const page = document.scrollingElement;
              if (page.scrollWidth <= innerWidth) return [];
              const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
              return [`scrolls to ${page.scrollWidth}`, ...out.slice(-3).map(e => e.outerHTML.slice(0, 160))];
            }
            """);
        return wide.Select(w => string.Create(CultureInfo.InvariantCulture, $"{width}px wide: {w}"));
    }

    private static async Task ShouldHaveItsParts(this Visitor visitor)
    {
        (await visitor.Page.Locator("h1").CountAsync()).ShouldBe(1, "one h1");
        (await visitor.Page.Locator("main").CountAsync()).ShouldBe(1, "one main");
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("ja");
        var levels = await visitor.Page.Locator("main :is(h1, h2, h3, h4, h5, h6), .hero h1").EvaluateAllAsync<int[]>("all => all.map(h => +h.tagName[1])");
        levels.Zip(levels.Skip(1)).Where(p => p.Second > p.First + 1).ShouldBeEmpty($"a heading level is skipped: {string.Join(' ', levels)}");
    }
}
