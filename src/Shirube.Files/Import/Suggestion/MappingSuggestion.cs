using Shirube.Domain.Common;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>A mapping proposed for a layout never seen, from its headings and values. <see cref="Confidence"/> is the share of filled columns it reads, lowered by a tenth for each thing it had to assume (unit, year, several names to choose from).</summary>
public sealed record MappingSuggestion(Mapping Mapping, decimal Confidence, IReadOnlyList<string> Assumptions)
{
    /// <summary>What an import without a named mapping uses: the preset that fits the file, else the suggestion.</summary>
    public static Mapping PresetOrFor(Workbook workbook) => Presets.Match(workbook) ?? For(workbook).Mapping;

    /// <summary>Refuses a file in which no sheet looks like a list of projects. The same file always gives the same mapping.</summary>
    public static MappingSuggestion For(Workbook workbook)
    {
        var sheets = Lists(workbook);
        if (sheets.Count == 0)
            throw new RefusalException(workbook.Sheets.Any(s => s.Rows().Any()) ? Refusals.ImportNoTable(workbook.FileName, "事務事業名、事業名 など") : Refusals.ImportFileEmpty(workbook.FileName));
        return new MappingGuess(workbook, sheets).Guess();
    }

    private static List<SheetGuess> Lists(Workbook workbook)
    {
        var all = workbook.Sheets.Where(s => !s.IsHidden).Select(SheetGuess.Of).OfType<SheetGuess>().Where(g => g.Rows > 0).ToList();
        if (all.Count < 2)
            return all;
        var main = all.MaxBy(g => g.Rows)!;
        var alike = all.Where(g => g == main || Alike(main, g)).ToList();
        // why: a workbook may hold the whole list and, again, each department's part of it.
        var others = alike.Where(g => g != main).ToList();
        return others.Count > 0 && others.All(g => Names(g) is { Count: > 0 } names && names.IsSubsetOf(Names(main))) ? [main] : alike;
    }

    private static bool Alike(SheetGuess main, SheetGuess other)
    {
        var wanted = main.Table.Columns.Where(c => c.Folded.Length > 0).Select(c => c.Folded).ToHashSet();
        var shared = other.Table.Columns.Count(c => wanted.Contains(c.Folded));
        return shared * 2 >= Math.Min(wanted.Count, other.Table.Columns.Count(c => c.Folded.Length > 0));
    }

    private static HashSet<string> Names(SheetGuess sheet) =>
        sheet.Readings.Where(r => r.Fit("name") > 0).OrderByDescending(r => r.Fit("name")).Take(1).SelectMany(r => sheet.Facts[r.Place].Values).ToHashSet();
}
