using Shirube.Domain.Plans;
using Shirube.Files.Papers;

namespace Shirube.Office.Plans;

/// <summary>The tree of a plan as rows of a 体系図: one row for each lowest item, one column for each level, an item as high as what lies under it.</summary>
public sealed record TreeRows(IReadOnlyList<Level> Levels, IReadOnlyList<IReadOnlyList<TreeCell>> Rows)
{
    private sealed record Way(PlanItem?[] Items);

    /// <param name="depth">How many levels from the top are drawn.</param>
    public static TreeRows Of(PlanBook book, int depth)
    {
        var levels = book.Plan.Levels.OrderBy(l => l.Order).Take(depth).ToList();
        var places = levels.Select((l, i) => (l.Id, i)).ToDictionary(l => l.Id, l => l.i);
        var ways = new List<Way>();
        Walk(book, null, new(new PlanItem?[levels.Count]), places, ways);
        return new(levels, [.. ways.Select((_, at) => RowOf(ways, at))]);
    }

    public BookTable Table() => new(Widths,
        [new([.. Levels.Select(l => new BookCell(l.Name, CellLook.Head))], IsHead: true), .. Rows.Select(r => new BookRow([.. r.Select(CellOf)]))]);

    internal IReadOnlyList<int> Widths => [.. Levels.Select((_, i) => Levels.Count > 1 && i == 0 ? 8 : 10)];

    internal static BookCell CellOf(TreeCell cell) => new(cell.Words, rows: cell.Rows);

    private static void Walk(PlanBook book, PlanItem? item, Way way, Dictionary<LevelId, int> places, List<Way> ways)
    {
        var below = book.Below[item?.Id].Where(i => places.ContainsKey(i.LevelId)).ToList();
        if (below.Count == 0 && item is not null)
            ways.Add(way);
        foreach (var child in below)
        {
            var further = (PlanItem?[])way.Items.Clone();
            further[places[child.LevelId]] = child;
            Walk(book, child, new(further), places, ways);
        }
    }

    // why: a cell stands in the row where its item comes first; an empty one where the tree leaves a level out.
    private static List<TreeCell> RowOf(List<Way> ways, int at)
    {
        var cells = new List<TreeCell>();
        for (var column = 0; column < ways[at].Items.Length; column++)
        {
            var item = ways[at].Items[column];
            if (item is null)
                cells.Add(new(null, 1));
            else if (at == 0 || ways[at - 1].Items[column] != item)
                cells.Add(new(item, ways.Skip(at).TakeWhile(w => w.Items[column] == item).Count()));
        }

        return cells;
    }
}

/// <param name="Item">Null where the tree leaves the level out.</param>
/// <param name="Rows">How many rows it is high.</param>
public sealed record TreeCell(PlanItem? Item, int Rows)
{
    public string Words => Item is null ? "" : BookWords.Named(WorkingTree.NameOf(Item), Item.IsSample);
}
