using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>One column of a sheet as people see it, and the role a mapping gives it.</summary>
/// <param name="Reference">How a mapping names the column.</param>
/// <param name="MappedBy">The words by which the mapping at hand names it; null where it does not.</param>
public sealed record LayoutColumn(string Letters, string Heading, string Reference, IReadOnlyList<string> Samples, string? MappedBy, string Role);

/// <summary>One sheet as a mapping finds it. Without heading rows no list was found in it.</summary>
public sealed record LayoutSheet(string Name, bool IsHidden, bool IsRead, int? FirstHeadingRow, int? LastHeadingRow, IReadOnlyList<LayoutColumn> Columns);

/// <summary>What a file looks like through a mapping, for a person who checks it.</summary>
public static class Layout
{
    private const int Looked = 300;
    private const int Shown = 3;

    public static IReadOnlyList<LayoutSheet> Of(Workbook workbook, Mapping mapping) => [.. workbook.Sheets.Select(s => Of(workbook, s, mapping))];

    private static LayoutSheet Of(Workbook workbook, Sheet sheet, Mapping mapping)
    {
        var rule = SheetChoice.RuleFor(workbook, mapping, sheet);
        var table = HeadingSearch.Find(sheet, mapping, rule ?? new SheetRule { Name = sheet.Name });
        if (table is null)
            return new(sheet.Name, sheet.IsHidden, rule is not null, null, null, []);
        var roles = new Dictionary<int, (string Role, string Reference)>();
        foreach (var (role, reference) in MappingRoles.Of(mapping))
            if (table.Find(reference) is { } place)
                roles.TryAdd(place, (role, reference));
        var samples = Samples(sheet, table);
        return new(sheet.Name, sheet.IsHidden, rule is not null, table.FirstRow, table.LastRow,
            [.. table.Columns.Where(c => c.Parts.Count > 0 || samples.ContainsKey(c.Place)).Select(c => Column(c, table, samples, roles))]);
    }

    private static LayoutColumn Column(ColumnHeading column, HeadingTable table, Dictionary<int, List<string>> samples, Dictionary<int, (string Role, string Reference)> roles)
    {
        var (role, mappedBy) = roles.TryGetValue(column.Place, out var found) ? found : (MappingRoles.None, null!);
        return new(ColumnName.Of(column.Place), string.Join(" › ", column.Parts.Select(p => p.ReplaceLineEndings(""))), table.Reference(column.Place), samples.GetValueOrDefault(column.Place) ?? [], mappedBy, role);
    }

    private static Dictionary<int, List<string>> Samples(Sheet sheet, HeadingTable table)
    {
        var samples = new Dictionary<int, List<string>>();
        foreach (var row in sheet.Rows().Where(r => r.Number > table.LastRow).Take(Looked))
            foreach (var place in row.FilledPlaces)
            {
                if (!samples.TryGetValue(place, out var texts))
                    samples[place] = texts = [];
                if (texts.Count < Shown && !texts.Contains(row[place].Text))
                    texts.Add(row[place].Text);
            }

        return samples;
    }
}
