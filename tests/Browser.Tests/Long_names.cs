using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Browser.Tests;

/// <summary>Walks a city of long names by its links, on a phone and on paper.</summary>
public sealed partial class Long_names(CityOfLongNames named) : IClassFixture<CityOfLongNames>
{
    private const int Phone = 360;
    private const int Paper = 688;

    // why: what a page shows that is no Japanese and still no English: programs, formats and kinds of files, keys of the keyboard, and the made-up sign-ins and addresses.
    private static readonly string[] Known = ["Word", "Excel", "Chrome", "Linux", "Google", "Microsoft", "Authenticator", "Markdown", "Ctrl", "Enter", "Shift", "Tab", "Esc", "xlsx", "xls", "csv", "kikaku", "kosodate", "mihon"];

    private const string Screen = """
        () => {
          const faults = [];
          const page = document.scrollingElement;
          if (page.scrollWidth > innerWidth) {
            const wide = [...document.querySelectorAll('body *')].filter(e => e.scrollWidth > innerWidth && getComputedStyle(e).overflowX === 'visible').pop();
            faults.push(`scrolls to ${page.scrollWidth}: ${wide?.outerHTML.slice(0, 200)}`);
          }
          if (document.querySelectorAll('h1').length !== 1) faults.push(`${document.querySelectorAll('h1').length} headings of the first order`);
          for (const button of document.querySelectorAll('button, .button')) if (button.checkVisibility() && button.innerText.trim() === '') faults.push(`a button without words: ${button.outerHTML.slice(0, 120)}`);
          return faults;
        }
        """;
    private const string Words = """
        () => {
          const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), seen = [];
          while (all.nextNode()) {
            const at = all.currentNode.parentElement;
            if (!at.closest("script, style, code, .code, .table-raw td, kbd, [data-address], a[href^='http']") && at.checkVisibility()) seen.push(all.currentNode.data);
          }
          return seen.join(' ');
        }
        """;
    private const string Sheet = """
        () => {
          const faults = [];
          // A table of the published file has more columns than paper is wide.
          if (document.scrollingElement.scrollWidth > innerWidth && !document.querySelector('.table-raw')) faults.push(`is ${document.scrollingElement.scrollWidth} wide on paper`);
          // What is handed out as a paper of its own says on it what it is.
          if (!/\/(chart|book\/print)$/.test(location.pathname) && ![...document.querySelectorAll('.print-foot')].some(e => e.checkVisibility() && e.innerText.includes(location.pathname))) faults.push('does not say on paper where it comes from');
          for (const shown of document.querySelectorAll('.site-nav, .office-nav, .filter, .toolbar, .office-top')) if (shown.checkVisibility()) faults.push(`prints ${shown.className}`);
          return faults;
        }
        """;

    private readonly List<string> faults = [];

    [Fact]
    public Task Every_page_of_citizens_fits_a_phone_and_a_sheet_of_paper() => named.City.Visit(citizen => Walk(citizen, 14, $"{City.Public}/", $"{City.Public}/projects/nowhere", "/"), width: Phone);

    [Fact]
    public Task Every_page_of_staff_fits_a_phone_and_a_sheet_of_paper() => named.City.Visit(planner => Walk(planner, 50, $"{City.Office}/", $"{City.Office}/projects/nowhere", $"{City.Office}/search?q=事業"), width: Phone, who: named.City.Planner);

    private async Task Walk(Visitor visitor, int atLeast, params string[] starts)
    {
        var (open, seen, shapes) = (new Queue<string>(starts), starts.ToHashSet(), new HashSet<string>());
        while (open.TryDequeue(out var path))
        {
            var answer = await visitor.Page.GotoAsync(path);
            if (answer!.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
                continue;
            faults.AddRange((await Faults(visitor.Page)).Select(f => $"{path}: {f}"));
            var links = await visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.search && !/[.\\/](csv|json|xlsx|docx|pdf|release|picture|calendar)$|\\/exports\\//.test(a.pathname)).map(a => a.pathname)");
            foreach (var link in links.Where(l => l.StartsWith(starts[0], StringComparison.Ordinal) && seen.Add(l) && shapes.Add(Key().Replace(l, "*"))))
                open.Enqueue(link);
        }
        faults.ShouldBeEmpty();
        shapes.Count.ShouldBeGreaterThan(atLeast, string.Join('\n', shapes));
    }

    private static async Task<IEnumerable<string>> Faults(IPage page)
    {
        var found = (await page.EvaluateAsync<string[]>(Screen)).ToList();
        var english = English().Matches(await page.EvaluateAsync<string>(Words)).Select(m => m.Value).Except(Known).ToList();
        if (english.Count > 0)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"says {string.Join(", ", english)}"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(Paper, 900);
        found.AddRange(await page.EvaluateAsync<string[]>(Sheet));
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.SetViewportSizeAsync(Phone, 800);
        return found;
    }

    [GeneratedRegex(@"(?<=/)([b-df-hj-np-tv-z2-9]{7}|[0-9-]{8,}|[0-9a-f-]{36}|[0-9]+)(?=/|$)")]
    private static partial Regex Key();

    [GeneratedRegex(@"(?<![\w.:/-])[A-Z]?[a-z]{3,}(?![\w.:/-])")]
    private static partial Regex English();
}
