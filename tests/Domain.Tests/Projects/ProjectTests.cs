using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Domain.Tests.Projects;

public sealed class ProjectTests
{
    private static readonly FiscalYear Year = new(2024);
    private readonly Project project = Project.Start("101", "産後ケア事業");

    [Fact]
    public void A_blank_a_dash_and_zero_are_three_different_things()
    {
        project.Record(Year, MoneyStage.Settled, MoneyKind.National, Figure.Of(Yen.Zero));
        project.Record(Year, MoneyStage.Settled, MoneyKind.Bond, Figure.None(Absence.Dash));
        project.Record(Year, MoneyStage.Settled, MoneyKind.Other, null);
        project.Money.Select(m => (m.Kind, m.Amount, m.Absence)).ShouldBe(
            [(MoneyKind.National, Yen.Zero, null), (MoneyKind.Bond, null, Absence.Dash)], ignoreOrder: true);
        project.Record(Year, MoneyStage.Settled, MoneyKind.National, null);
        project.Money.Single().Kind.ShouldBe(MoneyKind.Bond);
    }

    [Fact]
    public void The_same_figure_twice_keeps_one_row_and_a_new_one_replaces_it()
    {
        project.Record(Year, MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1000)));
        project.Record(Year, MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(1000)));
        project.Record(Year, MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(2000)));
        project.Money.Single().Amount.ShouldBe(new Yen(2000));
    }

    [Theory]
    [InlineData(10_000_000_000_000, true)]
    [InlineData(10_000_000_000_001, false)]
    [InlineData(-10_000_000_000_000, true)]
    [InlineData(-10_000_000_000_001, false)]
    public void An_amount_beyond_ten_trillion_is_refused(long amount, bool taken)
    {
        var figure = Figure.Of(new(amount));
        (project.WhyNotRecord(figure) is null).ShouldBe(taken);
        if (!taken)
            Should.Throw<RefusalException>(() => project.Record(Year, MoneyStage.Settled, MoneyKind.Total, figure)).Refusal.ToDo.ShouldContain("単位");
        project.Money.Count.ShouldBe(0);
    }

    [Fact]
    public void A_stated_total_may_differ_from_its_sources_by_one_yen_for_each()
    {
        CostCheck.Difference(Figures((MoneyKind.National, 100), (MoneyKind.General, 200), (MoneyKind.Total, 302))).ShouldBeNull();
        CostCheck.Difference(Figures((MoneyKind.National, 100), (MoneyKind.General, 200), (MoneyKind.Total, 303))).ShouldBe(new Yen(3));
        CostCheck.Difference(Figures((MoneyKind.National, 100), (MoneyKind.General, 200), (MoneyKind.Total, 297))).ShouldBe(new Yen(-3));
    }

    [Fact]
    public void A_total_without_sources_is_compared_with_nothing()
    {
        CostCheck.Difference(Figures((MoneyKind.Total, 300))).ShouldBeNull();
        CostCheck.Difference(Figures((MoneyKind.National, 100))).ShouldBeNull();
        CostCheck.Difference(Figures((MoneyKind.Total, 300), (MoneyKind.Personnel, 500))).ShouldBeNull();
    }

    [Fact]
    public void A_project_is_owned_by_a_department_until_it_is_handed_on()
    {
        var (old, now) = (DepartmentId.New(), DepartmentId.New());
        project.HandTo(old, new(2020));
        project.HandTo(now, new(2025));
        new[] { 2019, 2020, 2024, 2025, 2030 }.Select(y => project.OwnerIn(new(y))).ShouldBe([null, old, old, now, now]);
        project.HandTo(now, new(2026));
        project.Ownerships.Count.ShouldBe(2);
    }

    [Fact]
    public void A_project_has_one_main_place_in_a_plan_and_any_number_of_others()
    {
        var (plan, other, a, b) = (PlanId.New(), PlanId.New(), PublicKey.New(), PublicKey.New());
        project.PlaceUnder(plan, a);
        project.AlsoPlaceUnder(plan, b);
        project.PlaceUnder(other, a);
        project.PlaceUnder(plan, b);
        project.Placements.Where(p => p.PlanId == plan).ShouldHaveSingleItem().ItemKey.ShouldBe(b);
        project.PlaceNowhere(plan);
        project.Placements.ShouldHaveSingleItem().PlanId.ShouldBe(other);
    }

    [Fact]
    public void The_same_budget_lines_again_change_nothing()
    {
        var lines = new BudgetCode[] { new("一般", "3", "2", "1", "子育て"), new("一般", "4", "1", "2", null) };
        project.Budget(lines);
        var before = project.BudgetLines[0];
        project.Budget([.. lines]);
        project.BudgetLines[0].ShouldBeSameAs(before);
        project.Budget([lines[1], lines[0]]);
        project.BudgetLines.OrderBy(l => l.Order).Select(l => l.Code).ShouldBe([lines[1], lines[0]]);
    }

    [Fact]
    public void Staff_of_a_year_that_is_all_blank_is_no_row()
    {
        project.Staff(Year, MoneyStage.Settled, null, 120.5m, null);
        project.Staffing.ShouldHaveSingleItem().Hours.ShouldBe(120.5m);
        project.Staff(Year, MoneyStage.Settled, null, null, null);
        project.Staffing.ShouldBeEmpty();
    }

    [Fact]
    public void A_project_neither_ends_before_it_begins_nor_lacks_a_name()
    {
        Should.Throw<RefusalException>(() => project.Schedule(new(PeriodKind.Limited, new FiscalYear(2026), new FiscalYear(2025), null))).Refusal.Code.ShouldBe("end-before-begin");
        Should.Throw<RefusalException>(() => project.Rename("101", " ")).Refusal.Code.ShouldBe("name-missing");
        Should.Throw<RefusalException>(() => project.Rename("101", new string('名', 301))).Refusal.Code.ShouldBe("text-too-long");
        (project.Name, project.Period).ShouldBe(("産後ケア事業", ProjectPeriod.Unknown));
    }

    private static Dictionary<MoneyKind, Figure> Figures(params (MoneyKind Kind, long Yen)[] figures) =>
        figures.ToDictionary(f => f.Kind, f => Figure.Of(new(f.Yen)));
}
