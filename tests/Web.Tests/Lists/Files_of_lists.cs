using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Files.Workbooks;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Lists;

public sealed class Files_of_lists(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const string Cost = "money.2024.settled.total";
    private OfficeCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("projects", $"columns=number,name,{Cost}&sort=-{Cost}")]
    [InlineData("projects", $"columns=name,class,{Cost}&group=department")]
    [InlineData("projects", $"columns=name,{Cost}&group=department&only=groups")]
    [InlineData("projects", $"columns=name,{Cost}&group=year")]
    [InlineData("projects", $"columns=name,{Cost}&group=first")]
    [InlineData("items", "columns=code,name,projects")]
    [InlineData("items", $"columns=code,name,{Cost},projects&sort=-{Cost}")]
    [InlineData("items", $"columns=name,{Cost}&group=level1")]
    [InlineData("indicators", "columns=name,kind,actual.2024")]
    [InlineData("indicators", "columns=name,kind&group=department")]
    [InlineData("departments", "columns=name,projects")]
    [InlineData("departments", $"columns=name,{Cost}&group=parent&only=groups")]
    public async Task A_file_holds_exactly_what_the_screen_shows(string list, string address)
    {
        await app.Given(Project.Start(null, "=HYPERLINK(\"x\")"), Project.Start(null, "@見出し"));
        var screen = (await app.Get($"{App.Office}/{list}?{address}&size=500")).QuerySelector("main .list-table table")!;
        var shown = screen.QuerySelectorAll("tbody tr, tfoot tr").Select(r => string.Concat(r.QuerySelectorAll("th, td").Select(c => Plain(c.TextContent)))).ToList();
        var bytes = await app.Browser.GetByteArrayAsync($"{App.Office}/exports/{list}/xlsx?{address}");
        using var book = Workbook.Open(new MemoryStream(bytes), "list.xlsx");
        book.Sheets.Count.ShouldBe(2);
        var rows = book.Sheets[0].Rows().Skip(1).Select(r => r.Cells).ToList();
        var csv = Encoding.UTF8.GetString(await app.Browser.GetByteArrayAsync($"{App.Office}/exports/{list}/csv?{address}"));
        csv[0].ShouldBe('\uFEFF');
        var grouped = address.Contains("group=", StringComparison.Ordinal);
        var counted = rows.Where(r => r.Length == 0 || r[0].Text != "うち未入力(件)").ToList();
        counted.Count.ShouldBe(shown.Count);
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(rows.Count + 1);
        foreach (var (row, line) in counted.Zip(shown))
            foreach (var cell in row.Skip(grouped ? 2 : 0).Where(c => c.IsFilled && !c.Text.StartsWith("合計", StringComparison.Ordinal)))
                line.ShouldContain(Plain(cell.Kind == CellKind.Number ? cell.Number.ToString("#,0.###") : cell.Text));
        if (list == "projects" && !grouped)
        {
            csv.ShouldContain("'=HYPERLINK");
            rows.ShouldContain(r => r[1].Kind == CellKind.Text && r[1].Text.StartsWith("=HYPERLINK", StringComparison.Ordinal));
        }
        book.Sheets[1].Rows().Select(r => r.Cells[0].Text).ShouldContain("書き出した人");
    }

    [Theory]
    [InlineData("projects", "name")]
    [InlineData("items", "name,body")]
    [InlineData("indicators", "name,unit,definition")]
    [InlineData("departments", "name,code")]
    public async Task Text_that_begins_like_a_formula_stays_text_in_every_file(string list, string columns)
    {
        var mark = $"危険{Guid.NewGuid():N}"[..10];
        string[] signs = ["=", "+", "-", "@", "\t", "\r"];
        await using (var db = app.OpenDb())
        {
            var edition = (await db.PlanItems.FirstAsync(i => i.Key == city.Items[0].Key)).EditionId;
            var level = (await db.Plans.Include(p => p.Levels).FirstAsync(p => p.Id == city.Plan.Id)).Levels[0];
            foreach (var (sign, i) in signs.Select((s, i) => (s, i)))
            {
                var (name, text) = ($"{sign.Trim()}{mark}{i}", $"{sign}1+1 {mark}");
                var item = Shirube.Domain.Plans.PlanItem.Insert(edition, level, null, 900 + i, null, name);
                item.Write(null, name, null, text);
                db.AddRange(Project.Start(null, name), item, Shirube.Domain.Indicators.Indicator.Define(name, sign.Trim() is { Length: > 0 } unit ? unit : "件", Shirube.Domain.Indicators.IndicatorKind.Activity, text), Department.Establish(name, new(2020), null, $"{sign.Trim()}9{i}{mark}"));
            }
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var address = $"name.has={mark}&columns={columns}&plan={city.Plan.Key}";
        var csv = Encoding.UTF8.GetString(await app.Browser.GetByteArrayAsync($"{App.Office}/exports/{list}/csv?{address}"));
        csv.ShouldContain($"'={mark}");
        csv.Split('\n').SelectMany(l => l.Split(',')).Select(c => c.Trim('"')).Where(c => c.Length > 0 && "=+-@\t".Contains(c[0])).ShouldBeEmpty();
        using var book = Workbook.Open(new MemoryStream(await app.Browser.GetByteArrayAsync($"{App.Office}/exports/{list}/xlsx?{address}")), "list.xlsx");
        var cells = book.Sheets[0].Rows().Skip(1).SelectMany(r => r.Cells).Where(c => c.IsFilled && c.Text.Contains(mark)).ToList();
        cells.Count.ShouldBeGreaterThanOrEqualTo(signs.Length);
        cells.ShouldAllBe(c => c.Kind == CellKind.Text);
    }

    [Fact]
    public async Task Letters_that_code_page_932_loses_are_named_before_anything_is_written()
    {
        await app.Given(Project.Start(null, "𠮷野の事業〜その一"));
        var page = await app.Get($"{App.Office}/exports/projects/sjis?name.has=𠮷野&columns=name");
        page.Body!.TextContent.ShouldContain("まだ書き出していません");
        page.QuerySelectorAll("tbody th").Select(t => t.TextContent).ShouldContain("𠮷");
        var bytes = await app.Browser.GetByteArrayAsync($"{App.Office}/exports/projects/sjis-anyway?name.has=𠮷野&columns=name");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding.GetEncoding(932).GetString(bytes).ShouldContain("〓野の事業");
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('−', '-');
}
