using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shouldly;

namespace Data.Tests;

public sealed class OfficeDbTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Everything_of_an_office_comes_back_as_it_was_saved(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
            await Sample.FillAsync(db);

        await using var again = office.Open();
        var project = await again.Projects.Include(p => p.Ownerships).Include(p => p.Placements).Include(p => p.BudgetLines).Include(p => p.Money).Include(p => p.Staffing).AsSplitQuery().SingleAsync();
        project.Period.ShouldBe(new ProjectPeriod(PeriodKind.Repeated, new(1974), null, "昭和49年度から"));
        project.Text.ShouldBe(ProjectText.Empty with { Outline = "道路を直す。" });
        project.Money.Single(m => m.Kind == MoneyKind.Total).Figure.ShouldBe(Figure.Of(new(1_200_000)));
        project.Money.Single(m => m.Kind == MoneyKind.Bond).Figure.ShouldBe(Figure.None(Absence.Dash));
        project.BudgetLines.Single().Code.ShouldBe(new BudgetCode("一般", "8", "2", "1", "1"));
        project.Staffing.Single().Heads.ShouldBe(1.5m);
        var indicator = await again.Indicators.Include(i => i.Actuals).Include(i => i.Targets).Include(i => i.Uses).AsSplitQuery().SingleAsync();
        indicator.Actuals.Single(a => a.FiscalYear == new FiscalYear(2024)).Value.ShouldBe(12.5m);
        indicator.TargetFor(new(2025))!.SetOn.ShouldBe(new(2024, 3, 1));
        indicator.Uses.Single().ProjectId.ShouldBe(project.Id);
        (await again.PlanItems.CountAsync()).ShouldBe(10);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sums_and_comparisons_of_yen_and_years_run_in_the_database(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        sample.Project.Record(new(2025), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(300)));
        await db.SaveChangesAsync();

        var totals = db.Set<Money>().Where(m => m.Kind == MoneyKind.Total);
        (await totals.SumAsync(m => (long)m.Amount!.Value)).ShouldBe(1_200_300);
        (await totals.SumAsync(m => (long?)m.Amount)).ShouldBe(1_200_300);
        (await totals.Where(m => m.FiscalYear >= new FiscalYear(2025)).SumAsync(m => (long)m.Amount!.Value)).ShouldBe(300);
        (await totals.Where(m => m.Amount > new Yen(1_000)).CountAsync()).ShouldBe(1);
        (await totals.Where(m => (int)m.FiscalYear + 1 == 2026).CountAsync()).ShouldBe(1);
        (await totals.GroupBy(m => m.FiscalYear).Select(g => new { g.Key, Sum = g.Sum(m => (long?)m.Amount) }).OrderByDescending(y => y.Key).FirstAsync())
            .ShouldBe(new { Key = new FiscalYear(2025), Sum = (long?)300 });
        (await db.Projects.Where(p => p.Period.First < new FiscalYear(1980)).Select(p => p.Id).SingleAsync()).ShouldBe(sample.Project.Id);
        (await db.Projects.Where(p => p.Key == sample.Project.Key).CountAsync()).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_latest_target_and_the_owner_of_a_year_are_asked_in_one_query(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        sample.Indicator.Aim(new(2025), 18m, new(2025, 3, 1), "上方修正");
        await db.SaveChangesAsync();

        var year = new FiscalYear(2025);
        var targets = await db.Indicators.Select(i => i.Targets.Where(t => t.FiscalYear == year).OrderByDescending(t => t.Revision).First().Value).ToListAsync();
        targets.ShouldBe([18m]);
        var owners = await db.Projects
            .Select(p => p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Select(o => db.Departments.Single(d => d.Id == o.DepartmentId).Name).FirstOrDefault()).ToListAsync();
        owners.ShouldBe(["サンプル課"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Drafts_are_told_from_opened_editions_in_the_database(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
        {
            var sample = await Sample.FillAsync(db);
            (await db.Editions.CountAsync(e => e.Opening == null && e.Takeover == null)).ShouldBe(1);
            sample.Edition.Open(sample.Person.Id, office.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            sample.Edition.Version.ShouldBe(2);
        }

        await using (var db = office.Open())
        {
            (await db.Editions.CountAsync(e => e.Opening == null)).ShouldBe(0);
            var edition = await db.Editions.SingleAsync(e => e.Opening != null || e.Takeover != null);
            edition.Opening!.AtUtc.ShouldBe(office.Clock.GetUtcNow().UtcDateTime);
            edition.Opening.AtUtc.Kind.ShouldBe(DateTimeKind.Utc);
            edition.Takeover.ShouldBeNull();
            edition.TakeBack();
            await db.SaveChangesAsync();
            edition.Version.ShouldBe(3);
        }

        await using var last = office.Open();
        (await last.Editions.SingleAsync()).Opening.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_change_of_a_part_alone_raises_the_version_of_its_project(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var project = (await Sample.FillAsync(db)).Project;
        project.Version.ShouldBe(1);
        project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(200)));
        await db.SaveChangesAsync();
        project.Version.ShouldBe(2);
        project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, null);
        await db.SaveChangesAsync();
        project.Version.ShouldBe(3);
        await db.SaveChangesAsync();
        project.Version.ShouldBe(3);

        // a part loaded without its project
        db.ChangeTracker.Clear();
        var staffing = await db.Set<Staffing>().SingleAsync();
        db.Remove(staffing);
        await db.SaveChangesAsync();
        (await db.Projects.SingleAsync()).Version.ShouldBe(4);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Parts_are_replaced_under_the_same_key_in_one_save(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
        {
            var sample = await Sample.FillAsync(db);
            sample.Project.Budget([new("一般", "8", "2", "1", "2"), new("一般", "8", "2", "1", "3")]);
            sample.Project.AlsoPlaceUnder(sample.Plan.Id, sample.Items[4].Key);
            await db.SaveChangesAsync();
            sample.Project.PlaceUnder(sample.Plan.Id, sample.Items[4].Key);
            await db.SaveChangesAsync();
        }

        await using var again = office.Open();
        (await again.Set<BudgetLine>().OrderBy(l => l.Order).Select(l => l.Line).ToListAsync()).ShouldBe(["2", "3"]);
        (await again.Set<Placement>().SingleAsync()).IsMain.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Numbers_and_keys_are_unique_where_given(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        db.AddRange(Sample.Project(null, "番号なし"), Sample.Project(null, "これも番号なし"), Sample.Project("7"));
        await db.SaveChangesAsync();
        db.Add(Sample.Project("7", "同じ番号"));
        var refused = await Should.ThrowAsync<RefusalException>(() => db.SaveChangesAsync());
        refused.Refusal.ShouldBe(Refusals.ProjectNumberTaken("7", "サンプル道路維持事業"));
        await using var after = office.Open();
        (await after.Projects.CountAsync()).ShouldBe(3);
        (await after.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_department_that_owns_a_project_cannot_be_deleted(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
            await Sample.FillAsync(db);
        await using var again = office.Open();
        again.Remove(await again.Departments.SingleAsync(d => d.Name == "サンプル課"));
        await Should.ThrowAsync<DbUpdateException>(() => again.SaveChangesAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Several_saves_in_one_write_stand_or_fall_together(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
        {
            await using var write = await db.BeginWriteAsync();
            db.Add(Sample.Project("1"));
            await db.SaveChangesAsync();
            db.Add(Sample.Project("2"));
            await db.SaveChangesAsync();
        }

        await using var after = office.Open();
        (await after.Projects.AnyAsync()).ShouldBeFalse();
        (await after.ChangeEntries.AnyAsync()).ShouldBeFalse();
        await using (var write = await after.BeginWriteAsync())
        {
            after.Add(Sample.Project("1"));
            await after.SaveChangesAsync();
            after.Add(Sample.Project("2"));
            await after.SaveChangesAsync();
            await write.CommitAsync();
        }

        (await after.Projects.CountAsync()).ShouldBe(2);
        (await after.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Text_is_stored_as_typed(Engine engine)
    {
        // 神 as a compatibility ideograph, 葛 with a variation selector, か with a combining mark
        const string name = "\uFA19社・葛\U000E0100城・か\u3099";
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
        {
            db.Add(Sample.Project("1", name));
            await db.SaveChangesAsync();
        }

        await using var again = office.Open();
        (await again.Projects.SingleAsync()).Name.ShouldBe(name);
    }
}
