using AngleSharp.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Projects;
using Shouldly;
using Web.Tests.Organization;
using Xunit;

namespace Web.Tests.History;

public sealed class PutBackTests : IAsyncLifetime
{
    private static readonly BudgetCode Road = new("一般", "8", "2", null, "道路"), Bridge = new("一般", "8", "3", null, "橋"), Water = new("特別", "4", null, null, "水道"), Sewer = new("特別", "5", null, null, "下水道");

    private App app = null!;
    private OfficeOn office = null!;
    private Project project = null!;

    public ValueTask InitializeAsync()
    {
        app = new();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_budget_line_that_was_removed_or_changed_is_put_back_and_the_others_stay(Engine engine)
    {
        var before = await Fill(engine);
        await Change(p => p.Budget([Bridge, Sewer]));
        var history = await app.Get($"{Page}/history");
        var newest = Words(history.QuerySelector(".history > li")!);
        newest.ShouldContain("予算科目1 一般 / 8 / 2 / / 道路 → から 一般 / 8 / 3 / / 橋");
        newest.ShouldContain("予算科目3 特別 / 4 / / / 水道");

        var value = $"{Page}/history/value?entry={before}&part=BudgetLine&of=";
        var preview = await app.Get($"{value}1");
        var (now, then) = (preview.QuerySelectorAll(".facts dd")[0].TextContent.Trim(), preview.QuerySelectorAll(".facts dd")[1].TextContent);
        now.ShouldBe($"{BudgetText.Write(Bridge)}\n{BudgetText.Write(Sewer)}");
        then.ShouldContain("道路");
        await app.SendForm($"{value}1", new { }, "main form");
        (await Lines()).ShouldBe([Road, Bridge, Sewer], "the line that moved up is not another line");
        var moved = await app.Get($"{value}2");
        moved.QuerySelector("main")!.TextContent.ShouldContain("戻すものはありません");
        moved.QuerySelectorAll("main form button").ShouldBeEmpty();
        await app.SendForm($"{value}3", new { }, "main form");
        (await Lines()).ShouldBe([Road, Bridge, Water]);

        await Change(p => p.Budget([Sewer, Road, Bridge, Water]));
        await app.SendForm($"{value}1", new { }, "main form");
        (await Lines()).ShouldBe([Road, Bridge, Water], "a line that was added is taken away");
        await using var db = office.Open();
        (await db.ChangeLog.OfAsync(project.Id))[0].Why.ShouldEndWith("の値に戻す");
        (await db.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Budget_lines_that_somebody_changed_since_the_preview_are_not_overwritten_and_both_texts_are_shown(Engine engine)
    {
        var before = await Fill(engine);
        await Change(p => p.Budget([Bridge]));
        var address = $"{Page}/history/value?entry={before}&part=BudgetLine&of=1";
        var stale = (await app.Get(address)).QuerySelector("main input[name=Version]")!.GetAttribute("value");
        await Change(p => p.Budget([Sewer]));
        var again = (await app.SendForm(address, new { Version = stale }, "main form")).QuerySelector("main")!.TextContent;
        again.ShouldContain("ほかの人が先に保存したため");
        again.ShouldContain("下水道");
        again.ShouldContain("道路");
        (await Lines()).ShouldBe([Sewer]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_answer_of_an_evaluation_is_put_back_also_when_it_was_taken_away(Engine engine)
    {
        await Fill(engine);
        var evaluation = EvaluationFact.Of(project.Id, new(2025));
        evaluation.Answer(1, EvaluationStage.Self, "目的 妥当性", "妥当", "市が行うべき事業のため");
        evaluation.Answer(2, EvaluationStage.Manager, "今後の方向性", "継続", null);
        await using (var db = office.Open())
        {
            db.Add(evaluation);
            await db.SaveChangesAsync();
        }

        var before = await Sequence();
        await Change(db => db.EvaluationFacts.Include(e => e.Answers).SingleAsync(), e =>
        {
            e.Answer(1, EvaluationStage.Self, "目的 妥当性", "見直し", "ちがう理由");
            e.Answer(2, EvaluationStage.Manager, "今後の方向性", null, null);
        });
        var links = (await app.Get($"{Page}/history")).QuerySelectorAll(".history > li:first-child a[href*='/history/value']").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(3);
        links.ShouldAllBe(l => l.Contains($"/evaluations/{evaluation.Id.Value}/history/value?entry={before}"));
        await app.SendForm(links.Single(l => l.Contains("field=Text")), new { }, "main form");
        (await Answers()).ShouldBe(["目的 妥当性 見直し 市が行うべき事業のため"]);
        await app.SendForm(links.First(l => l.Contains("field=Choice") && l.Contains("Self")), new { }, "main form");
        await app.SendForm(links.Single(l => l.Contains("Manager")), new { }, "main form");
        (await Answers()).ShouldBe(["目的 妥当性 妥当 市が行うべき事業のため", "今後の方向性 継続 "]);
        (await app.Browser.GetAsync($"{Page}/evaluations/{Guid.NewGuid()}/history/value?entry={before}&part=EvaluationAnswer&of=Self+x&field=Text", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_name_of_a_level_is_put_back()
    {
        await Fill(Engine.Sqlite);
        var plan = Sample.Plan();
        await using (var db = office.Open())
        {
            db.Add(plan);
            await db.SaveChangesAsync();
        }

        var before = await Sequence();
        await Change(db => db.Plans.Include(p => p.Levels).SingleAsync(), p => p.RenameLevel(plan.Levels[0].Id, "誤った階層"));
        await app.SendForm($"{office.Path}/plans/{plan.Key}/history/value?entry={before}&part=Level&of={plan.Levels[0].Id.Value}&field=Name", new { }, "main form");
        await using var after = office.Open();
        (await after.Set<Level>().OrderBy(l => l.Order).Select(l => l.Name).FirstAsync(TestContext.Current.CancellationToken)).ShouldBe("政策");
    }

    [Fact]
    public async Task Whatever_is_logged_can_be_put_back_or_the_page_says_why_not()
    {
        await Fill(Engine.Sqlite);
        await using var db = office.Open();
        ChangeLogField.AllOf(db).Where(f => PutBacks.Knows(f.Kind, new(f.Part, null, f.Field)) == PutBacks.WhyNot(f.Kind, f.Part, f.Field) is not null)
            .Select(f => $"{f.Kind} {f.Part} {f.Field}").ShouldBeEmpty("add the field to PutBacks: to what can be put back, or with the reason why it cannot");
        var said = (await app.Get($"{office.Path}/changes")).QuerySelector("main")!.TextContent;
        foreach (var kind in ChangeWords.Kinds.Keys)
            foreach (var (what, why) in PutBacks.NotOf([kind]))
                said.ShouldContain($"{what}{why}");
        (await app.Get($"{Page}/history")).QuerySelector("main")!.TextContent.ShouldContain("指標の使うところ");
    }

    private string Page => $"{office.Path}/projects/{project.Key}";

    private async Task<long> Fill(Engine engine)
    {
        office = await OfficeOn.Of(app, engine);
        project = Sample.Project("77", "道と橋を守る事業");
        project.Budget([Road, Bridge, Water]);
        await using var db = office.Open();
        db.Add(project);
        await db.SaveChangesAsync();
        return await Sequence();
    }

    private async Task<long> Sequence()
    {
        await using var db = office.Open();
        return await db.ChangeEntries.MaxAsync(e => e.Sequence);
    }

    private async Task<IReadOnlyList<BudgetCode>> Lines()
    {
        await using var db = office.Open();
        return (await db.Set<BudgetLine>().OrderBy(l => l.Order).ToListAsync()).ConvertAll(l => l.Code);
    }

    private async Task<IReadOnlyList<string>> Answers()
    {
        await using var db = office.Open();
        return (await db.Set<EvaluationAnswer>().OrderBy(a => a.Order).ToListAsync()).ConvertAll(a => $"{a.Question} {a.Choice} {a.Text}");
    }

    private Task Change(Action<Project> change) => Change(db => db.Projects.Include(p => p.BudgetLines).SingleAsync(p => p.Id == project.Id), change);

    private async Task Change<T>(Func<OfficeDb, Task<T>> find, Action<T> change)
    {
        await using var db = office.Open();
        change(await find(db));
        await db.SaveChangesAsync();
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
