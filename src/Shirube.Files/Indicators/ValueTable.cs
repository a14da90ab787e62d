using System.Globalization;
using System.Text;
using Shirube.Domain.Common;
using Shirube.Files.Tables;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Indicators;

/// <summary>One row of a table of one year's values, as texts; blank is null. <see cref="Mark"/> says what was saved when the table was taken out; a table without the column of the measured period says nothing of it.</summary>
public sealed record ValueLine(int Line, string? Key, string? Name, string? Unit, string? Year, string? Value, string? Status, string? Note, string? Mark, string? Period = null, bool SaysPeriod = true);

/// <summary>A table of values to fill in: an indicator a row, known by its key.</summary>
public static class ValueTable
{
    private const int HeadingSearch = 20;

    public static readonly IReadOnlyList<string> Headings = ["指標の記号", "指標", "単位", "年度", "実績", "状態", "注記", "測定期間", "照合"];

    private static readonly string[] Needed = ["年度", "実績", "状態", "注記"];

    public static byte[] Csv(IEnumerable<ValueLine> lines) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(Rows(lines).Select(r => CsvText.Line(r.Select(Number)) + "\r\n")))];

    public static byte[] Xlsx(IEnumerable<ValueLine> lines) => TextTable.Xlsx("実績", Rows(lines));

    /// <summary>Reads the first shown sheet. Refuses one without the headings of key, year, value, status and note, with one of them twice, without a row, or with more than <paramref name="most"/>.</summary>
    public static IReadOnlyList<ValueLine> Read(Workbook workbook, int most)
    {
        var rows = (workbook.Sheets.FirstOrDefault(s => !s.IsHidden) ?? workbook.Sheets[0]).Rows().ToList();
        var heading = rows.Take(HeadingSearch).FirstOrDefault(r => PlacesOf(r).Contains("指標の記号")) ?? throw new RefusalException(Refusals.ValueTableHeadingMissing("指標の記号"));
        var places = PlacesOf(heading);
        foreach (var wanted in Headings)
            (places[wanted].Count() > 1 ? Refusals.ValueTableHeadingTwice(wanted) : !places.Contains(wanted) && Needed.Contains(wanted) ? Refusals.ValueTableHeadingMissing(wanted) : null).ThrowIfAny();
        var read = rows.Where(r => r.Number > heading.Number).Select(r => LineOf(r, name => places.Contains(name) ? Text(r[places[name].Single()]) : null, places.Contains("測定期間"))).ToList();
        return read.Count == 0 ? throw new RefusalException(Refusals.ValueTableEmpty) : read.Count > most ? throw new RefusalException(Refusals.ValueTableTooLong(read.Count, most)) : read;
    }

    private static IEnumerable<IReadOnlyList<string?>> Rows(IEnumerable<ValueLine> lines) =>
        lines.Select(l => (IReadOnlyList<string?>)[l.Key, l.Name, l.Unit, l.Year, l.Value, l.Status, l.Note, l.Period, l.Mark]).Prepend([.. Headings]);

    // why: a negative number must stay one; any other text with such a beginning is made harmless.
    private static object? Number(string? text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 0 ? number : text;

    private static ILookup<string, int> PlacesOf(SheetRow row) => row.FilledPlaces.ToLookup(p => row[p].Text.Trim(), p => p);

    private static ValueLine LineOf(SheetRow row, Func<string, string?> at, bool saysPeriod) => new(row.Number, at("指標の記号"), at("指標"), at("単位"), at("年度"), at("実績"), at("状態"), at("注記"), at("照合"), at("測定期間"), saysPeriod);

    private static string? Text(Cell cell)
    {
        if (cell is { Kind: CellKind.Number, IsPercent: true })
            return (cell.Number * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%";
        var text = Blank.ToNull(cell.Text.Trim());
        // why: the apostrophe that made a text harmless when it was written is none of its letters.
        return text is ['\'', var second, ..] && CsvText.Dangerous.Contains(second, StringComparison.Ordinal) ? text[1..] : text;
    }
}
