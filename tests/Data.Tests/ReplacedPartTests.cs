using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Projects;
using Shouldly;

namespace Data.Tests;

public sealed class ReplacedPartTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_part_replaced_by_one_with_the_same_key_is_told_with_what_it_was_and_became(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        foreach (var lines in new BudgetCode[][] { [new("一般", "2", null, "目1", null), new("一般", "3", null, null, "道路")], [new("一般", "2", null, null, "橋")], [new("特別", "2", null, "目2", "橋"), new("一般", "3", null, null, "道路")], [new("特別", "9", null, null, "橋")] })
        {
            sample.Project.Budget(lines);
            await db.SaveChangesAsync();
            await using var fresh = office.Open();
            var stored = await fresh.Set<BudgetLine>().Where(l => l.ProjectId == sample.Project.Id).OrderBy(l => l.Order).ToListAsync();
            stored.Select(l => l.Code).ShouldBe(lines);
            var entries = await fresh.ChangeLog.OfAsync(sample.Project.Id);
            var past = RecordPast.After(long.MaxValue, entries)[sample.Project.Id.Value];
            Enumerable.Range(1, lines.Length).Select(i => new BudgetCode(Of(i, "Account"), Of(i, "Category"), Of(i, "Item"), Of(i, "SubItem"), Of(i, "Line")))
                .ShouldBe(lines, string.Join('\n', entries[0].Fields));
            past.Values.Keys.Count(k => k.Part == nameof(BudgetLine) && k.Key == $"{lines.Length + 1}").ShouldBe(0);

            string? Of(int order, string field) => past.Of(nameof(BudgetLine), $"{order}", field);
        }
    }

    // why: out of so few codes nearly every save replaces some line by one of equal content, takes one away in the middle or names one twice.
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lines_replaced_by_lines_of_equal_content_are_told_as_they_stood(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        BudgetCode[] codes = [new("一般", "2", null, "目1", null), new("一般", "2", null, null, "道路"), new(null, "3", null, null, null), new("特別", null, null, "目1", "橋")];
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var stood = new Dictionary<long, List<BudgetCode>>();
        for (var i = 0; i < 150; i++)
        {
            sample.Project.Budget([.. Enumerable.Range(0, random.Next(4)).Select(_ => codes[random.Next(codes.Length)])]);
            await db.SaveChangesAsync();
            await using var fresh = office.Open();
            stood[await fresh.ChangeEntries.MaxAsync(e => e.Sequence)] = (await fresh.Set<BudgetLine>().Where(l => l.ProjectId == sample.Project.Id).OrderBy(l => l.Order).ToListAsync()).ConvertAll(l => l.Code);
        }

        stood.Count.ShouldBeGreaterThan(50);
        var entries = await db.ChangeLog.OfAsync(sample.Project.Id, take: int.MaxValue);
        foreach (var (sequence, lines) in stood)
        {
            var past = RecordPast.After(sequence, entries)[sample.Project.Id.Value];
            var told = past.Values.Keys.Where(k => k.Part == nameof(BudgetLine)).Select(k => k.Key!).Distinct().Order(StringComparer.Ordinal)
                .Select(k => new BudgetCode(past.Of(nameof(BudgetLine), k, "Account"), past.Of(nameof(BudgetLine), k, "Category"), past.Of(nameof(BudgetLine), k, "Item"), past.Of(nameof(BudgetLine), k, "SubItem"), past.Of(nameof(BudgetLine), k, "Line")));
            told.ShouldBe(lines, $"seed {seed}, after entry {sequence}");
        }
    }
}
