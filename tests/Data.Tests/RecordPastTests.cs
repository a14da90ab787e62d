using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shouldly;

namespace Data.Tests;

public sealed class RecordPastTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_the_log_says_of_any_moment_is_what_stood_then(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        foreach (var seed in Enumerable.Range(1, 3).Append(Environment.TickCount))
        {
            var project = Sample.FullProject(sample.Department, sample.Plan, sample.Items[2], $"種{seed}");
            var indicator = Indicator.Define("待機児童数", "人", IndicatorKind.Outcome);
            db.AddRange(project, indicator);
            await db.SaveChangesAsync();
            var edits = new RandomEdits(db, sample.Department, project, indicator, seed);
            var stood = new List<(long Sequence, Dictionary<Guid, Dictionary<FieldSpot, string>> Records)> { await edits.Snapshot() };
            for (var i = 0; i < 30; i++)
            {
                await edits.Next();
                stood.Add(await edits.Snapshot());
            }

            await using var fresh = office.Open();
            var entries = await fresh.ChangeLog.ReadAsync(new ChangeFilter { Records = [project.Id.Value, indicator.Id.Value] }, 0, int.MaxValue);
            foreach (var (sequence, records) in stood)
            {
                var past = RecordPast.After(sequence, entries);
                foreach (var (id, values) in records)
                    past[id].Values.OrderBy(v => $"{v.Key}").ShouldBe(values.OrderBy(v => $"{v.Key}"), $"seed {seed}, after entry {sequence}, {past[id].Kind}\n{string.Join('\n', entries.Where(e => e.Id == id && e.Sequence <= sequence).Take(4).SelectMany(e => e.Fields.Select(f => $"{e.Sequence} {f}")))}");
            }
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_removed_item_was_there_until_it_was_removed(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var item = await db.PlanItems.OrderByDescending(i => i.Id).FirstAsync(i => !db.PlanItems.Any(c => c.ParentId == i.Id) && !db.Set<Placement>().Any(p => p.ItemKey == i.Key));
        var before = await db.ChangeEntries.MaxAsync(e => e.Sequence);
        db.Remove(item);
        await db.SaveChangesAsync();

        var entries = await db.ChangeLog.ReadAsync(new ChangeFilter { Records = [sample.Plan.Id.Value], ItemsOf = item.EditionId }, 0, int.MaxValue);
        RecordPast.After(before, entries)[item.Id.Value].Of(null, null, "Title").ShouldBe(item.Title);
        RecordPast.After(long.MaxValue, entries)[item.Id.Value].Exists.ShouldBeFalse();
        var names = await RecordNames.ReadAsync(db, [item.Id.Value], [item.Key.Value]);
        names.ShouldContain(n => n.Id == item.Id.Value && n.Gone && n.Name.EndsWith(item.Title));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_record_of_the_office_has_a_name(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var ids = await db.ChangeEntries.Select(e => e.AggregateId).Distinct().ToListAsync();
        var names = await RecordNames.ReadAsync(db, ids, []);
        names.Select(n => n.Id).ShouldBe(ids, ignoreOrder: true);
        names.Single(n => n.Id == sample.Project.Id.Value).Name.ShouldBe(sample.Project.Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_log_is_asked_by_person_day_way_field_and_words_and_told_by_save(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var log = db.ChangeLog;
        var began = await log.CountAsync(new());
        office.Clock.Advance(TimeSpan.FromDays(1));
        db.Change = new(sample.Person.Id, "office", null);
        sample.Project.Rename("1", "サンプル橋りょう事業");
        await db.SaveChangesAsync();
        office.Clock.Advance(TimeSpan.FromDays(1));
        db.Change = new(sample.Person.Id, "取込", "一覧.xlsx");
        sample.Project.Record(new(2024), MoneyStage.Settled, MoneyKind.General, Figure.Of(new(5)));
        sample.Department.Rename("サンプル橋りょう課", null);
        db.Add(ImportRun.Of("一覧.xlsx", "0", "{}", null, sample.Person.Id, office.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();

        (await log.CountAsync(new() { By = sample.Person.Id })).ShouldBe(4);
        (await log.CountAsync(new() { FromUtc = new DateTime(2026, 4, 2, 0, 0, 0, DateTimeKind.Utc), UntilUtc = new DateTime(2026, 4, 3, 0, 0, 0, DateTimeKind.Utc) })).ShouldBe(1);
        (await log.CountAsync(new() { Way = ChangeWay.Imported })).ShouldBe(3);
        (await log.CountAsync(new() { Way = ChangeWay.ByHand })).ShouldBe(1);
        (await log.CountAsync(new() { Way = ChangeWay.ByProgram })).ShouldBe(began);
        (await log.CountAsync(new() { Kinds = ["Project"], Field = "Money", FromUtc = new DateTime(2026, 4, 2, 0, 0, 0, DateTimeKind.Utc) })).ShouldBe(1);
        (await log.CountAsync(new() { Kinds = ["Project"], Field = "Name" })).ShouldBe(2);
        (await log.CountAsync(new() { Kinds = ["Project"], Field = "InternalContact" })).ShouldBe(1);
        (await log.CountAsync(new() { Words = "橋りょう" })).ShouldBe(2);
        (await log.CountAsync(new() { Words = "100%" })).ShouldBe(0);
        var saves = new ChangeSaves(db);
        var newest = (await saves.ReadAsync(new(), 0, 10))[0];
        (newest.Count, newest.By).ShouldBe((3, sample.Person.Id));
        newest.Kinds.ShouldBe(new Dictionary<string, int> { ["Project"] = 1, ["Department"] = 1, ["ImportRun"] = 1 }, ignoreOrder: true);
        newest.Shown.Count.ShouldBe(2);
        newest.Run.ShouldNotBeNull();
        (await saves.CountAsync(new() { By = sample.Person.Id })).ShouldBe(2);
    }

    private sealed class RandomEdits(OfficeDb db, Department department, Project project, Indicator indicator, int seed)
    {
        private readonly Random random = new(seed);

        public async Task Next()
        {
            var year = new FiscalYear(random.Next(2022, 2027));
            switch (random.Next(10))
            {
                case 0: project.Rename(Maybe($"番号{seed}の"), $"事業{random.Next(100)}"); break;
                case 1: project.Describe(new(Maybe("概要\n二行目"), Maybe("手段"), null, Maybe("対象"), null, Maybe("結果"))); break;
                case 2: project.Record(year, MoneyStage.Settled, (MoneyKind)random.Next(8), random.Next(4) switch { 0 => null, 1 => Figure.None(Absence.Undecided), _ => Figure.Of(new(random.Next(1_000_000))) }); break;
                case 3: project.Staff(year, MoneyStage.Settled, random.Next(3) == 0 ? null : random.Next(100) / 10m, null, random.Next(2) == 0 ? null : 1.50m); break;
                case 4: project.HandTo(department.Id, year); break;
                case 5: project.Budget([.. Enumerable.Range(0, random.Next(4)).Select(i => new BudgetCode(random.Next(2) == 0 ? null : "一般", $"{random.Next(3)}", null, random.Next(3) == 0 ? Maybe("目") : null, random.Next(2) == 0 ? null : $"{i}"))]); break;
                case 6: indicator.Measure(year, random.Next(1000) / 8m, ActualStatus.Final); break;
                case 7: indicator.Unmeasure(year); break;
                case 8: indicator.Aim(year, random.Next(100), new(2026, 4, 1), Maybe("見直し")); break;
                default: project.NoteInternally(Maybe("内線1"), Maybe("メモ")); project.Schedule(new(random.Next(2) == 0 ? null : PeriodKind.Limited, new(2020), random.Next(2) == 0 ? null : year, null)); break;
            }

            await db.SaveChangesAsync();
        }

        public async Task<(long, Dictionary<Guid, Dictionary<FieldSpot, string>>)> Snapshot()
        {
            var records = new Dictionary<Guid, Dictionary<FieldSpot, string>>();
            await using var fresh = db.Home.Open();
            foreach (var (type, key) in new (Type, object)[] { (typeof(Project), project.Id), (typeof(Indicator), indicator.Id) })
            {
                var entry = fresh.Entry((await fresh.FindAsync(type, key))!);
                foreach (var collection in entry.Collections)
                    await collection.LoadAsync();
                records[Roots.IdOf(entry)] = ChangedFields.Now(entry).Where(v => v.Value is not null).ToDictionary(v => new FieldSpot(v.Key.Part, v.Key.Key, v.Key.Field), v => v.Value!);
            }

            return (await db.ChangeEntries.MaxAsync(e => e.Sequence), records);
        }

        private string? Maybe(string text) => random.Next(3) == 0 ? null : $"{text}{random.Next(50)}";
    }
}
