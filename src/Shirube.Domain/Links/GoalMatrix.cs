namespace Shirube.Domain.Links;

/// <summary>A plan against the 17 goals of the SDGs: what its items do for each, by links of their own and through their projects; which items and which goals have nothing.</summary>
public sealed class GoalMatrix<TItem, TProject> where TItem : notnull where TProject : notnull
{
    private readonly Serving<TItem, TProject> serving;
    private readonly IReadOnlyCollection<TItem> all;
    private readonly HashSet<TProject> inPlan;
    private readonly ILookup<TItem, int> linked;
    private readonly Dictionary<int, HashSet<TProject>> serves;
    private readonly HashSet<TProject> serveAny;

    /// <param name="serving">Who serves which item, over all plans.</param>
    /// <param name="all">All items of the plan.</param>
    /// <param name="items">Items of any plan with the goals they are linked with, one for each link.</param>
    /// <param name="projects">Projects with the goals they are linked with themselves.</param>
    public GoalMatrix(Serving<TItem, TProject> serving, IReadOnlyCollection<TItem> all, IReadOnlyCollection<(TItem Item, int Goal)> items, IReadOnlyCollection<(TProject Project, int Goal)> projects)
    {
        (this.serving, this.all) = (serving, all);
        inPlan = all.SelectMany(i => serving.Of(i)).ToHashSet();
        linked = items.ToLookup(i => i.Item, i => i.Goal);
        serves = GlobalGoals.All.ToDictionary(g => g, g => items.Where(i => i.Goal == g).SelectMany(i => serving.Placed(i.Item)).Concat(projects.Where(p => p.Goal == g).Select(p => p.Project)).ToHashSet());
        serveAny = serves.Values.SelectMany(p => p).ToHashSet();
    }

    /// <summary>The projects of the plan that serve any goal.</summary>
    public IReadOnlySet<TProject> ServingAny => inPlan.Intersect(serveAny).ToHashSet();

    /// <summary>The projects of the item that serve the goal by themselves or under any item that does, and how often the item, or one below it, is linked with the goal.</summary>
    public MatrixCell<TProject> Cell(TItem row, int goal) =>
        new(serving.Of(row).Intersect(serves[goal]).ToHashSet(), serving.WithBelow(row).Sum(i => linked[i].Count(g => g == goal)));

    /// <summary>A row with all goals: not the sum of its cells, because a project may serve several.</summary>
    public MatrixCell<TProject> Row(TItem row) => new(serving.Of(row).Intersect(serveAny).ToHashSet(), serving.WithBelow(row).Sum(i => linked[i].Count()));

    public MatrixCell<TProject> Column(int goal) => new(inPlan.Intersect(serves[goal]).ToHashSet(), all.Sum(i => linked[i].Count(g => g == goal)));

    /// <summary>Neither the item nor one below it is linked with a goal, and no project of it serves one.</summary>
    public bool IsOrphan(TItem row) => Row(row) is { Links: 0, Projects.Count: 0 };

    /// <summary>Goals that no item of the plan is linked with; projects may serve them.</summary>
    public IReadOnlyList<int> WithoutItem => [.. GlobalGoals.All.Where(g => !all.Any(i => linked[i].Contains(g)))];

    /// <summary>Projects of the plan that serve no goal.</summary>
    public IReadOnlySet<TProject> Orphans => inPlan.Except(serveAny).ToHashSet();
}
