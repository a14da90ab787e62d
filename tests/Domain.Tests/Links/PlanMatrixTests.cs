using Shirube.Domain.Links;
using Shouldly;
using Xunit;

namespace Domain.Tests.Links;

public sealed class PlanMatrixTests
{
    [Fact]
    public void A_project_serves_an_item_by_its_place_or_through_one_link_and_no_further()
    {
        var city = new Serving<string, int>(
            [("A", "A1"), ("A", "A2"), ("S", "S1")],
            [("A1", 1), ("A1", 2), ("A2", 3), ("S1", 4), ("C1", 5)],
            [("A1", "S1"), ("S1", "C1")]);
        city.Of("S1").ShouldBe([1, 2, 4, 5], ignoreOrder: true);
        city.Of("S").ShouldBe([1, 2, 4, 5], ignoreOrder: true);
        city.Of("A1").ShouldBe([1, 2, 4], ignoreOrder: true, "what stands beyond what is linked serves nothing by that");
        city.Of("A").ShouldBe([1, 2, 3, 4], ignoreOrder: true);
        city.Of("C1").ShouldBe([4, 5], ignoreOrder: true);
    }

    [Fact]
    public void What_has_no_counterpart_and_what_has_several_is_told()
    {
        var city = new Serving<string, int>(
            [("A", "A1"), ("A", "A2"), ("A", "A3"), ("S", "S1"), ("S", "S2")],
            [("A1", 1), ("A2", 2), ("A3", 3), ("S2", 1)],
            [("A1", "S1"), ("A1", "S")]);
        var matrix = new PlanMatrix<string, int>(city, ["A", "A1", "A2", "A3"], ["S", "S1", "S2"]);
        new[] { "A", "A1", "A2", "A3" }.Where(matrix.IsOrphan).ShouldBe(["A2", "A3"]);
        matrix.Orphans.ShouldBe([2, 3], ignoreOrder: true);
        var twice = matrix.DoubleHomes.Single();
        twice.Project.ShouldBe(1);
        twice.Items.ShouldBe(["S1", "S2"], ignoreOrder: true, "S is above both");
        (matrix.Cell("A1", "S1").Projects.Count, matrix.Cell("A1", "S1").Links).ShouldBe((1, 1));
        (matrix.Row("A1").Projects.Count, matrix.Row("A1").Links).ShouldBe((1, 2));
        matrix.Common.ShouldBe([1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20260928)]
    public void Money_of_any_matrix_is_what_counting_project_by_project_gives(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 50; round++)
        {
            var city = RandomCity.Of(chance);
            var serving = new Serving<string, int>(city.Trees, city.Placements, city.Links);
            var matrix = new PlanMatrix<string, int>(serving, city.Items("A"), city.Items("B"));
            foreach (var row in city.Items("A"))
            {
                foreach (var column in city.Items("B"))
                    RandomCity.Sum(matrix.Cell(row, column).Projects).ShouldBe(city.Sum(p => city.Serves(p, row) && city.Serves(p, column)));
                RandomCity.Sum(matrix.Row(row).Projects).ShouldBe(city.Sum(p => city.Serves(p, row) && city.Items("B").Any(c => city.Serves(p, c))));
            }
            foreach (var column in city.Items("B"))
                RandomCity.Sum(matrix.Column(column)).ShouldBe(city.Sum(p => city.Serves(p, column) && city.Items("A").Any(r => city.Serves(p, r))));
            RandomCity.Sum(matrix.Common).ShouldBe(city.Sum(p => city.Items("A").Any(r => city.Serves(p, r)) && city.Items("B").Any(c => city.Serves(p, c))));
            RandomCity.Sum(matrix.Orphans).ShouldBe(city.Sum(p => city.Items("A").Any(r => city.Serves(p, r)) && !city.Items("B").Any(c => city.Serves(p, c))));
        }
    }
}
