using Shirube.Domain.Common;

namespace Shirube.Files.Import;

/// <summary>What a mapping's words must be beyond their shape: years, units, series.</summary>
internal static class MappingCheck
{
    public static Refusal? WhyNot(Mapping mapping) =>
        Wrong(mapping).Select(w => Refusals.ImportMappingInvalid($"「{w.Where}」", w.Why)).FirstOrDefault();

    private static IEnumerable<(string Where, string Why)> Wrong(Mapping mapping)
    {
        if (mapping.Version != 1)
            yield return ("version", $"版{mapping.Version}は読めません。1だけです");
        foreach (var unit in mapping.Money.Select(m => m.Unit).Append(mapping.Unit))
            if (unit is not null && MoneyUnit.Factor(unit) is null)
                yield return ("unit", $"「{unit}」は円、千円、万円、百万円、億円のいずれでもありません");
        foreach (var year in Years(mapping))
            if (YearReference.Read(year) is null)
                yield return ("year", $"「{year}」は年度(R6、令和6、2024、または-1、0、+1)ではありません");
        if (mapping.Series.Count == 0 && InSeries(mapping).Any(x => x))
            yield return ("inSeries", "seriesがありません");
        foreach (var rule in mapping.Sheets)
            if (rule.HeadingRows is { } rows && (rows.Count is 0 or > 5 || rows.Any(r => r < 1) || !rows.SequenceEqual(Enumerable.Range(rows[0], rows.Count))))
                yield return ("headingRows", "1から始まる続いた行番号(5行まで)にしてください");
        foreach (var slot in mapping.Indicators.GroupBy(i => i.Slot).Where(g => g.Count() > 1))
            yield return ("slot", $"「{slot.Key}」が2度あります");
        foreach (var level in mapping.Levels.GroupBy(l => l.Name).Where(g => g.Count() > 1))
            yield return ("levels", $"「{level.Key}」が2度あります");
        foreach (var question in (mapping.Evaluation?.Questions ?? []).GroupBy(q => (q.Stage, q.Question)).Where(g => g.Count() > 1))
            yield return ("questions", $"「{question.Key.Question}」が同じ段階に2度あります");
    }

    private static IEnumerable<string> Years(Mapping mapping) =>
        new[] { mapping.Year?.Fixed, mapping.Evaluation?.Year }.Concat(mapping.Series.Select(s => s.Year)).Concat(mapping.Money.Select(m => m.Year))
            .Concat(mapping.Staff.Select(s => s.Year)).Concat(mapping.Indicators.SelectMany(i => i.Values).Select(v => v.Year)).OfType<string>();

    private static IEnumerable<bool> InSeries(Mapping mapping) =>
        mapping.Money.Select(m => m.InSeries).Concat(mapping.Staff.Select(s => s.InSeries)).Concat(mapping.Indicators.SelectMany(i => i.Values).Select(v => v.InSeries));
}
