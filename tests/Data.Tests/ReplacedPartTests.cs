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
}
