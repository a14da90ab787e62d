using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Carries names of departments and items down their merged cells, and down blank cells where the mapping says so. Amounts are never carried.</summary>
internal sealed class MergedDown
{
    private readonly Sheet sheet;
    private readonly ProblemLog log;
    private readonly HashSet<int> carried;
    private readonly HashSet<int> filledDown;
    private readonly int? name;
    private readonly List<MergedRange> merges;
    private readonly Dictionary<MergedRange, Cell> values = [];
    private readonly Dictionary<int, Cell> last = [];

    public MergedDown(Sheet sheet, HeadingTable table, Mapping mapping, ProblemLog log)
    {
        this.sheet = sheet;
        this.log = log;
        var department = mapping.Department?.Columns ?? [];
        carried = Places(department.Concat(mapping.Levels.SelectMany(l => l.Code.Append(l.Title))).Append(mapping.Project.Class ?? "").Append(mapping.Year?.Column ?? ""));
        filledDown = Places((mapping.Department?.FillDown == true ? department : []).Concat(mapping.Levels.Where(l => l.FillDown).SelectMany(l => l.Code.Append(l.Title))));
        name = table.Find(mapping.Project.Name);
        merges = [.. sheet.Merges.Where(m => m.LastRow > m.FirstRow && m.LastRow > table.LastRow)];

        HashSet<int> Places(IEnumerable<string> references) => [.. references.Select(r => r.Length > 0 ? table.Find(r) : null).OfType<int>()];
    }

    /// <summary>Whether the row lies inside a merged name: it continues the project above.</summary>
    public bool ContinuesName(int row) => name is { } column && merges.Any(m => m.FirstRow < row && m.Covers(row, column));

    public SheetRow Apply(SheetRow row)
    {
        var cells = row.Cells;
        foreach (var merge in merges.Where(m => m.FirstRow <= row.Number && row.Number <= m.LastRow))
        {
            if (!carried.Contains(merge.FirstColumn))
                continue;
            if (merge.FirstRow == row.Number)
                values[merge] = row[merge.FirstColumn];
            else if (values.TryGetValue(merge, out var value) && value.IsFilled && row[merge.FirstColumn].IsBlank)
                cells = Set(cells, row, merge.FirstColumn, value, "merged-down", "縦に結合されたセルです。");
        }

        foreach (var place in filledDown)
        {
            if (row[place].IsFilled)
                last[place] = row[place];
            else if (last.TryGetValue(place, out var value) && (place >= cells.Length || cells[place].IsBlank))
                cells = Set(cells, row, place, value, "filled-down", "上と同じため空けてあるセルです。");
        }

        return row with { Cells = cells };
    }

    private Cell[] Set(Cell[] cells, SheetRow row, int place, Cell value, string code, string what)
    {
        var copy = new Cell[Math.Max(cells.Length, place + 1)];
        cells.CopyTo(copy, 0);
        copy[place] = value;
        log.Group(ProblemSeverity.Info, code, new(sheet.Name, row.Number, ColumnName.Of(place)), ColumnName.Of(place), value.Text, what, "上の値を使いました。");
        return copy;
    }
}
