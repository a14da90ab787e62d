using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Files.Papers;

namespace Shirube.Office.Plans;

/// <summary>One item in a plan book: its text, indicators and projects, and all below it.</summary>
internal static class BookItem
{
    public static IEnumerable<BookBlock> Of(PlanBook book, PlanItem item, int depth)
    {
        yield return new BookHeading(depth, BookWords.Named(WorkingTree.NameOf(item), item.IsSample), item.Key.Value);
        if (item.PlainTitle is { } plain && plain != item.Title)
            yield return new BookText($"わかりやすい題名: {plain}", BookTextKind.Lead);
        foreach (var block in book.Texts.Of(item.Body, depth + 1))
            yield return block;
        if (book.Below[item.Id].Any() && BookTotal.Of(book.MainBelow(item)) is { Projects: > 0 } total)
            yield return new BookText($"この{book.Working.LevelOf(item).Name}の事務事業{Year(book)}: {BookWords.Total(total)}", BookTextKind.Lead);
        foreach (var block in BookIndicators.Of(book, item, depth + 1).Concat(Projects(book, item, depth + 1)))
            yield return block;
        foreach (var block in book.Below[item.Id].SelectMany(i => Of(book, i, depth + 1)))
            yield return block;
    }

    private static IEnumerable<BookBlock> Projects(PlanBook book, PlanItem item, int level)
    {
        var projects = book.Projects[item.Key].OrderByDescending(p => p.IsMain).ToList();
        if (projects.Count == 0)
            return [];
        var main = projects.Where(p => p.IsMain).ToList();
        return
        [
            new BookSubheading(level, $"事務事業{(book.CostYear is { } cost ? $"({cost.Words}、単位 千円)" : "")}"),
            new BookTable([10, 34, 19, 13, 16, 8],
            [
                new([new("番号", CellLook.Head), new("事務事業", CellLook.Head), new("担当", CellLook.Head), new("事業費", CellLook.Head), new("うち一般財源", CellLook.Head), new("位置", CellLook.Head)], IsHead: true),
                .. projects.Select(RowOf),
                .. main.Count > 1 ? [TotalOf(BookTotal.Of(main))] : Array.Empty<BookRow>(),
            ]),
        ];
    }

    private static BookRow RowOf(BookProject project) => new(
    [
        new(project.Number ?? ""), new(BookWords.Named(project.Name, project.IsSample)), new(project.Department ?? BookWords.Unknown),
        new(BookWords.Thousands(project.Cost, project.Absence), CellLook.Number), new(BookWords.Thousands(project.General, null), CellLook.Number), new(project.IsMain ? "主" : "再掲", CellLook.Middle),
    ]);

    private static BookRow TotalOf(BookTotal total) => new(
    [
        new($"合計(主な位置付けの{total.Projects:#,0}件{(total.Unknown > 0 ? $"、うち{total.Unknown:#,0}件は記載なし" : "")})", CellLook.Total, columns: 3),
        new(BookWords.Thousands(total.Amount, null), CellLook.TotalNumber), new("", CellLook.Total), new("", CellLook.Total),
    ]);

    private static string Year(PlanBook book) => book.CostYear is { } cost ? $"({cost.Words})" : "";
}
