using Shirube.Domain.Links;
using Shouldly;
using Xunit;

namespace Domain.Tests.Links;

public sealed class GoalMatrixTests
{
    [Fact]
    public void Items_without_a_goal_and_goals_without_an_item_are_told()
    {
        var serving = new Serving<string, int>([("A", "A1"), ("A", "A2"), ("A", "A3")], [("A1", 1), ("A2", 2)], []);
        var matrix = new GoalMatrix<string, int>(serving, ["A", "A1", "A2", "A3"], [("A1", 3), ("A1", 3), ("B", 4)], [(2, 5)]);
        new[] { "A", "A1", "A2", "A3" }.Where(matrix.IsOrphan).ShouldBe(["A3"], "A2 serves through its project");
        matrix.WithoutItem.ShouldBe(GlobalGoals.All.Except([3]), "an item of another plan is none of this one, nor is a project an item");
        (matrix.Cell("A", 3).Projects.Count, matrix.Cell("A", 3).Links).ShouldBe((1, 2), "two targets of one goal are two links and one project");
        (matrix.Column(5).Projects.Count, matrix.Column(5).Links).ShouldBe((1, 0));
        matrix.Orphans.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20261127)]
    public void Any_matrix_is_what_counting_project_by_project_gives(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 50; round++)
        {
            var city = RandomCity.Of(chance);
            var (items, goals) = (Enumerable.Range(0, chance.Next(0, 10)).Select(_ => (Item: city.Any(chance), Goal: chance.Next(1, 18))).ToList(), Enumerable.Range(0, chance.Next(0, 8)).Select(_ => (Project: chance.Next(RandomCity.Projects), Goal: chance.Next(1, 18))).ToList());
            var matrix = new GoalMatrix<string, int>(new(city.Trees, city.Placements, city.Links), city.Items("A"), items, goals);
            foreach (var row in city.Items("A"))
            {
                foreach (var goal in GlobalGoals.All)
                    (RandomCity.Sum(matrix.Cell(row, goal).Projects), matrix.Cell(row, goal).Links).ShouldBe((city.Sum(p => city.Serves(p, row) && Does(p, goal)), items.Count(i => RandomCity.IsBelow(i.Item, row) && i.Goal == goal)));
                (RandomCity.Sum(matrix.Row(row).Projects), matrix.Row(row).Links).ShouldBe((city.Sum(p => city.Serves(p, row) && GlobalGoals.All.Any(g => Does(p, g))), items.Count(i => RandomCity.IsBelow(i.Item, row))));
                matrix.IsOrphan(row).ShouldBe(!items.Any(i => RandomCity.IsBelow(i.Item, row)) && city.Sum(p => city.Serves(p, row) && GlobalGoals.All.Any(g => Does(p, g))) == 0);
            }
            foreach (var goal in GlobalGoals.All)
                RandomCity.Sum(matrix.Column(goal).Projects).ShouldBe(city.Sum(p => InPlan(p) && Does(p, goal)));
            matrix.WithoutItem.ShouldBe(GlobalGoals.All.Where(g => !items.Any(i => i.Goal == g && i.Item[0] == 'A')));
            RandomCity.Sum(matrix.ServingAny).ShouldBe(city.Sum(p => InPlan(p) && GlobalGoals.All.Any(g => Does(p, g))));
            RandomCity.Sum(matrix.Orphans).ShouldBe(city.Sum(p => InPlan(p) && !GlobalGoals.All.Any(g => Does(p, g))));

            bool InPlan(int project) => city.Items("A").Any(r => city.Serves(project, r));
            bool Does(int project, int goal) => goals.Contains((project, goal)) || items.Any(i => i.Goal == goal && city.Placements.Any(p => p.Project == project && RandomCity.IsBelow(p.Item, i.Item)));
        }
    }
}
