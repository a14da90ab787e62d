using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;

namespace Shirube.Office.Projects.Import;

/// <summary>Fields and their values in the words of the office.</summary>
public static class FieldWords
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["number"] = "事務事業ID", ["name"] = "名前", ["department"] = "担当部課", ["item"] = "計画での位置", ["budget"] = "予算科目", ["period"] = "期間", ["contact"] = "担当者",
        ["class"] = "事務事業区分", ["statutory"] = "法定の別", ["legalBasis"] = "根拠法令", ["implementationPlan"] = "実施計画への掲載", ["regionalStrategy"] = "総合戦略への掲載",
        ["text/outline"] = "概要", ["text/means"] = "手段", ["text/meansPlanned"] = "今年度の計画", ["text/target"] = "対象", ["text/intent"] = "意図", ["text/result"] = "結果",
        ["unit"] = "単位", ["kind"] = "種類", ["code"] = "番号", ["title"] = "題名", ["parent"] = "上位の項目",
        ["heads"] = "正規職員従事人数", ["hours"] = "延べ業務時間", ["fte"] = "人工",
        [nameof(MoneyKind.National)] = "国庫支出金", [nameof(MoneyKind.Prefectural)] = "都道府県支出金", [nameof(MoneyKind.Bond)] = "地方債", [nameof(MoneyKind.Other)] = "その他",
        [nameof(MoneyKind.General)] = "一般財源", [nameof(MoneyKind.Total)] = "事業費計", [nameof(MoneyKind.Personnel)] = "人件費計", [nameof(MoneyKind.FullCost)] = "トータルコスト",
        [nameof(MoneyStage.Planned)] = "計画", [nameof(MoneyStage.Requested)] = "要求", [nameof(MoneyStage.Appraised)] = "査定", [nameof(MoneyStage.Adopted)] = "採択",
        [nameof(MoneyStage.Initial)] = "当初", [nameof(MoneyStage.Supplementary)] = "補正", [nameof(MoneyStage.Settled)] = "決算",
        [nameof(EvaluationStage.Self)] = "自己評価", [nameof(EvaluationStage.Manager)] = "課長等意見",
        [nameof(PeriodKind.Repeated)] = "単年度繰返", [nameof(PeriodKind.SingleYear)] = "単年度のみ", [nameof(PeriodKind.Limited)] = "期間限定複数年度",
        [nameof(IndicatorKind.Activity)] = "活動指標", [nameof(IndicatorKind.Population)] = "対象指標", [nameof(IndicatorKind.Outcome)] = "成果指標",
        [nameof(ActualStatus.Preliminary)] = "速報", [nameof(ActualStatus.Estimated)] = "推計", [nameof(ActualStatus.NotKnown)] = "未把握", [nameof(ActualStatus.NotApplicable)] = "該当なし",
        ["Dash"] = "-(なし)", ["Undecided"] = "未定", ["true"] = "はい", ["false"] = "いいえ",
    };

    public static string Of(string field) => field.Split('/', 4) switch
    {
        ["money", var year, var stage, var kind] => $"{Names[kind]}({YearOf(year)} {Names[stage]})",
        ["staff", var year, var stage, var what] => $"{Names[what]}({YearOf(year)} {Names[stage]})",
        ["actual", var year] => $"実績値({YearOf(year)})",
        ["target", var year] => $"目標値({YearOf(year)})",
        ["answer", var stage, ..] => $"{Names[stage]}「{field.Split('/', 3)[2]}」",
        _ => Names.GetValueOrDefault(field, field),
    };

    /// <param name="names">Names of the departments and items that values point at.</param>
    public static string ValueOf(string field, string? value, IReadOnlyDictionary<string, string>? names = null) => (field.Split('/')[0], value) switch
    {
        (_, null) => "(空欄)",
        ("money", _) => long.TryParse(value, CultureInfo.InvariantCulture, out var yen) ? new Yen(yen).ToString() : Names[value],
        ("actual", _) => Facts.Parts(value) is [var number, var status, var written] ? written ?? number ?? Names[status!] : value,
        ("target", _) => Facts.Parts(value) is [var number, var written] ? written ?? number! : value,
        ("answer", _) => string.Join(" ", Facts.Parts(value).OfType<string>()),
        ("budget", _) => string.Join("、", Facts.Parts(value).Select(line => string.Join('-', Facts.Parts(line!).Select(p => p ?? "?")))),
        ("period", _) => Facts.Parts(value) is [var kind, var first, var last, var written] ? written ?? $"{(kind is null ? "" : Names[kind])} {YearOf(first)}から{YearOf(last)}" : value,
        ("statutory" or "implementationPlan" or "regionalStrategy" or "kind", _) => Names.GetValueOrDefault(value, value),
        ("department" or "item" or "parent", _) => names?.GetValueOrDefault(value) ?? value,
        _ => value,
    };

    private static string YearOf(string? year) => year is null ? "" : new FiscalYear(int.Parse(year, CultureInfo.InvariantCulture)).Era;
}
