using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Projects;

/// <summary>How the change log speaks of projects and imports.</summary>
internal static class ProjectWords
{
    public static readonly RecordWords Project = new RecordWords("事務事業", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Number"] = "ID",
        ["Name"] = "名前",
        ["Class"] = "区分",
        ["IsStatutory"] = FieldWord.YesNo("法定の事業か"),
        ["LegalBasis"] = "根拠",
        ["Period.Kind"] = FieldWord.Of<PeriodKind>("期間の区分", Names.Of),
        ["Period.First"] = FieldWord.Year("開始年度"),
        ["Period.Last"] = FieldWord.Year("終了年度"),
        ["Period.AsWritten"] = "期間(元の書き方)",
        ["Text.Outline"] = "概要",
        ["Text.Means"] = "手段",
        ["Text.MeansPlanned"] = "今年度の計画",
        ["Text.Target"] = "対象",
        ["Text.Intent"] = "意図",
        ["Text.Result"] = "結果",
        ["InImplementationPlan"] = FieldWord.YesNo("実施計画への掲載"),
        ["InRegionalStrategy"] = FieldWord.YesNo("総合戦略への掲載"),
        ["InternalContact"] = "内部の連絡先",
        ["InternalNote"] = "内部メモ",
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    })
        .With(nameof(Ownership), new("所管の部課", (key, _) => $"{FieldWord.EraOf(key[0])}からの所管の部課", new() { ["DepartmentId"] = FieldWord.Record("部課") }, (values, names) => values.TryGetValue("DepartmentId", out var id) ? names.Of(id) : null))
        .With(nameof(Placement), new("計画の中の位置", (key, names) => $"{names.Of(key[0])}での位置「{names.Item(key[1])}」", new() { ["IsMain"] = FieldWord.YesNo("主な位置") }, (values, _) => values.TryGetValue("IsMain", out var main) ? main == "true" ? "置く(主)" : "置く(再掲)" : null))
        .With(nameof(BudgetLine), new("予算科目", (key, _) => $"予算科目{key[0]}", new() { ["Account"] = "会計", ["Category"] = "款", ["Item"] = "項", ["SubItem"] = "目", ["Line"] = "事業" }, (values, _) => Budget(values)))
        .With(nameof(Money), new("金額", (key, _) => $"{FieldWord.EraOf(key[0])} {FieldWord.WordOf<MoneyStage>(key[1], Names.Of)} {FieldWord.WordOf<MoneyKind>(key[2], Names.Of)}",
            new() { ["Amount"] = "金額", ["Absence"] = FieldWord.Of<Absence>("金額がない理由", Names.Of) }, (values, _) => Figure(values)))
        .With(nameof(Staffing), new("人", (key, _) => $"{FieldWord.EraOf(key[0])} {FieldWord.WordOf<MoneyStage>(key[1], Names.Of)}", new() { ["Heads"] = FieldWord.Number("人数"), ["Hours"] = FieldWord.Number("時間"), ["Fte"] = FieldWord.Number("人工") }));

    public static readonly RecordWords ImportRun = new("取り込み", new()
    {
        ["FileName"] = "ファイル",
        ["Sha256"] = FieldWord.Unsaid,
        ["MappingJson"] = FieldWord.Unsaid,
        ["FiscalYear"] = FieldWord.Year("年度"),
        ["By"] = FieldWord.Unsaid,
        ["AtUtc"] = FieldWord.Unsaid,
        ["ReportJson"] = FieldWord.Unsaid,
        ["Undoing.By"] = FieldWord.Unsaid,
        ["Undoing.AtUtc"] = FieldWord.Moment("取り消した日時"),
    });

    private static string? Budget(IReadOnlyDictionary<string, string> values) => values.Count == 0 ? null
        : BudgetText.Write(new(values.GetValueOrDefault("Account"), values.GetValueOrDefault("Category"), values.GetValueOrDefault("Item"), values.GetValueOrDefault("SubItem"), values.GetValueOrDefault("Line")));

    private static string? Figure(IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue("Amount", out var amount) && long.TryParse(amount, System.Globalization.CultureInfo.InvariantCulture, out var yen) ? Format.ExactYen(new Yen(yen))
        : values.TryGetValue("Absence", out var absence) ? FieldWord.WordOf<Absence>(absence, Names.Of) : null;
}
