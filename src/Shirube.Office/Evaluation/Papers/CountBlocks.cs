using Shirube.Files.Papers;

namespace Shirube.Office.Evaluation;

/// <summary>How many sheets each department has in a printed document, and how many of them say something.</summary>
internal static class CountBlocks
{
    public static IEnumerable<BookBlock> Of(PrintedRound round) =>
    [
        new BookTable([46, 18, 18, 18],
        [
            PaperWords.Head("部課", "シート", "提出済み", PaperWords.NotSubmitted),
            .. round.ByDepartment.Select(d => Counts(d.First().DepartmentName, [.. d], CellLook.Plain, CellLook.Number)),
            Counts("計", round.Sheets, CellLook.Total, CellLook.TotalNumber),
        ]),
        new BookText($"「提出済み」は、1つ以上の段階が提出したシートです。{PaperWords.HowToRead}", BookTextKind.Note),
    ];

    private static BookRow Counts(string name, IReadOnlyList<PrintedSheet> sheets, CellLook words, CellLook number) =>
        new([new(name, words), new($"{sheets.Count:#,0}", number), new($"{sheets.Count(s => s.IsReported):#,0}", number), new($"{sheets.Count(s => !s.IsReported):#,0}", number)]);
}
