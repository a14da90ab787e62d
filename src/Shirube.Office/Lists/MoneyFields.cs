using System.Globalization;
using System.Linq.Expressions;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Lists;

/// <summary>A project's money as fields with parameters: <c>money.2024.settled.general</c>, what it changed since the year before (<c>change…</c>), its share of the whole cost (<c>share…</c>), and the staff (<c>staff.2024.settled.hours</c>).</summary>
internal static class MoneyFields
{
    public static ListField<Project>? Find(string key)
    {
        if (key.Split('.') is not [var family, var y, var s, var what] || !int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1900 or > 2200 || EnumWords.Find<MoneyStage>(s) is not { } stage)
            return null;
        var year = new FiscalYear(value);
        if (family == "staff")
            return Staff(key, year, stage, what);
        if (EnumWords.Find<MoneyKind>(what) is not { } kind)
            return null;
        return family switch { "money" => Amount(key, year, stage, kind), "change" => Change(key, year, stage, kind), "share" when kind != MoneyKind.Total => Share(key, year, stage, kind), _ => null };
    }

    public static string Key(string family, FiscalYear year, MoneyStage stage, MoneyKind kind) => $"{family}.{year.Value}.{EnumWords.Of(stage)}.{EnumWords.Of(kind)}";

    /// <summary>The fields of one year and stage.</summary>
    public static IEnumerable<ListField<Project>> Of(FiscalYear year, MoneyStage stage)
    {
        foreach (var kind in Enum.GetValues<MoneyKind>().OrderBy(k => k != MoneyKind.Total))
            yield return Amount(Key("money", year, stage, kind), year, stage, kind);
        yield return Share(Key("share", year, stage, MoneyKind.General), year, stage, MoneyKind.General);
        yield return Change(Key("change", year, stage, MoneyKind.Total), year, stage, MoneyKind.Total);
        foreach (var what in new[] { "heads", "hours", "fte" })
            yield return Staff($"staff.{year.Value}.{EnumWords.Of(stage)}.{what}", year, stage, what)!;
    }

    /// <summary>The fields of every year and stage that there is money of, the newest first; made once for as long as that holds.</summary>
    public static IReadOnlyList<ListField<Project>> All(OfficeFacts facts) =>
        facts.Once<IReadOnlyList<ListField<Project>>>("money", () => [.. facts.Slices.OrderByDescending(s => s.Year).ThenByDescending(s => s.Stage).SelectMany(s => Of(s.Year, s.Stage))]);

    public static string Section(FiscalYear year, MoneyStage stage) => $"{year.Era} {Names.Of(stage)}";

    private static OrderedField<Project, long> Amount(string key, FiscalYear year, MoneyStage stage, MoneyKind kind) =>
        new(key, $"{year.Short} {Names.Of(stage)} {Names.Of(kind)}", Scales.Yen, Yen(year, stage, kind)) { Sums = [Yen(year, stage, kind)], Why = Absence(year, stage, kind), Section = Section(year, stage), InAnyYear = Names.Of(kind) };

    private static OrderedField<Project, long> Change(string key, FiscalYear year, MoneyStage stage, MoneyKind kind)
    {
        var change = Yen(year, stage, kind).With(Yen(year.Previous, stage, kind), (now, before) => now - before);
        return new(key, $"{year.Short} {Names.Of(stage)} {Names.Of(kind)} 前年度差", Scales.Yen, change) { Sums = [change], Section = Section(year, stage), InAnyYear = $"{Names.Of(kind)} 前年度差" };
    }

    private static OrderedField<Project, double> Share(string key, FiscalYear year, MoneyStage stage, MoneyKind kind)
    {
        var (part, whole) = (Yen(year, stage, kind), Yen(year, stage, MoneyKind.Total));
        var share = part.With(whole, (p, w) => w == 0 ? null : (double?)p / (double?)w);
        return new(key, $"{year.Short} {Names.Of(stage)} {Names.Of(kind)}の割合", Scales.Percent, share)
        {
            Sums = [part.With(whole, (p, w) => w == null || w == 0 ? null : p), part.With(whole, (p, w) => p == null ? null : w)],
            Combine = sums => sums is [long p, long w] && w != 0 ? (double)p / w : null,
            Section = Section(year, stage),
            InAnyYear = $"{Names.Of(kind)}の割合",
        };
    }

    private static OrderedField<Project, decimal>? Staff(string key, FiscalYear year, MoneyStage stage, string what)
    {
        Expression<Func<Project, decimal?>>? read = what switch
        {
            "heads" => p => p.Staffing.Where(s => s.FiscalYear == year && s.Stage == stage).Select(s => s.Heads).FirstOrDefault(),
            "hours" => p => p.Staffing.Where(s => s.FiscalYear == year && s.Stage == stage).Select(s => s.Hours).FirstOrDefault(),
            "fte" => p => p.Staffing.Where(s => s.FiscalYear == year && s.Stage == stage).Select(s => s.Fte).FirstOrDefault(),
            _ => null,
        };
        var label = what switch { "heads" => "人数", "hours" => "時間", _ => "人工" };
        return read is null ? null : new(key, $"{year.Short} {Names.Of(stage)} {label}", Scales.Number, read) { Sums = [read], Section = Section(year, stage), InAnyYear = label };
    }

    // why: 事業費 is the stated total, or the sources where none is stated.
    private static Expression<Func<Project, long?>> Yen(FiscalYear year, MoneyStage stage, MoneyKind kind) => kind != MoneyKind.Total
        ? p => p.Money.Where(m => m.FiscalYear == year && m.Stage == stage && m.Kind == kind).Select(m => (long?)m.Amount).FirstOrDefault()
        : p => p.Money.Where(m => m.FiscalYear == year && m.Stage == stage && m.Kind == MoneyKind.Total).Select(m => (long?)m.Amount).FirstOrDefault()
            ?? (p.Money.Any(m => m.FiscalYear == year && m.Stage == stage && m.Amount != null && CostCheck.Sources.Contains(m.Kind))
                ? p.Money.Where(m => m.FiscalYear == year && m.Stage == stage && CostCheck.Sources.Contains(m.Kind)).Sum(m => (long?)m.Amount) : null);

    private static Expression<Func<Project, Absence?>> Absence(FiscalYear year, MoneyStage stage, MoneyKind kind) =>
        p => p.Money.Where(m => m.FiscalYear == year && m.Stage == stage && m.Kind == kind).Select(m => m.Absence).FirstOrDefault();
}
