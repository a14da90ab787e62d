using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Workbooks;
using Shouldly;
using Xunit;

namespace Web.Tests.Organization;

public sealed class MovesTests : IAsyncLifetime
{
    private static readonly DateOnly April = FiscalYear.Of(Tokyo.DayOf(DateTime.UtcNow)).Next.FirstDay;
    private const string Heading = "職員番号,氏名,所属コード,所属,役割,兼務,異動区分\n";
    private App app = null!;
    private OfficeOn office = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_staff_moves_on_1_April_by_a_table_changed_in_Excel_and_back_again_before_it_begins(Engine engine)
    {
        await Fill(engine);
        var list = await app.Browser.GetByteArrayAsync($"{office.Path}/people/moves?list=xlsx", TestContext.Current.CancellationToken);
        using (var book = Workbook.Open(new MemoryStream(list), "職員.xlsx"))
            book.Sheets[0].Rows().Select(r => string.Join('|', r.Cells.Select(c => c.Text)).TrimEnd('|')).ShouldBe(
            [
                "職員番号|名前|部課コード|部課|役割|兼務|異動", "00101|甲田 一郎|10|企画課|入力担当", "00102|乙川 二子|20|道路課|課長・部長", "00103|丙山 三郎|10|企画課|入力担当", "|管理 花子|||政策企画",
            ], ignoreOrder: true);
        var csv = await app.Browser.GetByteArrayAsync($"{office.Path}/people/moves?list=csv", TestContext.Current.CancellationToken);
        csv[..3].ShouldBe(new byte[] { 0xEF, 0xBB, 0xBF });

        // 101 goes to 道路課 (Excel has eaten the zeros), 102 also serves 企画課, 103 is not named, 104 joins, 管理 stays.
        var page = await Upload(Heading + "101,甲田　一郎,20,,入力担当,,\n00102,乙川 二子,20,道路課,課長・部長,,\n00102,乙川 二子,10,企画課,課長・部長,兼務,\n00104,丁野 四葉,,道路課,入力担当,,新規\n,管理 花子,,,政策企画,,\n", "異動.csv", shiftJis: true);
        page.QuerySelector("main p[role=status]")!.TextContent.ShouldContain("新しい人 1人、異動 1人、兼務がふえる 1人、役割が終わる 0人、変わらない 1人、誤り 0件、表にない 1人");
        page.QuerySelector("details")!.TextContent.ShouldContain("丙山 三郎");
        var after = await app.SendForm(Path(page), new { }, "#take");
        after.Body!.TextContent.ShouldContain("発令日を待っています");

        var moved = await office.Person("甲田 一郎");
        var (before, then) = (await office.Department("企画課"), await office.Department("道路課"));
        moved.StaffNumber.ShouldBe("00101");
        moved.MayDo(Operation.EditProject, April.AddDays(-1)).Departments.ShouldBe([before.Id]);
        moved.MayDo(Operation.EditProject, April).Departments.ShouldBe([then.Id]);
        (await office.Person("乙川 二子")).MayDo(Operation.EditProject, April).Departments.ShouldBe([then.Id, before.Id], ignoreOrder: true);
        (await office.Person("丁野 四葉")).MayDo(Operation.Read, April.AddDays(-1)).Anywhere.ShouldBeFalse();
        (await office.Person("丙山 三郎")).Assignments.ShouldHaveSingleItem().To.ShouldBeNull("who is not in the table is not ended");

        (await app.SendForm(Path(page), new { }, "#reverse")).Body!.TextContent.ShouldContain("取り消し済み");
        (await office.Person("甲田 一郎")).Assignments.ShouldHaveSingleItem().To.ShouldBeNull();
        (await office.Person("丁野 四葉")).Assignments.ShouldBeEmpty();
        await using var db = office.Open();
        (await db.ChangeEntries.CountAsync(c => c.Kind == nameof(Transfer), TestContext.Current.CancellationToken)).ShouldBeGreaterThan(1);
        (await db.ChangeEntries.Where(c => c.Kind == nameof(Transfer)).Select(c => c.Text).ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(t => !t.Contains("甲田"));
    }

    [Theory]
    [InlineData("00101,甲田 一郎,99,,入力担当,,", "2行目: 部課「99」がありません。")]
    [InlineData("00101,甲田 一郎,,昔の課,入力担当,,", "2行目: 部課「昔の課」は")]
    [InlineData("00101,甲田 一郎,10,道路課,入力担当,,", "2行目: 部課コード「10」は「企画課」ですが、部課名は「道路課」です。")]
    [InlineData("00101,甲田 一郎,10,,係長,,", "2行目: 役割「係長」はありません。")]
    [InlineData("00101,甲田 一郎,,,入力担当,,", "2行目: 入力担当と課長・部長には部課が必要です。")]
    [InlineData("99999,だれか,10,,入力担当,,", "2行目: 「99999」にあたる職員がいません。")]
    [InlineData("00101,甲田 一郎,10,,入力担当,,新規", "「新規」ですが、職員番号「00101」は甲田 一郎さんのものです。")]
    [InlineData("00101,甲田 一郎,10,,入力担当,,\n00101,甲田 一郎,20,,入力担当,,", "3行目: 甲田 一郎さんが2行目にもあります。")]
    [InlineData("00101,甲田 一郎,10,,入力担当,,\n00101,甲田 一郎,10,,入力担当,兼務,", "3行目: 甲田 一郎さんが2行目にもあります。")]
    [InlineData(",,10,,入力担当,,", "2行目: 職員番号も名前もありません。")]
    public async Task A_row_that_cannot_be_is_named_with_its_line_and_nothing_is_taken_unless_the_right_ones_are_chosen(string rows, string sentence)
    {
        await Fill(Engine.Sqlite);
        var page = await Upload($"{Heading}{rows}\n00102,乙川 二子,10,,課長・部長,,\n");
        page.QuerySelector(".note-bad")!.TextContent.ShouldContain(sentence);
        page.QuerySelectorAll<IHtmlInputElement>("input[name=Take]").ShouldAllBe(i => !i.IsChecked);
        var refused = await app.SendForm(Path(page), new { Take = Line(page, "乙川") }, "#take");
        refused.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("誤りのある行が");
        (await office.Person("乙川 二子")).Assignments.Count.ShouldBe(1);
        (await app.SendForm(Path(page), new { Take = Line(page, "乙川"), OnlyRight = true }, "#take")).Body!.TextContent.ShouldContain("発令日を待っています");
        (await office.Person("乙川 二子")).Assignments.Count.ShouldBe(2);
        (await office.Person("甲田 一郎")).Assignments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_name_under_a_known_number_is_asked_about_and_who_leaves_is_said_so()
    {
        await Fill(Engine.Sqlite);
        var page = await Upload(Heading + "00101,新姓 一郎,20,,入力担当,,\n00102,,,,,,退職\n");
        page.Body!.TextContent.ShouldContain("職員番号「00101」の人は「甲田 一郎」ですが、ファイルでは「新姓 一郎」です。");
        var line = Line(page, "新姓");
        (await app.SendForm(Path(page), new { Take = line }, "#take")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("違う人なら番号を直してください。");
        var third = (await office.Person("丙山 三郎")).Key.Value;
        await app.SendForm(Path(page), new { Take = line, Same = line, Leave = third }, "#take");
        (await office.Person("新姓 一郎")).StaffNumber.ShouldBe("00101");
        (await office.Person("丙山 三郎")).Assignments.ShouldHaveSingleItem().To.ShouldBe(April.AddDays(-1));
    }

    [Fact]
    public async Task Nobody_is_left_without_one_who_manages_people()
    {
        await Fill(Engine.Sqlite);
        var page = await Upload(Heading + ",管理 花子,,,閲覧,,\n");
        (await app.SendForm(Path(page), new { }, "#take")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("職員を管理できる人がひとりもいなくなります。");
        (await office.Person("管理 花子")).Assignments.ShouldHaveSingleItem().To.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "空")]
    [InlineData("名前\n甲田 一郎\n", "見出しの行が見つかりません。")]
    [InlineData("甲田 一郎,企画課\n", "見出しの行が見つかりません。")]
    [InlineData("職員番号,氏名,所属,役割\n", "職員の行がありません。")]
    [InlineData("職員番号,氏名,名前,所属\n1,a,b,c\n", "「名前」と読める列が2つあります。")]
    public async Task A_file_that_is_no_list_of_staff_is_refused_and_nothing_is_kept(string content, string sentence)
    {
        await Fill(Engine.Sqlite);
        (await Upload(content)).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain(sentence);
        await using var db = office.Open();
        (await db.Transfers.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_in_no_encoding_at_all_is_refused()
    {
        await Fill(Engine.Sqlite);
        var page = await app.SendForm($"{office.Path}/people/moves", new { Upload = new ChosenFile("異動.csv", [0x81, 0x20, 0xFF, 0xFE, 0x00, 0x80, 0xFF]) }, "#upload");
        page.QuerySelector("[data-error-summary]").ShouldNotBeNull();
    }

    private async Task Fill(Engine engine)
    {
        office = await OfficeOn.Of(app, engine);
        await using var db = office.Open();
        var (plan, road, old) = (Department.Establish("企画課", new(2020), null, "10"), Department.Establish("道路課", new(2020), null, "20"), Department.Establish("昔の課", new(2015)));
        old.Abolish(new(2019));
        Person[] people = [Person.Join("甲田 一郎", "00101"), Person.Join("乙川 二子", "00102"), Person.Join("丙山 三郎", "00103")];
        people[0].Assign(Role.Entrant, plan.Id, new(2024, 4, 1));
        people[1].Assign(Role.DepartmentHead, road.Id, new(2024, 4, 1));
        people[2].Assign(Role.Entrant, plan.Id, new(2024, 4, 1));
        db.AddRange(plan, road, old);
        db.AddRange(people);
        await db.SaveChangesAsync();
    }

    private Task<IHtmlDocument> Upload(string content, string name = "異動.csv", bool shiftJis = false)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return app.SendForm($"{office.Path}/people/moves", new { Upload = new ChosenFile(name, (shiftJis ? Encoding.GetEncoding(932) : Encoding.UTF8).GetBytes(content)) }, "#upload");
    }

    private static string Path(IHtmlDocument page) => new Uri(page.Url).PathAndQuery;

    private static string Line(IHtmlDocument page, string name) => page.QuerySelectorAll("#take tbody tr").Single(r => r.TextContent.Contains(name)).QuerySelector<IHtmlInputElement>("input[name=Take]")!.Value;
}
