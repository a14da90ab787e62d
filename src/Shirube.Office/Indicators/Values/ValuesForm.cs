using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Office.Common;

namespace Shirube.Office.Indicators;

/// <summary>The grid as typed: of each indicator the value, the status, the note and the measured period of the year.</summary>
public sealed class ValuesForm
{
    internal static readonly IReadOnlyList<(string Part, string Label)> Parts = [("value", "実績"), ("status", "状態"), ("note", "注記"), ("period", "測定期間")];

    /// <summary>Key and version of each indicator when the grid was opened.</summary>
    public string? Basis { get; set; }

    /// <summary>「key-value」, 「key-status」, 「key-note」, 「key-period」 to what was typed.</summary>
    public Dictionary<string, string?> Cells { get; set; } = [];

    internal static ValuesForm Of(IReadOnlyList<ValueRow> rows) => new()
    {
        Basis = RecordVersions.Of(rows.Select(r => (r.Key, r.Version))),
        Cells = rows.SelectMany(r => Parts.Select(p => (Cell: $"{r.Key}-{p.Part}", Text: TextOf(r.Entry, p.Part)))).ToDictionary(c => c.Cell, c => c.Text),
    };

    public string? Cell(PublicKey key, string part) => Cells.GetValueOrDefault($"{key}-{part}");

    internal ValueEntry Entry(PublicKey key) => new(Cell(key, "value"), Enum.TryParse<ActualStatus>(Cell(key, "status"), out var status) && Enum.IsDefined(status) ? status : null, Blank.ToNull(Cell(key, "note")?.Trim()), PeriodText.Plain(Cell(key, "period")));

    /// <summary>The indicators of which a text is not what it was when the grid was opened.</summary>
    internal IReadOnlyDictionary<PublicKey, int> Touched(string? was)
    {
        var began = FormMarks.Read(was);
        return RecordVersions.Read(Basis).Where(r => Parts.Any(p => FormMarks.Mark(Cell(r.Key, p.Part)) != began.GetValueOrDefault(NameOf(r.Key, p.Part)))).ToDictionary(r => r.Key, r => r.Version);
    }

    internal IEnumerable<FormField> Fields(ValueRow row, FiscalYear year) => Fields(row, year, part => Cell(row.Key, part));

    internal static IEnumerable<FormField> Fields(ValueRow row, FiscalYear year, Func<string, string?> text) =>
        Parts.Select(p => new FormField(NameOf(row.Key, p.Part), $"{row.NameWithUnit} {year.Era} {p.Label}", text(p.Part), p.Part == "status" ? IndicatorForm.Statuses.FirstOrDefault(s => s.Value == text(p.Part))?.Text : null));

    internal static string? TextOf(ValueEntry entry, string part) => part switch { "value" => entry.Value, "status" => entry.Status?.ToString() ?? "", "period" => entry.Period, _ => entry.Note };

    internal static string NameOf(PublicKey key, string part) => $"Form.Cells[{key}-{part}]";
}
