using Shirube.Files.Papers;

namespace Shirube.Office.Plans;

/// <summary>How a tree goes on one sheet: in how many blocks side by side, with letters of which size.</summary>
public sealed class ChartFit
{
    private const int MostBlocks = 5;
    private const int Gap = 1;
    private const double Largest = 15;
    private const double Step = 0.5;
    private const double LineHeight = 1.3;
    // why: what the edges of a cell take of its width and of its height, in points.
    private const double Sides = 10;
    private const double Edges = 1.5;
    private readonly TreeRows tree;
    private readonly List<IReadOnlyList<IReadOnlyList<TreeCell>>> blocks;

    private ChartFit(TreeRows tree, List<IReadOnlyList<IReadOnlyList<TreeCell>>> blocks, double width, double height)
    {
        (this.tree, this.blocks) = (tree, blocks);
        RowPoints = Math.Min(height / (Rows + 1), Largest * 3);
        Points = Size(width);
    }

    /// <summary>The largest size at which every title goes into its cell, up to 15 points; 0 where none does.</summary>
    public double Points { get; }
    public double RowPoints { get; }
    private int Rows => blocks.Max(b => b.Count);

    /// <summary>The way with the largest letters; null where the tree is empty.</summary>
    public static ChartFit? Best(TreeRows tree) =>
        tree.Rows.Count == 0 ? null : Enumerable.Range(1, MostBlocks).Select(b => Split(tree, b)).DistinctBy(b => b.Count).Select(b => new ChartFit(tree, b, SheetPaper.Width, SheetPaper.Height)).MaxBy(f => f.Points);

    /// <summary>In one block on a sheet of the same width; 0 where no size fits.</summary>
    public static double InOneBlock(TreeRows tree, double height) => tree.Rows.Count == 0 ? Largest : new ChartFit(tree, Split(tree, 1), SheetPaper.Width, height).Points;

    public BookTable Table()
    {
        var columns = tree.Levels.Count;
        var widths = Enumerable.Range(0, blocks.Count).SelectMany(b => b == 0 ? tree.Widths : tree.Widths.Prepend(Gap)).ToList();
        var head = new BookRow([.. Enumerable.Range(0, blocks.Count).SelectMany(b => tree.Levels.Select(l => new BookCell(l.Name, CellLook.Head)).Prepend(new BookCell("", CellLook.Blank)).Skip(b == 0 ? 1 : 0))], IsHead: true);
        return new(widths, [head, .. Enumerable.Range(0, Rows).Select(r => new BookRow([.. blocks.SelectMany((block, b) => Cells(block, b, r, columns))]))]);
    }

    private IEnumerable<BookCell> Cells(IReadOnlyList<IReadOnlyList<TreeCell>> block, int at, int row, int columns)
    {
        if (at > 0 && row == 0)
            yield return new("", CellLook.Blank, Rows);
        if (row == block.Count)
            yield return new("", CellLook.Blank, Rows - block.Count, columns);
        if (row < block.Count)
            foreach (var cell in block[row])
                yield return TreeRows.CellOf(cell);
    }

    // why: a block ends where an item of the top level does.
    private static List<IReadOnlyList<IReadOnlyList<TreeCell>>> Split(TreeRows tree, int wanted)
    {
        var most = Math.Ceiling(tree.Rows.Count / (double)wanted);
        var split = new List<IReadOnlyList<IReadOnlyList<TreeCell>>>();
        var open = new List<IReadOnlyList<TreeCell>>();
        for (var row = 0; row < tree.Rows.Count; row++)
        {
            var begins = tree.Rows[row].Count == tree.Levels.Count ? tree.Rows[row][0].Rows : 0;
            if (begins > 0 && open.Count > 0 && split.Count < wanted - 1 && open.Count + begins / 2d > most)
            {
                split.Add(open);
                open = [];
            }

            open.Add(tree.Rows[row]);
        }

        split.Add(open);
        return split;
    }

    private double Size(double width)
    {
        var all = blocks.Count * tree.Widths.Sum() + (blocks.Count - 1) * Gap;
        var cells = blocks.SelectMany(b => b).SelectMany(row => row.Select((cell, i) => (cell, Width: width * tree.Widths[tree.Levels.Count - row.Count + i] / all - Sides))).Select(c => (Letters: Letters(c.cell.Words), c.Width, Height: c.cell.Rows * RowPoints - Edges)).ToList();
        for (var points = Largest; points >= Step; points -= Step)
            if (cells.All(c => Math.Ceiling(c.Letters * points / Math.Max(1, c.Width)) * points * LineHeight <= c.Height))
                return points;
        return 0;
    }

    // why: a Latin letter is about half as wide as a Japanese one.
    private static double Letters(string words) => Math.Max(1, words.Sum(c => c < 256 ? 0.6 : 1.02));
}
