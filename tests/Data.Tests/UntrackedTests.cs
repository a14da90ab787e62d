using System.Globalization;
using System.Text.Json.Nodes;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Deliberation;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Surveys;
using Shouldly;

namespace Data.Tests;

/// <summary>What is written without being tracked lies in the database exactly as if EF Core had written it.</summary>
public sealed class UntrackedTests
{
    private static readonly string[] OwnRows = ["change_entries", "change_payloads", "change_head"];

    private static readonly string[] Filled =
    [
        "departments", "people", "assignments", "invitations", "mayoral_terms", "plans", "levels", "editions", "plan_items", "projects", "ownerships", "placements", "budget_lines",
        "money", "staffing", "indicators", "actuals", "targets", "indicator_uses", "evaluation_facts", "evaluation_answers", "surveys", "meetings", "glossary_terms", "import_runs", "import_memories",
    ];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_table_holds_the_same_as_when_it_is_tracked(Engine engine)
    {
        using var tracked = TestOffice.On(engine);
        using var untracked = TestOffice.On(engine);
        var things = OneOfEverything();
        await using (var db = tracked.Open())
        {
            db.Change = new(null, "test", "サンプル");
            db.AddRange(things);
            await db.SaveChangesAsync();
        }

        await using (var db = untracked.Open())
        {
            db.Change = new(null, "test", "サンプル");
            db.AddUntracked(things);
            await db.SaveChangesAsync();
            db.ChangeTracker.Entries().ShouldBeEmpty();
        }

        await using var left = tracked.Open();
        await using var right = untracked.Open();
        var tables = left.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Except(OwnRows).ToList();
        foreach (var table in tables)
        {
            var rows = await RowsAsync(left, table);
            (await RowsAsync(right, table)).ShouldBe(rows, customMessage: table);
        }

        foreach (var table in Filled)
            (await RowsAsync(right, table)).ShouldNotBeEmpty(table);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_change_log_says_the_same_of_both_and_holds(Engine engine)
    {
        using var tracked = TestOffice.On(engine);
        using var untracked = TestOffice.On(engine);
        var things = OneOfEverything();
        await using var left = tracked.Open();
        await using var right = untracked.Open();
        left.Change = right.Change = new(null, "test", "サンプル");
        left.AddRange(things);
        await left.SaveChangesAsync();
        right.AddUntracked(things);
        await right.SaveChangesAsync();

        (await EntriesAsync(right)).ShouldBe(await EntriesAsync(left));
        (await PersonalAsync(right)).ShouldBe(await PersonalAsync(left));
        (await right.ChangeEntries.CountAsync()).ShouldBe(things.OfType<Aggregate>().Count());
        (await right.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_written_untracked_is_loaded_and_changed_like_anything_else(Engine engine)
    {
        using var office = TestOffice.On(engine);
        var things = OneOfEverything();
        await using (var db = office.Open())
        {
            db.AddUntracked(things);
            await db.SaveChangesAsync();
        }

        await using var again = office.Open();
        var project = await again.Projects.Include(p => p.Money).SingleAsync();
        project.Version.ShouldBe(1);
        project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(5)));
        await again.SaveChangesAsync();
        project.Version.ShouldBe(2);
        (await again.ChangeLog.OfAsync(project.Id)).Count.ShouldBe(2);
        (await again.ChangeLog.VerifyAsync()).ShouldBeNull();
        (await OfficeChecks.RunAsync(again)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tracked_and_untracked_stand_or_fall_together(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
        {
            db.Add(Sample.Project("7"));
            await db.SaveChangesAsync();
        }

        await using (var db = office.Open())
        {
            db.Add(Sample.Department("サンプル道路課"));
            db.AddUntracked([Sample.Project("6"), Sample.Project("7", "同じ番号")]);
            (await Should.ThrowAsync<RefusalException>(() => db.SaveChangesAsync())).Refusal.ShouldBe(Refusals.ProjectNumberTaken("7", "サンプル道路維持事業"));
        }

        await using (var db = office.Open())
        {
            await using var write = await db.BeginWriteAsync();
            db.AddUntracked([Sample.Project("8")]);
            await db.SaveChangesAsync();
        }

        await using var after = office.Open();
        (await after.Projects.Select(p => p.Number).ToListAsync()).ShouldBe(["7"]);
        (await after.Departments.AnyAsync()).ShouldBeFalse();
        (await after.ChangeEntries.CountAsync()).ShouldBe(1);
        (await after.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_refers_to_nothing_is_not_written(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var project = Sample.Project("1");
        project.HandTo(Sample.Department().Id, new(2024));
        db.AddUntracked([project]);
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        await using var after = office.Open();
        (await after.Projects.AnyAsync()).ShouldBeFalse();
    }

    private static List<object> OneOfEverything()
    {
        var at = new DateTime(2026, 4, 1, 1, 2, 3, 456, DateTimeKind.Utc).AddTicks(7_890);
        var division = Sample.Department("サンプル部");
        var department = Sample.Department("サンプル課", division);
        var person = Sample.Person(Role.PlanningOffice, department);
        var plan = Sample.Plan();
        var (edition, items) = Sample.Edition(plan);
        edition.BringIn(null, at);
        var opened = plan.Draft("公開した案");
        opened.Open(person.Id, at);
        var draft = plan.Draft("案");
        var project = Sample.FullProject(department, plan, items[2]);
        project.Classify("一般", null, "道路法 \\ \"42\"条\t{0}", true, false);
        project.Record(new(2025), MoneyStage.Supplementary, MoneyKind.Other, Figure.Of(new(-9_876_543_210)));
        var indicator = Sample.Indicator(project);
        indicator.Measure(new(2026), 0.1234567m, ActualStatus.Estimated, "0.1234567\n(推計)");
        indicator.UseFor(plan.Id, items[2].Key, 2);
        var evaluation = EvaluationFact.Of(project.Id, new(2025));
        evaluation.Answer(1, EvaluationStage.Self, "有効性", "高い", null);
        evaluation.Answer(2, EvaluationStage.Manager, "今後の方向性", null, "𠮷野・\uFA19社");
        var run = ImportRun.Of("一覧.xlsx", new('a', 64), "{}", new(2025), person.Id, at);
        return
        [
            division, department, person, Invitation.To(person.Id, new('b', 64), null, at), MayoralTerm.Of(new(2022, 3, 20), new(2026, 3, 19), null), plan, edition, opened, draft, .. items,
            project, indicator, evaluation,
            Survey.Report("サンプル市民アンケート", "市民", new(2025, 5, 1), null, 3_000, 1_237, null, null, 41.20m, null, null), Meeting.Hold("サンプル審議会", null, 2026, 5, null, null, null, null), GlossaryTerm.Explain("共生社会", "きょうせいしゃかい", "支え合う社会", "市の資料"),
            run, new ImportMemory(run.Id, "Project", "1", project.Id.Value, "{\"name\":\"道路\"}", null, 1),
        ];
    }

    private static async Task<List<string>> RowsAsync(OfficeDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={reader.GetValue(i).GetType().Name}:{Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)}")));
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    // why: place, time and nonce differ from save to save; what the entry says must not.
    private static async Task<List<string>> EntriesAsync(OfficeDb db)
    {
        var entries = await db.ChangeEntries.AsNoTracking().ToListAsync();
        return [.. entries.Select(e => Without(e.Text, "sequence", "previous", "personal")).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> PersonalAsync(OfficeDb db) =>
        [.. (await db.Set<ChangePayload>().AsNoTracking().ToListAsync()).Select(p => $"{p.AggregateId} {Without(p.Text!, "nonce")}").Order(StringComparer.Ordinal)];

    private static string Without(string json, params string[] names)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        foreach (var name in names)
            node.Remove(name).ShouldBeTrue(name);
        return node.ToJsonString();
    }
}
