using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>体系図: the whole tree of an edition on one sheet, as deep as letters stay readable.</summary>
/// <param name="Asked">How many levels were asked for.</param>
public sealed record PlanChart(PlanBook Book, TreeRows Tree, ChartFit? Fit, int Asked)
{
    private const double Readable = 5;
    private const double Smallest = 3;

    public Plan Plan => Book.Plan;
    public string Title => $"{Book.Name} 体系図";
    public IReadOnlyList<Level> Levels => Tree.Levels;

    /// <summary>The first level that was asked for and left out, because the letters would be too small.</summary>
    public Level? LeftOut => Levels.Count < Asked ? Book.Plan.Levels.OrderBy(l => l.Order).ElementAt(Levels.Count) : null;

    public string Remark => $"{Book.Municipality} {Book.Edition.Label}({EditionWords.Of(Book.Edition).Word}) {Format.Day(Book.Day)}現在 {string.Join(" › ", Levels.Select(l => $"{l.Name} {Book.Working.Items.Count(i => i.LevelId == l.Id):#,0}"))}{(LeftOut is { } level ? $" {level.Name}から下は、1枚に収めると読めなくなるため省いています。" : "")}";

    /// <param name="level">The order of the lowest level to draw; null means the lowest that carries projects.</param>
    public static PlanChart Of(PlanBook book, int? level)
    {
        var levels = book.Plan.Levels.OrderBy(l => l.Order).ToList();
        var asked = Math.Clamp(level ?? levels.FindLastIndex(l => l.CarriesProjects) + 1, level is null && !levels.Any(l => l.CarriesProjects) ? levels.Count : 1, levels.Count);
        for (var depth = asked; depth > 1; depth--)
            if (TreeRows.Of(book, depth) is var tree && ChartFit.Best(tree) is { Points: >= Readable } fit)
                return new(book, tree, fit, asked);
        var top = TreeRows.Of(book, 1);
        return new(book, top, ChartFit.Best(top) is { Points: >= Smallest } last ? last : null, asked);
    }

    public Refusal? WhyNotOneSheet() => Tree.Rows.Count == 0 ? Refusals.ChartEmpty : Fit is null ? Refusals.ChartTooLarge(Book.Plan.Levels.MinBy(l => l.Order)!.Name, Tree.Rows.Count) : null;

    /// <summary>The sheet; refused where even the top level does not go on it.</summary>
    public SheetPaper Sheet()
    {
        WhyNotOneSheet().ThrowIfAny();
        return new(Title, Remark, Fit!.Table(), Fit.Points, Fit.RowPoints);
    }
}
