using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Projects;
using Shirube.Office.Projects.Import;
using Shouldly;
using Xunit;
using static Web.Tests.Import.GivenBatch;

namespace Web.Tests.Import;

public sealed class TakingAFileBack : IDisposable
{
    private readonly ImportedDatabase office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task The_same_file_twice_leaves_no_trace_the_second_time()
    {
        await office.TakeInAsync(Project(), Project("102", "乳児健診"));
        var (content, entries) = (await office.ContentAsync(), await office.EntriesAsync());

        (await office.TakeInAsync(Project(), Project("102", "乳児健診"))).ShouldBeNull();

        (await office.ContentAsync()).ShouldBe(content);
        (await office.EntriesAsync()).ShouldBe(entries);
    }

    [Fact]
    public async Task An_import_logs_one_entry_for_each_thing()
    {
        await office.TakeInAsync(Project());

        await using var db = office.Open();
        (await db.ChangeEntries.Select(e => e.Kind).ToListAsync()).Order().ShouldBe(["Department", "Department", "Edition", "EvaluationFact", "ImportRun", "Indicator", "Plan", "PlanItem", "PlanItem", "Project"]);
        (await db.Projects.SingleAsync()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task The_first_import_taken_back_leaves_nothing()
    {
        var empty = await office.ContentAsync();
        var run = await office.TakeInAsync(Project(), Project("102", "乳児健診"));

        await office.UndoAsync(run!.Value);

        (await office.ContentAsync()).ShouldBe(empty);
        await using var db = office.Open();
        (await db.ImportRuns.SingleAsync()).Undoing.ShouldNotBeNull();
        (await office.TakeInAsync(Project())).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_somebody_linked_since_is_not_taken_away_under_the_link()
    {
        var run = await office.TakeInAsync(Project());
        await using (var db = office.Open())
        {
            var project = await db.Projects.Include(p => p.Placements).SingleAsync();
            var place = new ItemPlace(project.Placements[0].PlanId, project.Placements[0].ItemKey);
            db.AddRange(GoalLink.Of(project.Id, new(3, null, Strength.Mainly, null), []), GoalLink.Of(place, new(3, null, Strength.Mainly, null), [place], []), Initiative.Take(place.Plan, 1, "重点(サンプル)", null));
            await db.SaveChangesAsync();
        }

        var refused = await Should.ThrowAsync<RefusalException>(() => office.UndoAsync(run!.Value));
        refused.Refusal.Code.ShouldBe("import-undo-blocked");
        refused.Refusal.What.ShouldContain("3");
        await using (var db = office.Open())
        {
            db.RemoveRange(await db.GoalLinks.ToListAsync());
            db.RemoveRange(await db.Initiatives.ToListAsync());
            await db.SaveChangesAsync();
        }
        await office.UndoAsync(run!.Value);
        await using var after = office.Open();
        (await after.Projects.CountAsync()).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_search_finds_what_an_import_brought_and_no_longer_what_was_taken_back(Engine engine)
    {
        using var there = new ImportedDatabase(engine);
        await there.TakeInAsync(Project(), Project("102", "乳児健診"));
        var second = await there.TakeInAsync(Project(outline: "あたらしい概要"), Project("102", "乳児健診"), Project("103", "市民バスの運行"));
        await using var db = there.Open();
        (await Found("ﾆｭｳｼﾞ")).ShouldBe(0);
        (await Found("乳児 102")).ShouldBe(1);
        (await Found("新しい")).ShouldBe(0);
        (await Found("ｱﾀﾗｼｲ概要")).ShouldBe(1);
        (await Found("市民バス")).ShouldBe(1);
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);

        await there.UndoAsync(second!.Value);
        (await Found("あたらしい")).ShouldBe(0);
        (await Found("市民バス")).ShouldBe(0);
        (await Found("乳児")).ShouldBe(1);
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);

        Task<int> Found(string typed) => SearchTexts.Matching(db, SearchWords.Parse(typed)).CountAsync(t => t.Kind == SearchKind.Project);
    }

    [Fact]
    public async Task A_second_import_taken_back_leaves_what_the_first_had_brought_and_then_the_first_can_go_too()
    {
        var first = await office.TakeInAsync(Project());
        var content = await office.ContentAsync();
        var second = await office.TakeInAsync(Project(outline: "新しい概要", total: 5, visits: 9, direction: "縮小"), Project("102", "乳児健診"));

        await office.UndoAsync(second!.Value);
        (await office.ContentAsync()).ShouldBe(content);

        await office.UndoAsync(first!.Value);
        (await office.ContentAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_is_not_taken_back_when_something_it_made_was_edited_since()
    {
        var run = await office.TakeInAsync(Project());
        await EditAsync(p => p.NoteInternally(null, "確認済み"));
        var content = await office.ContentAsync();

        var refused = await Should.ThrowAsync<RefusalException>(() => office.UndoAsync(run!.Value));

        refused.Refusal.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("import-undo-blocked"), r => r.What.ShouldContain("事務事業「産後ケア事業」"), r => r.What.ShouldContain("1件"));
        (await office.ContentAsync()).ShouldBe(content);
    }

    [Fact]
    public async Task An_update_is_taken_back_although_another_field_was_edited_since_but_not_when_the_same_was()
    {
        await office.TakeInAsync(Project());
        var second = await office.TakeInAsync(Project(outline: "新しい概要"));
        await EditAsync(p => p.NoteInternally(null, "確認済み"));
        await using (var db = office.Open())
            (await ImportUndo.OfAsync(db, second!.Value, Today.Today)).WhyNot().ShouldBeNull();

        await EditAsync(p => p.Describe(p.Text with { Outline = "人が直した概要" }));

        await using var later = office.Open();
        (await ImportUndo.OfAsync(later, second!.Value, Today.Today)).LaterEdits.ShouldBe(["事務事業「産後ケア事業」の概要"]);
    }

    [Fact]
    public async Task A_run_is_taken_back_once()
    {
        var run = await office.TakeInAsync(Project());
        await office.UndoAsync(run!.Value);

        (await Should.ThrowAsync<RefusalException>(() => office.UndoAsync(run.Value))).Refusal.Code.ShouldBe("import-undone");
    }

    [Fact]
    public async Task A_correction_by_a_person_survives_the_next_import()
    {
        await office.TakeInAsync(Project());
        await EditAsync(p => p.Record(R6, MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(18_500_000))));
        await using (var db = office.Open())
        {
            (await db.Indicators.Include(i => i.Actuals).SingleAsync()).Measure(R6, 125, ActualStatus.Final);
            await db.SaveChangesAsync();
        }

        await office.TakeInAsync(Project(total: 19_000_000, outline: "新しい概要"));

        await using var after = office.Open();
        var project = await after.Projects.Include(p => p.Money).SingleAsync();
        (project.Text.Outline, project.Money.Single(m => m.Kind == MoneyKind.Total).Amount).ShouldBe(("新しい概要", new Yen(18_500_000)));
        (await after.Indicators.Include(i => i.Actuals).SingleAsync()).Actuals[0].Value.ShouldBe(125);
    }

    [Fact]
    public async Task What_a_person_said_beside_a_value_stays_when_the_import_that_brought_the_value_is_undone()
    {
        var whole = Project();
        await office.TakeInAsync(whole with { Indicators = [.. whole.Indicators.Select(i => i with { Actuals = [] })] });
        var run = await office.TakeInAsync(whole);
        await using (var db = office.Open())
        {
            (await db.Indicators.Include(i => i.Actuals).SingleAsync()).Remark(R6, "数え方を確かめている", null);
            await db.SaveChangesAsync();
        }

        await office.UndoAsync(run!.Value);

        await using var after = office.Open();
        var left = (await after.Indicators.Include(i => i.Actuals).SingleAsync()).Actuals.ShouldHaveSingleItem();
        (left.Value, left.Status, left.Note).ShouldBe((null, ActualStatus.NotKnown, "数え方を確かめている"));
    }

    [Fact]
    public async Task A_file_with_an_error_brings_nothing_in()
    {
        var content = await office.ContentAsync();

        var refused = await Should.ThrowAsync<RefusalException>(() => office.TakeInAsync(Project(), Project("102", new string('あ', 301), row: 4)));

        refused.Refusal.What.ShouldStartWith("シート「Sheet1」4行: ");
        (await office.ContentAsync()).ShouldBe(content);
        (await office.EntriesAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task On_PostgreSQL_a_file_comes_in_is_corrected_comes_in_again_and_goes()
    {
        using var postgres = new ImportedDatabase(Given.Engine.Postgres);
        var first = await postgres.TakeInAsync(Project(), Project("102", "乳児健診"));
        var content = await postgres.ContentAsync();
        (await postgres.TakeInAsync(Project(), Project("102", "乳児健診"))).ShouldBeNull();
        (await postgres.ContentAsync()).ShouldBe(content);
        var second = await postgres.TakeInAsync(Project(outline: "新しい概要", visits: 12.50m), Project("102", "乳児健診"));

        await postgres.UndoAsync(second!.Value);
        (await postgres.ContentAsync()).ShouldBe(content);
        await postgres.UndoAsync(first!.Value);
        (await postgres.ContentAsync()).ShouldBeEmpty();
    }

    private async Task EditAsync(Action<Project> edit)
    {
        await using var db = office.Open();
        edit(await db.Projects.Include(p => p.Money).SingleAsync());
        await db.SaveChangesAsync();
    }
}
