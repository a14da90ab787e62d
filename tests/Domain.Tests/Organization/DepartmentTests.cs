using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shouldly;
using Xunit;

namespace Domain.Tests.Organization;

public sealed class DepartmentTests
{
    private static readonly FiscalYear First = new(2020);

    [Fact]
    public void No_sequence_of_moves_makes_a_department_lie_under_itself()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var all = Enumerable.Range(1, 20).Select(i => Department.Establish($"第{i}課", First)).ToList();
            for (var move = 0; move < 200; move++)
            {
                var parents = all.ToDictionary(d => d.Id, d => d.ParentId);
                var (moved, target) = (all[random.Next(all.Count)], random.Next(6) == 0 ? null : all[random.Next(all.Count)]);
                if (moved.WhyNotMoveUnder(target?.Id, parents) is null)
                    moved.MoveUnder(target?.Id, parents);
                else
                    Should.Throw<RefusalException>(() => moved.MoveUnder(target?.Id, parents)).Refusal.Code.ShouldBe("department-cycle");
                all.ShouldAllBe(d => ReachesTop(d, all), $"seed {seed}, move {move}");
            }
        }
    }

    [Fact]
    public void A_department_exists_in_its_years_only()
    {
        var department = Department.Establish("都市計画課", First);
        department.Abolish(new(2025));
        new[] { 2019, 2020, 2025, 2026 }.Select(y => department.ExistsIn(new(y))).ShouldBe([false, true, true, false]);
        department.Reestablish();
        department.ExistsIn(new(2026)).ShouldBeTrue();
    }

    [Fact]
    public void A_department_does_not_end_before_it_begins() =>
        Should.Throw<RefusalException>(() => Department.Establish("都市計画課", First).Abolish(new(2019))).Refusal.Code.ShouldBe("end-before-begin");

    [Fact]
    public void A_department_has_a_name() =>
        Should.Throw<RefusalException>(() => Department.Establish(" ", First)).Refusal.ToString().ShouldBe("部課の名前が空です。名前を入力してください。");

    private static bool ReachesTop(Department department, List<Department> all)
    {
        var steps = 0;
        for (var at = department.ParentId; at is { } up; at = all.Single(d => d.Id == up).ParentId)
            if (++steps > all.Count)
                return false;
        return true;
    }
}
