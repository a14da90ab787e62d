using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>The columns that hold amounts: which kind, of which year and stage, in which unit.</summary>
internal sealed class MoneyGuess(SheetGuess sheet, MoneyStage usualStage)
{
    public static MoneyKind? KindOf(HeadingReading reading)
    {
        var vocabulary = Vocabulary.Known;
        if (vocabulary.NeverMoney.Any(reading.Last.Contains) || reading.Fit("derived") > 0)
            return null;
        var isMoney = reading.Unit is not null || vocabulary.MoneyContext.Any(reading.Whole.Contains);
        foreach (var (kind, words) in vocabulary.MoneyKinds.OrderBy(k => k.Kind == MoneyKind.Total))
            if (Candidates(reading).SelectMany(c => new[] { c, Bare(c) }).Any(words.Contains) && (isMoney || IsPlain(kind, reading.Last)))
                return kind;
        return isMoney && reading.Last.Length > 0 && vocabulary.MoneyContext.Any(reading.Last.Contains) || reading is { Unit: not null, Last: "" } && isMoney ? MoneyKind.Total : null;
    }

    private static IEnumerable<string> Candidates(HeadingReading reading)
    {
        yield return reading.Last;
        foreach (var bracket in new[] { "決算額", "予算額", "決算", "予算", "当初", "額", "実績", "計画" })
        {
            if (reading.Last.EndsWith(bracket, StringComparison.Ordinal) && reading.Last.Length > bracket.Length)
                yield return reading.Last[..^bracket.Length].TrimEnd('の', '・', '_', '/');
            if (reading.Last.StartsWith(bracket, StringComparison.Ordinal) && reading.Last.Length > bracket.Length)
                yield return reading.Last[bracket.Length..].TrimStart('の', '・', '_', '/', '額');
        }

        foreach (var part in reading.Last.Split(['(', ')', '・', '/', '_', ':', '-'], StringSplitOptions.RemoveEmptyEntries).Reverse())
            yield return part;
    }

    // why: 「事業費計 (A)」 and 「(うち)一般財源」 are the same kinds.
    private static string Bare(string text)
    {
        var open = text.IndexOf('(');
        var outside = open > 0 ? text[..open] : text;
        return outside.StartsWith("うち", StringComparison.Ordinal) ? outside[2..] : outside.StartsWith("(うち)", StringComparison.Ordinal) ? outside[4..] : outside;
    }

    // why: 「国」「その他」「計」 alone speak of money only under a heading that does.
    private static bool IsPlain(MoneyKind kind, string last) => last.Length >= 3 && kind is not (MoneyKind.Other or MoneyKind.Total);

    public IReadOnlyList<MoneyRule> Guess(HashSet<int> taken, Func<HeadingReading, string> year)
    {
        var found = new List<(int Place, MoneyRule Rule)>();
        foreach (var reading in sheet.Readings.Where(r => !taken.Contains(r.Place)))
        {
            var facts = sheet.Facts[reading.Place];
            // why: a heading that speaks of money outweighs a few words among its amounts; without one nearly all must be amounts.
            var kind = facts.HoldsSomeNumbers ? KindOf(reading) : null;
            if (facts.IsNumeric && facts.MoneyUnits * 2 > facts.Numbers)
                kind ??= MoneyKind.Total;
            if (kind is not null)
                found.Add((reading.Place, new() { Column = sheet.Table.Reference(reading.Place), Kind = kind.Value, Unit = reading.Unit, Year = year(reading), Stage = StageOf(reading) ?? usualStage }));
        }

        AddSourcesUnderTotals(found, taken, year);
        found = [.. found.OrderBy(f => f.Place)];
        TellFullCost(found);
        var once = found.DistinctBy(f => (f.Rule.Kind, f.Rule.Year, f.Rule.Stage)).ToList();
        taken.UnionWith(once.Select(f => f.Place));
        return [.. once.Select(f => f.Rule)];
    }

    // why: 国, 県, その他 in a row of numbers between a total and 一般財源 are its sources, whatever stands above them.
    private void AddSourcesUnderTotals(List<(int Place, MoneyRule Rule)> found, HashSet<int> taken, Func<HeadingReading, string> year)
    {
        foreach (var reading in sheet.Readings.Where(r => !taken.Contains(r.Place) && sheet.Facts[r.Place].Filled > 0 && found.All(f => f.Place != r.Place)).ToList())
        {
            var kind = Vocabulary.Known.MoneyKinds.Where(k => k.Kind is not (MoneyKind.Total or MoneyKind.FullCost) && k.Words.Contains(reading.Last)).Select(k => (MoneyKind?)k.Kind).FirstOrDefault();
            var near = found.Where(f => Math.Abs(f.Place - reading.Place) <= 6).OrderBy(f => Math.Abs(f.Place - reading.Place)).Select(f => f.Rule).FirstOrDefault();
            if (kind is null || near is null || sheet.Facts[reading.Place].NumberShare < 0.6 && sheet.Facts[reading.Place].Absent == 0)
                continue;
            var own = reading.Year is null && reading.Offset is null ? near.Year : year(reading);
            found.Add((reading.Place, new() { Column = sheet.Table.Reference(reading.Place), Kind = kind.Value, Unit = reading.Unit ?? near.Unit, Year = own, Stage = StageOf(reading) ?? near.Stage }));
        }
    }

    // why: beside 事業費 and 人件費, a second total of the same year is both together.
    private static void TellFullCost(List<(int Place, MoneyRule Rule)> found)
    {
        foreach (var year in found.GroupBy(f => (f.Rule.Year, f.Rule.Stage)).Where(g => g.Any(f => f.Rule.Kind == MoneyKind.Personnel) && g.All(f => f.Rule.Kind != MoneyKind.FullCost)).ToList())
        {
            var totals = year.Where(f => f.Rule.Kind == MoneyKind.Total).ToList();
            var personnel = year.First(f => f.Rule.Kind == MoneyKind.Personnel).Place;
            if (totals.Count > 1 && totals[^1].Place > personnel)
                found[found.IndexOf(totals[^1])] = (totals[^1].Place, totals[^1].Rule with { Kind = MoneyKind.FullCost });
        }
    }

    public static MoneyStage? StageOf(HeadingReading reading) => StageOf(reading.Last) ?? StageOf(reading.Whole);

    public static MoneyStage? StageOf(string text) =>
        Vocabulary.Known.Stages.Where(s => s.Words.Any(text.Contains)).Select(s => (MoneyStage?)s.Stage).FirstOrDefault();
}
