using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Projects;

/// <summary>A grid of typed amounts and staff: a cell for each year and kind of one stage.</summary>
public sealed class MoneyForm
{
    public static readonly IReadOnlyList<(string Key, string Label)> StaffRows = [("Heads", "人数"), ("Hours", "時間"), ("Fte", "人工")];

    public Dictionary<string, string?> Cells { get; set; } = [];

    /// <summary>1 for yen, 1000 for thousands.</summary>
    public int Unit { get; set; } = 1;

    public IEnumerable<FiscalYear> YearsTyped() => Cells.Keys.Select(k => int.TryParse(k.Split('-')[0], out var year) && year is >= 1868 and <= 2200 ? year : 0).Where(y => y > 0).Distinct().Order().Select(y => new FiscalYear(y));

    public static string Cell(FiscalYear year, string row) => $"{year.Value}-{row}";

    public static MoneyForm Of(Project project, MoneyStage stage, IEnumerable<FiscalYear> years, int unit)
    {
        var form = new MoneyForm { Unit = unit == 1000 ? 1000 : 1 };
        foreach (var year in years)
        {
            foreach (var kind in Enum.GetValues<MoneyKind>())
                form.Cells[Cell(year, $"{kind}")] = Text(project.Money.FirstOrDefault(m => m.FiscalYear == year && m.Stage == stage && m.Kind == kind)?.Figure, form.Unit);
            var staff = project.Staffing.FirstOrDefault(s => s.FiscalYear == year && s.Stage == stage);
            (form.Cells[Cell(year, "Heads")], form.Cells[Cell(year, "Hours")], form.Cells[Cell(year, "Fte")]) = (Text(staff?.Heads), Text(staff?.Hours), Text(staff?.Fte));
        }
        return form;
    }

    public string? TextOf(FiscalYear year, string row) => Cells.GetValueOrDefault(Cell(year, row));

    public Figure? FigureOf(FiscalYear year, MoneyKind kind) => Typed.Figure(TextOf(year, $"{kind}"), Unit == 1000 ? 1000 : 1);

    public (decimal? Heads, decimal? Hours, decimal? Fte)? StaffOf(FiscalYear year) =>
        (Typed.Number(TextOf(year, "Heads")), Typed.Number(TextOf(year, "Hours")), Typed.Number(TextOf(year, "Fte")));

    public IReadOnlyList<FormField> Fields() =>
        [.. Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new FormField($"Form.Cells[{c.Key}]", Label(c.Key), c.Value)), new("Form.Unit", "単位", $"{Unit}", Unit == 1000 ? "千円" : "円")];

    private static string Label(string key)
    {
        var parts = key.Split('-');
        var row = Enum.TryParse<MoneyKind>(parts[^1], out var kind) ? Names.Of(kind) : StaffRows.FirstOrDefault(s => s.Key == parts[^1]).Label;
        return int.TryParse(parts[0], out var year) && year is >= 1868 and <= 2200 ? $"{new FiscalYear(year).Era} {row}" : row ?? "";
    }

    private static string? Text(Figure? figure, int unit) => figure switch
    {
        { Amount: { } amount } => unit == 1000 ? (amount.Value / 1000m).ToString("#,0.###") : $"{amount.Value:#,0}",
        { Absence: Absence.Dash } => "-",
        { Absence: Absence.Undecided } => "未定",
        _ => null,
    };

    private static string? Text(decimal? number) => number?.ToString("0.############");
}
