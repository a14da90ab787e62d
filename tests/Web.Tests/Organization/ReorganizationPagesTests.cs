using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Lists;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Organization;

public sealed class ReorganizationPagesTests : IAsyncLifetime
{
    private static readonly FiscalYear Year = FiscalYear.Of(Tokyo.DayOf(DateTime.UtcNow)).Next;
    private App app = null!;
    private OfficeOn office = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_department_is_split_one_abolished_two_merged_and_all_of_it_taken_back(Engine engine)
    {
        await Fill(engine);
        var before = await State();
        var page = await app.SendForm($"{office.Path}/reorganizations", new { Year = $"{Year.Value}", Reason = "来年度の機構改革" }, "#new");
        var path = new Uri(page.Url).AbsolutePath;

        await app.SendForm($"{path}?step=1", new { Name = "未来戦略課", Code = "11", Parent = "総務部" }, "#add");
        (await app.SendForm($"{path}?step=1", new { Lines = "建設課\t30\nまちづくり課,31,ない部\n" }, "#add-lines")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("2行目: 部課「ない部」がありません。");
        page = await app.SendForm($"{path}?step=1", new { Lines = "名前\tコード\t上位\r\n建設課\t30\r\nDX推進課\t12\t総務部\r\n" }, "#add-lines");
        page.QuerySelectorAll("main tbody tr th").Select(t => t.TextContent).ShouldBe(["未来戦略課", "建設課", "DX推進課"]);
        (await app.SendForm($"{path}?step=1", new { Name = "建設課" }, "#add")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("すでにあります。");

        foreach (var (from, to) in new[] { ("企画課", "未来戦略課(新)"), ("企画課", "DX推進課(新)"), ("道路課", "建設課(新)"), ("河川課", "建設課(新)") })
            await app.SendForm($"{path}?step=2", new { From = from.Length > 0 ? await Id(from) : "", To = to }, "#pair");
        (await app.SendForm($"{path}?step=2", new { From = await Id("広聴課"), To = "広聴課" }, "#pair")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("自分自身の後継にはできません。");
        (await app.SendForm($"{path}?step=2", new { From = "", To = "広聴課" }, "#pair")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("前身の部課が選ばれていません。");
        page = await app.Get($"{path}?step=4");
        page.Body!.TextContent.ShouldContain("行き先の決まっていない事務事業が2件あります。");
        page.QuerySelector("#carry-out").ShouldBeNull();
        page.Body!.TextContent.ShouldContain("企画 花子さんの入力担当(企画課)は、行き先がありません。");

        await using (var db = office.Open())
        {
            var plan = await office.Department("企画課");
            var ids = await db.Projects.Where(p => p.Name.StartsWith("企画")).OrderBy(p => p.Name).Select(p => p.Id).ToListAsync(TestContext.Current.CancellationToken);
            var post = (await office.Person("企画 花子")).Assignments[0].Id.Value;
            await app.SendForm($"{path}?step=3", Answers.Of(("marked", $"{ids[0].Value}"), ("together", "未来戦略課(新)"), ($"destination[{post}]", "未来戦略課(新)")), "#choose");
            page = await app.SendForm($"{path}?step=3", Answers.Of(($"destination[{ids[1].Value}]", "DX推進課(新)")), "#choose");
            page.QuerySelectorAll<IHtmlOptionElement>($"select[name='destination[{ids[0].Value}]'] option").Single(o => o.IsSelected).Text.ShouldBe("未来戦略課(新)");
            plan.ExistsIn(Year).ShouldBeTrue("nothing has happened yet");
        }
        page = await app.SendForm($"{path}?step=4", new { }, "#carry-out");
        page.Body!.TextContent.ShouldContain("実行しました");
        (await Owner("企画の一", Year.Previous)).ShouldBe("企画課");
        (await Owner("企画の一", Year)).ShouldBe("未来戦略課");
        (await Owner("企画の二", Year)).ShouldBe("DX推進課");
        (await Owner("道路を直す", Year)).ShouldBe("建設課");
        (await office.Department("企画課")).To.ShouldBe(Year.Previous);
        var moved = await office.Person("企画 花子");
        moved.MayDo(Operation.EditProject, Year.FirstDay).Departments.ShouldBe([(await office.Department("未来戦略課")).Id]);
        moved.MayDo(Operation.EditProject, Year.Previous.LastDay).Departments.ShouldBe([(await office.Department("企画課")).Id]);
        var built = await app.Get($"{office.Path}/departments/{(await office.Department("建設課")).Key}");
        built.QuerySelectorAll("main table").Last().TextContent.ShouldContain("前身");
        built.QuerySelectorAll("main tfoot td.num").Last().TextContent.ShouldBe("2");
        (await app.Get($"{office.Path}/departments/{(await office.Department("河川課")).Key}")).Body!.TextContent.ShouldContain("後継");

        await using (var db = office.Open())
        {
            var project = await db.Projects.Include(p => p.Ownerships).SingleAsync(p => p.Name == "道路を直す", TestContext.Current.CancellationToken);
            project.HandTo((await office.Department("広聴課")).Id, Year);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            (await app.SendForm(path, new { }, "#reverse")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("事務事業「道路を直す」の所管が、あとから変更されています。");
            project.HandTo((await office.Department("建設課")).Id, Year);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        (await app.SendForm(path, new { }, "#reverse")).Body!.TextContent.ShouldContain("取り消しました");
        (await State()).ShouldBe(before);
        (await app.Browser.GetAsync($"{office.Path}/departments", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Views_and_open_calls_follow_their_departments_and_come_back_with_them(Engine engine)
    {
        await Fill(engine);
        var (plan, road, river, other) = (await office.Department("企画課"), await office.Department("道路課"), await office.Department("河川課"), await office.Department("広聴課"));
        var views = await GivenViews(plan, road, river, other);
        var call = EntryCall.Open(new("目的をそろえる", null, EntryFields.Target, null, null, null, Year.FirstDay.AddDays(20)), [road.Id, other.Id], null, DateTime.UtcNow);
        await using (var db = office.Open())
        {
            db.Add(call);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var path = new Uri((await app.SendForm($"{office.Path}/reorganizations", new { Year = $"{Year.Value}", Reason = "来年度の機構改革" }, "#new")).Url).AbsolutePath;
        await app.SendForm($"{path}?step=1", new { Lines = "未来戦略課\t11\nDX推進課\t12\n建設課\t30\n" }, "#add-lines");
        foreach (var (from, to) in new[] { ("企画課", "未来戦略課(新)"), ("企画課", "DX推進課(新)"), ("道路課", "建設課(新)") })
            await app.SendForm($"{path}?step=2", new { From = await Id(from), To = to }, "#pair");
        var form = FilledForm.On(await app.Get($"{path}?step=2"), "#pair", new { From = await Id("河川課"), To = "" });
        await app.Browser.PostAsync($"{path}?step=2&handler=Abolish", form.Content(), TestContext.Current.CancellationToken);
        await using (var db = office.Open())
            foreach (var project in await db.Projects.Where(p => p.Name.StartsWith("企画") || p.Name == "川を守る").ToListAsync(TestContext.Current.CancellationToken))
                await app.SendForm($"{path}?step=3", Answers.Of(($"destination[{project.Id.Value}]", "建設課(新)")), "#choose");
        var page = await app.Get($"{path}?step=4");
        page.Body!.TextContent.ShouldContain("なくなる部課を条件にしているビュー 4件は、後継の部課も条件に入れます");
        page.Body!.TextContent.ShouldContain("後継のない部課を条件にしているビューが1件あります");
        page.Body!.TextContent.ShouldContain("締め切り前の依頼 1件は、後継の部課にも頼みます");
        (await Addresses()).ShouldBe(views, ignoreOrder: true, "nothing has happened yet");

        page = await app.SendForm($"{path}?step=4", new { }, "#carry-out");
        page.QuerySelector("main")!.TextContent.ShouldContain("条件の部課を付け替えたビュー4");
        var (future, digital, built) = ((await office.Department("未来戦略課")).Key, (await office.Department("DX推進課")).Key, (await office.Department("建設課")).Key);
        (await Addresses()).ShouldBe(new Dictionary<string, string>
        {
            ["その部課"] = $"?department.in={plan.Key}%7C{future}%7C{digital}",
            ["かその下"] = $"?words={Uri.EscapeDataString("道")}&department.within={road.Id.Value}%7C{built}",
            ["でない"] = $"?department.not={road.Key}&department.not={built}&sort=-name",
            ["来年度の"] = $"?department.is={built}&year={Year.Value}",
            ["昔の"] = $"?department.is={road.Key}&year={Year.Previous.Value}",
            ["ほかの"] = $"?department.is={other.Key}",
            ["後継なし"] = $"?department.is={river.Key}",
        }, ignoreOrder: true);
        await using (var db = office.Open())
        {
            var moved = await db.SavedViews.SingleAsync(v => v.Name == "その部課", TestContext.Current.CancellationToken);
            (await db.ChangeLog.OfAsync(moved.Id))[0].Why.ShouldBe("機構改革「来年度の機構改革」");
            (await db.Set<AskedDepartment>().Where(a => a.CallId == call.Id).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
            moved.Point($"?department.is={future}");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await app.SendForm(path, new { }, "#reverse")).Body!.TextContent.ShouldContain("取り消しました");
        var back = await Addresses();
        back["その部課"].ShouldBe($"?department.is={plan.Key}", "changed since: it names what the department that is gone came from");
        back.Remove("その部課");
        back.ShouldBe(views.Where(v => v.Key != "その部課"), ignoreOrder: true);
        await using var after = office.Open();
        (await after.Set<AskedDepartment>().Where(a => a.CallId == call.Id).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Fact]
    public async Task A_view_shared_with_a_department_stays_with_those_who_follow_it()
    {
        await Fill(Engine.Sqlite);
        var (road, river) = (await office.Department("道路課"), await office.Department("河川課"));
        var person = await office.Person("企画 花子");
        await using var db = office.Open();
        var departments = await db.Departments.ToListAsync(TestContext.Current.CancellationToken);
        departments.Single(d => d.Id == road.Id).Abolish(FiscalYear.Of(Tokyo.DayOf(DateTime.UtcNow)).Previous);
        var today = Tokyo.DayOf(DateTime.UtcNow);
        var plan = person.Assignments[0].DepartmentId!.Value;
        Views.UnitsOf(person, today, departments, [(road.Id, plan), (river.Id, plan)]).ShouldContain(road.Id);
        Views.UnitsOf(person, today, departments, [(road.Id, plan), (river.Id, plan)]).ShouldNotContain(river.Id, "it is still there, with people of its own");
        Views.UnitsOf(person, today, departments, []).ShouldNotContain(road.Id);
    }

    [Fact]
    public async Task Every_field_of_a_list_that_names_departments_follows()
    {
        await Fill(Engine.Sqlite);
        await using var db = office.Open();
        var setting = new ListSetting(new([], await Shirube.Office.Projects.PlanPlaces.Read(db), [], [], [], []), Year, null, []);
        ListField[][] all = [[.. new ProjectFields { Setting = setting }.Fields], [.. new ItemFields { Setting = setting, Db = db }.Fields], [.. new IndicatorFields { Setting = setting, Db = db }.Fields], [.. new DepartmentFields { Setting = setting, Db = db }.Fields]];
        all.SelectMany(f => f).Where(f => f.Kind == FieldKind.Department).Select(f => f.Key).Distinct().ShouldBe(FollowedConditions.Fields, ignoreOrder: true);
    }

    private async Task<Dictionary<string, string>> GivenViews(Department plan, Department road, Department river, Department other)
    {
        await using var db = office.Open();
        var owner = (await db.People.SingleAsync(p => p.Name == "管理 花子")).Id;
        foreach (var (name, address) in new[]
        {
            ("その部課", $"?department.is={plan.Key}"),
            ("かその下", $"?words={Uri.EscapeDataString("道")}&department.within={road.Id.Value}"),
            ("でない", $"?department.not={road.Key}&sort=-name"),
            ("来年度の", $"?department.is={road.Key}&year={Year.Value}"),
            ("昔の", $"?department.is={road.Key}&year={Year.Previous.Value}"),
            ("ほかの", $"?department.is={other.Key}"),
            ("後継なし", $"?department.is={river.Key}"),
        })
            db.Add(SavedView.Keep("projects", name, address, owner));
        await db.SaveChangesAsync();
        return await Addresses();
    }

    private async Task<Dictionary<string, string>> Addresses()
    {
        await using var db = office.Open();
        return await db.SavedViews.AsNoTracking().ToDictionaryAsync(v => v.Name, v => v.Address);
    }

    [Fact]
    public async Task A_department_that_stays_hands_a_part_on_and_one_without_successor_names_what_is_left_over()
    {
        await Fill(Engine.Sqlite);
        var path = new Uri((await app.SendForm($"{office.Path}/reorganizations", new { }, "#new")).Url).AbsolutePath;
        await app.SendForm($"{path}?step=2", new { From = await Id("道路課"), To = "広聴課" }, "#pair");
        var page = await app.SendForm($"{path}?step=2", new { }, "form[action*=Keep]");
        page.QuerySelector("main tbody")!.TextContent.ShouldContain("残って、一部を渡します");
        (await app.Get($"{path}?step=4")).QuerySelector("#carry-out").ShouldNotBeNull();
        var other = new Uri((await app.SendForm($"{office.Path}/reorganizations", new { Reason = "同じ年の別の機構改革" }, "#new")).Url).AbsolutePath;
        (await app.SendForm($"{other}?step=2", new { From = await Id("道路課"), To = "河川課" }, "#pair")).QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("別の機構改革で前身になっています。");
        await app.SendForm(path, new { }, "#delete");
        (await app.SendForm($"{other}?step=2", new { From = await Id("総務部"), To = "広聴課" }, "#pair")).QuerySelector("[data-error-summary]").ShouldBeNull();
        (await app.Get($"{other}?step=3")).Body!.TextContent.ShouldContain("上位がなくなる部課 1件");
    }

    private async Task Fill(Engine engine)
    {
        office = await OfficeOn.Of(app, engine);
        await using var db = office.Open();
        var head = Department.Establish("総務部", new(2020), null, "1");
        var (plan, road, river, other) = (Department.Establish("企画課", new(2020), head.Id, "10"), Department.Establish("道路課", new(2020), null, "20"), Department.Establish("河川課", new(2020), null, "21"), Department.Establish("広聴課", new(2020), null, "22"));
        var projects = new[] { ("企画の一", plan), ("企画の二", plan), ("道路を直す", road), ("川を守る", river) }.Select(p =>
        {
            var project = Project.Start(null, p.Item1);
            project.HandTo(p.Item2.Id, new(2020));
            return project;
        });
        var person = Person.Join("企画 花子");
        person.Assign(Role.Entrant, plan.Id, new(2024, 4, 1));
        db.AddRange(head, plan, road, river, other, person);
        db.AddRange(projects);
        await db.SaveChangesAsync();
    }

    private async Task<string> Id(string department) => $"{(await office.Department(department)).Id.Value}";

    private async Task<string> Owner(string project, FiscalYear year)
    {
        await using var db = office.Open();
        var owner = (await db.Projects.AsNoTracking().Include(p => p.Ownerships).SingleAsync(p => p.Name == project)).OwnerIn(year);
        return (await db.Departments.SingleAsync(d => d.Id == owner)).Name;
    }

    private async Task<IReadOnlyList<string>> State()
    {
        await using var db = office.Open();
        return
        [
            .. (await db.Departments.AsNoTracking().OrderBy(d => d.Name).ToListAsync()).Select(d => $"{d.Name} {d.To} {d.ParentId}"),
            .. (await db.Projects.AsNoTracking().Include(p => p.Ownerships).OrderBy(p => p.Name).ToListAsync()).SelectMany(p => p.Ownerships.OrderBy(o => o.From).Select(o => $"{p.Name} {o.From} {o.DepartmentId}")),
            .. (await db.People.AsNoTracking().Include(p => p.Assignments).OrderBy(p => p.Name).ToListAsync()).SelectMany(p => p.Assignments.OrderBy(a => a.From).Select(a => $"{p.Name} {a.DepartmentId} {a.From} {a.To}")),
        ];
    }
}
