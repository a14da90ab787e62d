using System.Globalization;
using Deque.AxeCore.Commons;
using Shouldly;

namespace Browser.Tests;

/// <summary>What holds for every page at every width.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string IsThere = "() => 'axe' in window";
    private const string Violations = """
        async () => {
          const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
          const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
          const reasons = node => [...node.any, ...node.all, ...node.none].map(c => c.message).join('; ');
          return violations.flatMap(v => v.nodes.slice(0, 4).map(n => `${v.id}: ${v.help} (${v.nodes.length}×) ${n.target} ${n.html} ${reasons(n)}`));
        }
        """;

    public static async Task ShouldBeOpenToAll(this Visitor visitor, params int[] widths)
    {
        var problems = new List<string>();
        foreach (var width in widths)
        {
            await visitor.Page.SetViewportSizeAsync(width, 800);
            problems.AddRange(await Widths(visitor, width));
            // why: reading the rules takes as long as applying them; a page that stays keeps them.
            if (!await visitor.Page.EvaluateAsync<bool>(IsThere))
                await visitor.Page.EvaluateAsync(Script);
            problems.AddRange((await visitor.Page.EvaluateAsync<string[]>(Violations)).Select(v => $"{width}px {v}"));
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
