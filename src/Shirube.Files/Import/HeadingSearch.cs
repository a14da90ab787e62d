using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Finds the heading rows of a sheet by the columns a mapping names: where most are found, with the fewest rows, highest up.</summary>
internal static class HeadingSearch
{
    public const int TopRows = 60;
    private const int Deepest = 3;

    public static HeadingTable? Find(Sheet sheet, Mapping mapping, SheetRule rule)
    {
        var top = sheet.Rows().Take(TopRows).ToList();
        if (rule.HeadingRows is { } rows)
            return HeadingTable.Of(top, sheet.Merges, rows[0], rows[^1]);
        var references = MappingColumns.All(mapping).Distinct().ToList();
        var name = HeadingText.Fold(mapping.Project.Name.Split('#')[0]);
        // why: only rows that hold the end of the name's heading can be the last of the headings or lie near it; the others cost time.
        var named = top.Where(r => r.Cells.Any(c => c.Kind == CellKind.Text && HeadingText.Fold(c.Text) is { Length: > 0 } text && name.EndsWith(text, StringComparison.Ordinal))).Select(r => r.Number).ToHashSet();
        var isLetter = name.StartsWith('=');
        HeadingTable? best = null;
        var most = 0;
        // why: fewest rows first, so that a filler row above the headings does not become part of them.
        for (var depth = 1; depth <= Deepest; depth++)
            foreach (var first in top.Select(r => r.Number).Where(n => isLetter || Enumerable.Range(n, depth).Any(named.Contains)))
            {
                var table = HeadingTable.Of(top, sheet.Merges, first, first + depth - 1);
                if (table.Find(mapping.Project.Name) is null)
                    continue;
                var count = references.Count(r => !r.StartsWith('=') && table.Find(r) is not null);
                if (count > most)
                    (best, most) = (table, count);
            }

        return best;
    }
}

/// <summary>Every column reference of a mapping.</summary>
internal static class MappingColumns
{
    public static IEnumerable<string> All(Mapping mapping) =>
        Plain(mapping).OfType<string>()
            .Concat(mapping.Money.SelectMany(m => Series(mapping, m.Column, m.InSeries)))
            .Concat(mapping.Staff.SelectMany(s => Series(mapping, s.Column, s.InSeries)))
            .Concat(mapping.Indicators.SelectMany(i => i.Values).SelectMany(v => Series(mapping, v.Column, v.InSeries)));

    public static IEnumerable<string> Series(Mapping mapping, string column, bool inSeries) =>
        inSeries ? Enumerable.Range(1, mapping.Series.Count).Select(n => $"{column}#{n}") : [column];

    private static IEnumerable<string?> Plain(Mapping m) =>
        new[]
        {
            m.Project.Name, m.Project.Number, m.Project.Class, m.Project.Statutory, m.Project.LegalBasis, m.Project.InImplementationPlan, m.Project.InRegionalStrategy,
            m.Project.PeriodKind, m.Project.Period, m.Project.Begin, m.Project.End, m.Project.Outline, m.Project.Means, m.Project.MeansPlanned, m.Project.Target, m.Project.Intent, m.Project.Result,
            m.MunicipalityCode, m.Year?.Column, m.Budget?.Account, m.Budget?.Category, m.Budget?.Item, m.Budget?.SubItem, m.Budget?.Line,
        }
        .Concat(m.Department?.Columns ?? []).Concat(m.Levels.SelectMany(l => l.Code.Append(l.Title))).Concat(m.Contact.Select(c => c.Column))
        .Concat(m.Indicators.SelectMany(i => new[] { i.Name, i.Unit })).Concat((m.Evaluation?.Questions ?? []).SelectMany(q => new[] { q.Choice, q.Text }));
}
