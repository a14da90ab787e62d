using System.Text.RegularExpressions;
using Shirube.Domain.Common;

namespace Shirube.Files.Import;

/// <summary>The columns of a project's own facts: name, number, texts, period, duty.</summary>
internal sealed partial class ProjectGuess(ColumnPick pick, IReadOnlyList<SheetGuess> sheets, List<string> assumptions)
{
    public string Name()
    {
        var candidates = pick.Sheet.Readings.Where(r => r.Fit("name") > 0 && pick.Sheet.Facts[r.Place] is { IsWords: true }).ToList();
        if (candidates.Count == 0)
            candidates = [.. pick.Sheet.Readings.Where(r => r.Fit("name") > 0)];
        // why: of several names (大事業, 事業, 細事業) the one that differs from row to row names the row.
        var best = candidates.OrderByDescending(r => r.Fit("name") + pick.Sheet.Facts[r.Place].DistinctShare).ThenBy(r => r.Place).First();
        if (candidates.Count(r => r.Fit("name") > 0.9) > 1)
            assumptions.Add($"事務事業の名前は「{pick.Sheet.Table.Columns[best.Place].Path}」としました。");
        pick.Taken.Add(best.Place);
        return pick.Sheet.Table.Reference(best.Place);
    }

    public string? Number()
    {
        foreach (var reading in pick.Sheet.Readings.Where(r => !pick.Taken.Contains(r.Place) && r.Fit("number") > 0).OrderByDescending(r => r.Fit("number")).ThenBy(r => r.Place))
        {
            var facts = pick.Sheet.Facts[reading.Place];
            var isStrong = reading.Fit("number") > 0.7;
            if (facts.Filled * 2 < pick.Sheet.Rows || facts.AverageLength > 20 || (!isStrong && facts.Distinct + Math.Max(1, facts.Filled / 10) < facts.Filled) || RestartsBySheet(reading.Place, isStrong))
                continue;
            pick.Taken.Add(reading.Place);
            return pick.Sheet.Table.Reference(reading.Place);
        }

        return null;
    }

    // why: a running number that starts anew on each sheet is no id.
    private bool RestartsBySheet(int place, bool isStrong)
    {
        if (sheets.Count < 2)
            return false;
        var reference = pick.Sheet.Table.Reference(place);
        var values = sheets.Select(s => s.Table.Find(reference) is { } there ? s.Facts[there].Values : []).ToList();
        return values.Sum(v => v.Count) - values.SelectMany(v => v).Distinct().Count() is var repeated && (isStrong ? repeated > 1 && repeated * 5 > values.Sum(v => v.Count) : repeated > 0);
    }

    public ProjectRule Guess(string name, string? number)
    {
        var implementation = pick.Take("implementationPlan", f => f.MarkShare > 0.8);
        var strategy = pick.Take("regionalStrategy", f => f.MarkShare > 0.8);
        var statutory = pick.Take("statutory", f => f.IsWords && f.Distinct <= 12);
        var basis = pick.Sheet.Readings.FirstOrDefault(r => !pick.Taken.Contains(r.Place) && r.Fit("legalBasis") > 0 && pick.Sheet.Facts[r.Place].Filled > 0);
        if (basis is not null && statutory is null && pick.Sheet.Facts[basis.Place] is { Distinct: <= 12 } facts && facts.Values.Any(v => Duty().IsMatch(v)) && facts.AverageLength < 12)
            statutory = pick.Take("legalBasis", f => f == facts);
        var begin = pick.Take("begin", f => f.Years + f.BareYears > 0);
        var end = pick.Take("end", f => f.Filled > 0);
        return new()
        {
            Name = name,
            Number = number,
            Statutory = statutory,
            LegalBasis = pick.Take("legalBasis", f => f.Filled > 0),
            InImplementationPlan = implementation,
            InRegionalStrategy = strategy,
            Begin = begin,
            BeginEra = BareEra(begin),
            End = end,
            PeriodKind = pick.Take("periodKind", f => f.IsWords) ?? pick.Take("period", f => f.IsWords && f.Distinct <= 6 && f.Values.All(v => !v.Any(char.IsAsciiDigit))),
            Period = begin is null ? pick.Take("period", f => f.Filled > 0) : null,
            Outline = pick.Take("outline", IsProse),
            Target = pick.Take("target", IsProse),
            Intent = pick.Take("intent", IsProse),
            MeansPlanned = pick.Take("meansPlanned", IsProse),
            Means = pick.Take("means", IsProse),
            Result = pick.Take("result", IsProse),
            Class = pick.Take("class", f => f.IsWords && f.Distinct <= Math.Max(12, f.Filled / 5) && f.AverageLength < 30),
        };
    }

    private static bool IsProse(ColumnFacts facts) => facts.IsWords;

    // why: a begin later than the present year of 令和 can only be of 平成.
    private Era? BareEra(string? column) =>
        column is not null && pick.Sheet.Facts[pick.Sheet.Table.Find(column)!.Value] is { BareYears: > 0 } facts
        && facts.Values.Any(v => int.TryParse(v, out var n) && n is > 12 and <= 31) && facts.Values.All(v => !int.TryParse(v, out var n) || n <= 31) ? Era.平成 : null;

    [GeneratedRegex("義務|法定|任意|自治事務|法令")]
    private static partial Regex Duty();
}
