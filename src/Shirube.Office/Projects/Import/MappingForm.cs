using Microsoft.AspNetCore.Http;
using Shirube.Domain.Common;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>What a person chose on the mapping page, brought into the mapping. Only what was chosen otherwise changes.</summary>
internal static class MappingForm
{
    public static Mapping Apply(Mapping mapping, IReadOnlyList<LayoutSheet> sheets, IFormCollection form)
    {
        for (var s = 0; s < sheets.Count; s++)
            mapping = Columns(mapping, sheets[s], s, form);
        mapping = Settings(mapping, form) with { Sheets = SheetRules(mapping, sheets, form) };
        (mapping.Project.Name.Length == 0 ? Refusals.NameColumnMissing : null).ThrowIfAny();
        // why: what a person may type here (a year, heading rows) is checked as in a mapping file.
        return MappingFile.Read(MappingFile.Write(mapping.Tidied()));
    }

    private static Mapping Columns(Mapping mapping, LayoutSheet sheet, int place, IFormCollection form)
    {
        var changed = sheet.Columns.Select(c => (Column: c, Wanted: form[$"c-{place}-{c.Letters}"] is { Count: > 0 } chosen ? chosen.ToString() : c.Role)).Where(c => c.Wanted != c.Column.Role).ToList();
        foreach (var (column, _) in changed.Where(c => c.Column.MappedBy is not null))
            mapping = mapping.Without(column.Role, column.MappedBy!);
        foreach (var (column, wanted) in changed.Where(c => c.Wanted.Length > 0 && MappingRoles.Choices(mapping).Any(choice => choice.Role == c.Wanted)))
            mapping = mapping.With(wanted, column.Reference);
        return mapping;
    }

    private static Mapping Settings(Mapping mapping, IFormCollection form)
    {
        var year = (mapping.Year ?? new()) with { Fixed = Blank.ToNull(form["year"]), Era = Enum.TryParse<Era>(form["era"], out var era) ? era : null };
        return mapping with { Unit = Blank.ToNull(form["unit"]), Year = year == new YearRule() ? null : year };
    }

    private static IReadOnlyList<SheetRule> SheetRules(Mapping mapping, IReadOnlyList<LayoutSheet> sheets, IFormCollection form)
    {
        var wanted = sheets.Select((sheet, s) => (sheet, Read: form[$"sheet-{s}"] == "true", Rows: Rows(form[$"heading-{s}"]), Rule: mapping.Sheets.FirstOrDefault(r => r.Name == sheet.Name))).ToList();
        var isAsBefore = wanted.All(w => w.Read == w.sheet.IsRead && (w.Rows ?? []).SequenceEqual(w.Rule?.HeadingRows ?? []));
        return isAsBefore ? mapping.Sheets : [.. wanted.Where(w => w.Read).Select(w => new SheetRule { Name = w.sheet.Name, HeadingRows = w.Rows })];
    }

    private static IReadOnlyList<int>? Rows(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var ends = text.Normalize(System.Text.NormalizationForm.FormKC).Split(['-', '~', '〜', '–'], StringSplitOptions.TrimEntries).Select(p => int.TryParse(p, out var row) ? row : 0).ToList();
        if (ends.Count > 2 || ends.Exists(e => e < 1) || ends[^1] < ends[0] || ends[^1] - ends[0] > 4)
            throw new RefusalException(Refusals.HeadingRowsUnreadable(text));
        return [.. Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)];
    }
}
