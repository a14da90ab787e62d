using System.Globalization;
using System.Text;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Indicators;

/// <summary>A table of indicators to assess: id, type, baseline, target, actual, expectedShare and for a range lower, upper, tolerance. What is empty is not known.</summary>
public static class MeasurementFile
{
    private static readonly Dictionary<string, IndicatorType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["progress"] = IndicatorType.Progress, ["keep-higher"] = IndicatorType.KeepHigher, ["keep-lower"] = IndicatorType.KeepLower, ["ratio-up"] = IndicatorType.RatioUp,
        ["ratio-down"] = IndicatorType.RatioDown, ["cumulative"] = IndicatorType.Cumulative, ["range"] = IndicatorType.Range,
    };

    private static readonly string[] Needed = ["id", "type", "actual"];

    public static IReadOnlyList<(string Id, Measurement Measurement)> Read(Workbook workbook)
    {
        var rows = workbook.Sheets[0].Rows().Where(r => r.Cells.Any(c => c.IsFilled)).ToList();
        var columns = rows.Count == 0 ? [] : rows[0].Cells.Select((c, i) => (Name: c.Text.Trim(), i)).Where(c => c.Name.Length > 0).DistinctBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(c => c.Name, c => c.i, StringComparer.OrdinalIgnoreCase);
        (Needed.FirstOrDefault(n => !columns.ContainsKey(n)) is { } missing ? Refusals.AssessColumnMissing(workbook.FileName, missing) : null).ThrowIfAny();
        return [.. rows.Skip(1).Select(r => Of(new(r, columns)))];
    }

    private static (string, Measurement) Of(Line line)
    {
        if (!Types.TryGetValue(line.Text("type"), out var type))
            throw new RefusalException(Refusals.AssessTypeUnknown(line.Row, line.Text("type"), string.Join("、", Types.Keys)));
        return (line.Text("id"), new(type, line.Number("baseline"), line.Number("target"), line.Number("actual"), line.Share("expectedShare"), new(line.Number("lower"), line.Number("upper"), line.Number("tolerance"))));
    }

    private sealed record Line(SheetRow Of, Dictionary<string, int> Columns)
    {
        public int Row => Of.Number;

        public string Text(string column) => CellOf(column).Text.Trim();

        public decimal? Number(string column) => CellOf(column) is { Kind: CellKind.Number } number ? number.Number
            : Plain(column) is not { Length: > 0 } text || text.All(c => c is '-' or '−' or '―' or '—' or '–' or 'ー') ? null
            : decimal.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var read) ? read
            : throw new RefusalException(Refusals.AssessNumberUnread(Row, column, CellOf(column).Text.Trim()));

        // why: 50% and 50 both mean half of the way; no plan expects more than the whole.
        public decimal? Share(string column) => Plain(column) is [.., '%'] percent && decimal.TryParse(percent[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read / 100
            : Number(column) is { } share ? share > 1 ? share / 100 : share : null;

        private string Plain(string column) => CellOf(column).Text.Normalize(NormalizationForm.FormKC).Trim();

        private Cell CellOf(string column) => Columns.TryGetValue(column, out var at) ? Of[at] : default;
    }
}
