using Shirube.Files.Papers;

namespace Shirube.Office.Evaluation;

/// <summary>評価シート in print: department by department, each sheet on pages of its own; one sheet alone has no cover.</summary>
public static class SheetsPaper
{
    public const string Title = "評価シート";
    // why: a reader looks for one of a thousand sheets by name.
    private const int MostContents = 3000;

    public static BookPaper Of(PrintedRound round) =>
        new(round.Order.Sheet is null ? Title : $"{round.Round.Name} {Title}", round.Order.Municipality, PaperWords.Running(round, Title), round.Order.Sheet is null ? [.. PaperWords.Cover(round)] : [.. PaperWords.Cover(round).Skip(2)], [.. Blocks(round)])
        {
            HasCover = round.Order.Sheet is null, MostContents = MostContents, IsDense = true,
        };

    private static IEnumerable<BookBlock> Blocks(PrintedRound round) => round.Order.Sheet is null
        ? [.. Front(round), .. round.ByDepartment.SelectMany((d, i) => Department(round, [.. d], i))]
        : [.. round.Sheets.SelectMany(s => Sheet(round, s, 1, false)), new BookText(PaperWords.HowToRead, BookTextKind.Note)];

    private static IEnumerable<BookBlock> Front(PrintedRound round) =>
    [
        new BookHeading(1, "この冊子について", "front"),
        .. round.Round.Explanation is { } explanation && round.For == PaperFor.Office ? [new BookText(explanation)] : Array.Empty<BookBlock>(),
        new BookText(round.Sheets.Count == 0 ? "該当するシートはありません。" : $"シート{round.Sheets.Count:#,0}枚を、部課ごとに並べています。"),
        .. CountBlocks.Of(round),
    ];

    private static IEnumerable<BookBlock> Department(PrintedRound round, IReadOnlyList<PrintedSheet> sheets, int at) =>
        [new BookHeading(1, sheets[0].DepartmentName, $"department{at}"), .. sheets.SelectMany((s, i) => Sheet(round, s, 2, i > 0))];

    private static IEnumerable<BookBlock> Sheet(PrintedRound round, PrintedSheet sheet, int level, bool startsPage) =>
        [new BookHeading(level, sheet.Title, $"sheet{sheet.Sheet.Key}") { StartsPage = startsPage }, .. SheetBlocks.Of(sheet, round.Day)];
}
