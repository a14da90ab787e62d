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
                    Sum(matrix.Cell(row, column).Projects).ShouldBe(city.Sum(p => city.Serves(p, row) && city.Serves(p, column)));
                Sum(matrix.Row(row).Projects).ShouldBe(city.Sum(p => city.Serves(p, row) && city.Items("B").Any(c => city.Serves(p, c))));
            }
            foreach (var column in city.Items("B"))
                Sum(matrix.Column(column)).ShouldBe(city.Sum(p => city.Serves(p, column) && city.Items("A").Any(r => city.Serves(p, r))));
            Sum(matrix.Common).ShouldBe(city.Sum(p => city.Items("A").Any(r => city.Serves(p, r)) && city.Items("B").Any(c => city.Serves(p, c))));
            Sum(matrix.Orphans).ShouldBe(city.Sum(p => city.Items("A").Any(r => city.Serves(p, r)) && !city.Items("B").Any(c => city.Serves(p, c))));
        }
    }

    private static long Sum(IEnumerable<int> projects) => projects.Sum(Amount);

    private static long Amount(int project) => 1L << project;

    /// <summary>Three plans with trees of two levels, projects under them and links between them, asked project by project.</summary>
    private sealed record RandomCity(IReadOnlyList<(string Above, string Item)> Trees, IReadOnlyList<(string Item, int Project)> Placements, IReadOnlyList<(string One, string Other)> Links)
    {
        private const int Projects = 12;

        public static RandomCity Of(Random chance)
        {
            var trees = "ABC".SelectMany(plan => Enumerable.Range(1, 2).SelectMany(i => Enumerable.Range(1, chance.Next(0, 4)).Select(j => ($"{plan}{i}", $"{plan}{i}-{j}")))).ToList();
            var items = "ABC".SelectMany(p => new[] { $"{p}1", $"{p}2" }).Concat(trees.Select(t => t.Item2)).ToList();
            var placements = Enumerable.Range(0, chance.Next(0, 25)).Select(_ => (items[chance.Next(items.Count)], chance.Next(Projects))).ToList();
            var links = Enumerable.Range(0, chance.Next(0, 8)).Select(_ => (items[chance.Next(items.Count)], items[chance.Next(items.Count)])).Where(l => l.Item1[0] != l.Item2[0]).ToList();
            return new(trees, placements, links);
        }

        public List<string> Items(string plan) => [$"{plan}1", $"{plan}2", .. Trees.Select(t => t.Item).Where(i => i.StartsWith(plan, StringComparison.Ordinal))];

        public bool Serves(int project, string item) =>
            Placements.Any(p => p.Project == project && (IsBelow(p.Item, item) || Links.Any(l => (IsBelow(l.One, item) && IsBelow(p.Item, l.Other)) || (IsBelow(l.Other, item) && IsBelow(p.Item, l.One)))));

        public long Sum(Func<int, bool> counts) => Enumerable.Range(0, Projects).Where(counts).Sum(Amount);

        private static bool IsBelow(string item, string above) => item == above || item.StartsWith(above + "-", StringComparison.Ordinal);
    }
}
