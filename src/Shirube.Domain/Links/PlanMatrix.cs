namespace Shirube.Domain.Links;

/// <summary>Plan against plan: what the items of one and the items of another have in common, what has no counterpart, what has several.</summary>
public sealed class PlanMatrix<TItem, TProject> where TItem : notnull where TProject : notnull
{
    private readonly Serving<TItem, TProject> serving;
    private readonly IReadOnlyCollection<TItem> allColumns;
    private readonly HashSet<TProject> inRows;
    private readonly HashSet<TProject> inColumns;
    private readonly ILookup<TProject, TItem> homes;

    /// <param name="serving">Who serves which item, over all plans.</param>
    /// <param name="allRows">All items of the one plan.</param>
    /// <param name="allColumns">All items of the other plan.</param>
    public PlanMatrix(Serving<TItem, TProject> serving, IReadOnlyCollection<TItem> allRows, IReadOnlyCollection<TItem> allColumns)
    {
        this.serving = serving;
        this.allColumns = allColumns;
        inRows = allRows.SelectMany(r => serving.Of(r)).ToHashSet();
        inColumns = allColumns.SelectMany(c => serving.Of(c)).ToHashSet();
        homes = serving.Homes(allColumns);
    }

    /// <summary>The projects of both plans.</summary>
    public IReadOnlySet<TProject> Common => inRows.Intersect(inColumns).ToHashSet();

    public MatrixCell<TProject> Cell(TItem row, TItem column) =>
        new(serving.Of(row).Intersect(serving.Of(column)).ToHashSet(), Links(row, serving.WithBelow(column).ToHashSet()));

    /// <summary>A row with all columns: not the sum of its cells, because a project may stand in several.</summary>
    public MatrixCell<TProject> Row(TItem row) => new(serving.Of(row).Intersect(inColumns).ToHashSet(), Links(row, allColumns.ToHashSet()));

    public IReadOnlySet<TProject> Column(TItem column) => serving.Of(column).Intersect(inRows).ToHashSet();

    /// <summary>Nothing links the item, or one below it, with the other plan, and no project of it has a place there.</summary>
    public bool IsOrphan(TItem row) => Row(row) is { Links: 0, Projects.Count: 0 };

    /// <summary>Projects of the one plan that have no place in the other.</summary>
    public IReadOnlySet<TProject> Orphans => inRows.Except(inColumns).ToHashSet();

    /// <summary>Projects of the one plan that stand under several items of the other, with those.</summary>
    public IReadOnlyList<(TProject Project, IReadOnlyList<TItem> Items)> DoubleHomes =>
        [.. homes.Where(h => inRows.Contains(h.Key) && h.Distinct().Skip(1).Any()).Select(h => (h.Key, (IReadOnlyList<TItem>)[.. h.Distinct()]))];

    private int Links(TItem row, HashSet<TItem> others) => serving.WithBelow(row).Sum(i => serving.LinkedWith(i).Count(others.Contains));
}

/// <summary>What two items have in common: projects, each once, and links of items.</summary>
public sealed record MatrixCell<TProject>(IReadOnlySet<TProject> Projects, int Links);
