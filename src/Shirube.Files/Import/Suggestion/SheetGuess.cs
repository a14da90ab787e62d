using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>A sheet taken for a list of projects: its heading rows, what its headings say, what its columns hold.</summary>
internal sealed class SheetGuess
{
    private const int TopRows = 40;
    private const int Deepest = 4;
    private const int LookedAt = 5_000;
    private static readonly string[] Known = ["number", "bureau", "section", "department", "statutory", "legalBasis", "begin", "end", "period", "outline", "intent", "direction", "comment", "class", "budgetAccount", "budgetCategory", "budgetItem", "budgetSubItem", "derived", "contact", "fiscalYear", "municipalityCode", "hours", "heads", "fte", "means", "target", "result", "implementationPlan", "regionalStrategy", "subsection"];

    private SheetGuess(Sheet sheet, HeadingTable table, IReadOnlyList<HeadingReading> readings, IReadOnlyList<ColumnFacts> facts, IReadOnlyList<SheetRow> above)
    {
        Sheet = sheet;
        Table = table;
        Readings = readings;
        Facts = facts;
        Above = above;
    }

    public Sheet Sheet { get; }
    public HeadingTable Table { get; }
    public IReadOnlyList<HeadingReading> Readings { get; }
    public IReadOnlyList<ColumnFacts> Facts { get; }
    public IReadOnlyList<SheetRow> Above { get; }
    public int Rows { get; private init; }
    /// <summary>Texts of rows that hold nothing else: what stands between groups of projects.</summary>
    public IReadOnlyList<string> LoneTexts { get; private init; } = [];

    public static SheetGuess? Of(Sheet sheet)
    {
        var top = sheet.Rows().Take(TopRows + Deepest).ToList();
        var named = top.Where(r => r.Cells.Any(MayBeName)).Select(r => r.Number).ToHashSet();
        var candidates = from depth in Enumerable.Range(1, Deepest)
                         from row in top.Take(TopRows)
                         where Enumerable.Range(row.Number, depth).Any(named.Contains)
                         select HeadingTable.Of(top, sheet.Merges, row.Number, row.Number + depth - 1);
        HeadingTable? best = null;
        var most = 1.5;
        foreach (var table in candidates)
            if (Score(table, top, sheet.Merges) is var score && score > most)
                (best, most) = (table, score);
        return best is null ? null : Look(sheet, best, top);
    }

    // why: the last heading row may hold nothing but the lower halves of merged cells.
    private static bool Reaches(int lastFilled, int last, IReadOnlyList<MergedRange> merges) =>
        lastFilled == last || merges.Any(m => m.FirstRow <= lastFilled && m.LastRow == last);

    // why: a text alone in its row is a title, unless it is merged over some of the columns below it.
    private static bool IsTitle(SheetRow row, HeadingTable table, IReadOnlyList<MergedRange> merges) =>
        table.LastRow > table.FirstRow && row.FilledPlaces.Take(2).ToList() is [var only]
        && !merges.Any(m => m.FirstRow == row.Number && m.FirstColumn == only && m.LastColumn > m.FirstColumn && m.LastColumn - m.FirstColumn + 1 < table.Columns.Count(c => c.Parts.Count > 0));

    private static bool MayBeName(Cell cell) =>
        cell.Kind == CellKind.Text && cell.Text.Length <= 60 && new HeadingReading(new ColumnHeading(0, [cell.Text])).Fit("name") > 0;

    // why: every different heading a list is known by counts once; a number or a long text among them says that the row is no heading, a merged cell that goes on below that one is missing.
    private static double Score(HeadingTable table, List<SheetRow> top, IReadOnlyList<MergedRange> merges)
    {
        var rows = top.Where(r => r.Number >= table.FirstRow && r.Number <= table.LastRow).ToList();
        if (rows.Count == 0 || rows[0].Number != table.FirstRow || !Reaches(rows[^1].Number, table.LastRow, merges) || IsTitle(rows[0], table, merges))
            return 0;
        var readings = table.Columns.Select(c => new HeadingReading(c)).ToList();
        if (!readings.Any(r => r.Fit("name") > 0))
            return 0;
        var known = readings.Where(r => Weight(r) > 0).Select(r => table.Columns[r.Place].Folded).Distinct().Count();
        var cut = merges.Count(m => m.FirstRow >= table.FirstRow && m.FirstRow <= table.LastRow && m.LastRow > table.LastRow);
        var wrong = rows.SelectMany(r => r.Cells).Count(c => c.Kind is CellKind.Number && c.Number is < 1900 or > 2100 || c.Text.Length > 120);
        return known - (3 * wrong) - (0.5 * cut);
    }

    private static double Weight(HeadingReading reading) =>
        reading.Last.Length == 0 ? 0
        : reading.Fit("name") > 0 || Known.Any(f => reading.Fit(f) > 0) || LevelGuess.IsLevel(reading) || MoneyGuess.KindOf(reading) is not null || IndicatorGuess.Speaks(reading) ? 1 : 0;

    private static SheetGuess Look(Sheet sheet, HeadingTable table, List<SheetRow> top)
    {
        var facts = table.Columns.Select(_ => new ColumnFacts()).ToList();
        var name = table.Columns.Select(c => new HeadingReading(c)).Where(r => r.Fit("name") > 0).Select(r => r.Place).ToHashSet();
        var rows = 0;
        var lone = new List<string>();
        foreach (var row in sheet.Rows().Where(r => r.Number > table.LastRow).Take(LookedAt))
        {
            var filled = row.FilledPlaces.ToList();
            if (filled.Count == 1 && row[filled[0]].Kind == CellKind.Text)
                lone.Add(row[filled[0]].Text.Trim());
            if (!name.Any(p => row[p].IsFilled) || filled.Count == 1)
                continue;
            rows++;
            for (var i = 0; i < facts.Count; i++)
                facts[i].Add(row[i]);
        }

        return new(sheet, table, [.. table.Columns.Select(c => new HeadingReading(c))], facts, [.. top.Where(r => r.Number < table.FirstRow)]) { Rows = rows, LoneTexts = lone };
    }
}
