namespace Domain.Tests.Links;

/// <summary>Three plans with trees of two levels, projects under them and links between them, asked project by project.</summary>
internal sealed record RandomCity(IReadOnlyList<(string Above, string Item)> Trees, IReadOnlyList<(string Item, int Project)> Placements, IReadOnlyList<(string One, string Other)> Links)
{
    public const int Projects = 12;

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

    public static bool IsBelow(string item, string above) => item == above || item.StartsWith(above + "-", StringComparison.Ordinal);

    public string Any(Random chance) => Trees.Select(t => t.Item).Concat(["A1", "A2", "B1", "B2", "C1", "C2"]).ElementAt(chance.Next(Trees.Count + 6));

    /// <summary>Each project has an amount of its own, so that no two sets of projects have the same sum.</summary>
    public static long Sum(IEnumerable<int> projects) => projects.Sum(Amount);

    private static long Amount(int project) => 1L << project;
}
