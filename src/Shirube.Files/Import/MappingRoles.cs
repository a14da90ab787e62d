using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>What a column can be in a mapping, one word each: project.name, department.1, level.施策.title, money.Total …. A column of a series of years has its place there and is not changed singly.</summary>
public static class MappingRoles
{
    public const string None = "";
    public const string Ignored = "ignore";
    public const string Series = "series";

    private static readonly string[] UsualLevels = ["政策", "施策", "基本事業"];
    private static readonly (IndicatorKind Kind, string Word, int Count)[] UsualSlots = [(IndicatorKind.Activity, "活動", 4), (IndicatorKind.Outcome, "成果", 4), (IndicatorKind.Population, "対象", 3)];

    /// <summary>Every column the mapping names, with its role.</summary>
    public static IEnumerable<(string Role, string Reference)> Of(Mapping mapping)
    {
        var plain = ProjectRoles.All.Select(r => ($"project.{r.Key}", r.Get(mapping.Project)))
            .Concat((mapping.Department?.Columns ?? []).Select((c, i) => ($"department.{i + 1}", (string?)c)))
            .Concat(mapping.Levels.SelectMany(l => l.Code.Select(c => ($"level.{l.Name}.code", (string?)c)).Append(($"level.{l.Name}.title", l.Title))))
            .Concat(ProjectRoles.Budget.Select(r => ($"budget.{r.Key}", mapping.Budget is { } budget ? r.Get(budget) : null)))
            .Concat(mapping.Contact.Select(c => ($"contact.{c.Label}", (string?)c.Column)))
            .Concat([("year", mapping.Year?.Column), ("municipality", mapping.MunicipalityCode)])
            .Concat(mapping.Indicators.SelectMany(i => new[] { ($"indicator.{i.Slot}.name", (string?)i.Name), ($"indicator.{i.Slot}.unit", i.Unit) }))
            .Concat((mapping.Evaluation?.Questions ?? []).SelectMany(q => new[] { ($"answer.{q.Stage}.{q.Question}.choice", q.Choice), ($"answer.{q.Stage}.{q.Question}.text", q.Text) }))
            .Concat(mapping.Ignore.Select(c => (Ignored, (string?)c)));
        return plain.Where(r => r.Item2 is not null).Select(r => (r.Item1, r.Item2!)).Concat(Figures(mapping));
    }

    /// <summary>The roles a person may choose from for a mapping, in the order of a list, each with its words and its group.</summary>
    public static IReadOnlyList<(string Role, string Words, string Group)> Choices(Mapping mapping) =>
    [
        (Ignored, "使わない(確かめた)", "その他"),
        .. ProjectRoles.All.Select(r => ($"project.{r.Key}", r.Words, "事務事業")),
        .. new[] { "部課(上位)", "部課(2段目)", "部課(3段目)" }.Select((words, i) => ($"department.{i + 1}", words, "部課")),
        .. LevelNames(mapping).SelectMany(l => new[] { ($"level.{l}.code", $"{l}の番号", "計画"), ($"level.{l}.title", $"{l}の名前", "計画") }),
        .. Enum.GetValues<MoneyKind>().Select(k => ($"money.{k}", Words(k), "金額(年度は見出しから)")),
        ("staff.Heads", "従事人数", "人員(年度は見出しから)"), ("staff.Hours", "業務時間", "人員(年度は見出しから)"), ("staff.Fte", "人工", "人員(年度は見出しから)"),
        .. ProjectRoles.Budget.Select(r => ($"budget.{r.Key}", r.Words, "予算科目")),
        .. Slots(mapping).SelectMany(s => new[] { ($"indicator.{s}.name", $"{s}の名前", "指標"), ($"indicator.{s}.unit", $"{s}の単位", "指標"), ($"indicator.{s}.value", $"{s}の実績値", "指標"), ($"indicator.{s}.target", $"{s}の目標値", "指標") }),
        .. (mapping.Evaluation?.Questions ?? []).SelectMany(q => new[] { ($"answer.{q.Stage}.{q.Question}.choice", $"{q.Question}({Words(q.Stage)} 選択)", "評価"), ($"answer.{q.Stage}.{q.Question}.text", $"{q.Question}({Words(q.Stage)} 記述)", "評価") }),
        .. mapping.Contact.Select(c => c.Label).Append("担当者").Distinct().Select(l => ($"contact.{l}", $"{l}(職員だけに見える)", "その他")),
        ("year", "年度", "その他"), ("municipality", "団体コード", "その他"),
    ];

    internal static IEnumerable<string> LevelNames(Mapping mapping) => mapping.Levels.Select(l => l.Name).Concat(mapping.Levels.Count < UsualLevels.Length ? UsualLevels : []).Distinct();

    internal static IndicatorKind KindOf(string slot) => UsualSlots.First(s => slot.StartsWith(s.Word, StringComparison.Ordinal)).Kind;

    private static IEnumerable<string> Slots(Mapping mapping) =>
        mapping.Indicators.Select(i => i.Slot).Concat(UsualSlots.SelectMany(s => Enumerable.Range(1, s.Count).Select(n => $"{s.Word}{n}"))).Distinct();

    private static IEnumerable<(string, string)> Figures(Mapping mapping) =>
        mapping.Money.SelectMany(m => Figure(mapping, $"money.{m.Kind}", m.Column, m.InSeries))
            .Concat(mapping.Staff.SelectMany(s => Figure(mapping, $"staff.{s.Measure}", s.Column, s.InSeries)))
            .Concat(mapping.Indicators.SelectMany(i => i.Values.SelectMany(v => Figure(mapping, $"indicator.{i.Slot}.{(v.IsTarget ? "target" : "value")}", v.Column, v.InSeries))));

    private static IEnumerable<(string, string)> Figure(Mapping mapping, string role, string column, bool inSeries) =>
        MappingColumns.Series(mapping, column, inSeries).Select((reference, i) => (inSeries ? $"{Series}.{mapping.Series[i].Year}.{role}" : role, reference));

    private static string Words(MoneyKind kind) => kind switch
    {
        MoneyKind.National => "国庫支出金", MoneyKind.Prefectural => "都道府県支出金", MoneyKind.Bond => "地方債", MoneyKind.Other => "その他", MoneyKind.General => "一般財源",
        MoneyKind.Total => "事業費計", MoneyKind.Personnel => "人件費計", _ => "トータルコスト",
    };

    private static string Words(EvaluationStage stage) => stage == EvaluationStage.Manager ? "課長等" : "自己";
}

/// <summary>The single columns of a project and its budget line.</summary>
internal static class ProjectRoles
{
    public static readonly IReadOnlyList<(string Key, string Words, Func<ProjectRule, string?> Get, Func<ProjectRule, string?, ProjectRule> With)> All =
    [
        ("name", "事務事業の名前", p => p.Name, (p, c) => p with { Name = c ?? "" }),
        ("number", "事務事業の番号", p => p.Number, (p, c) => p with { Number = c }),
        ("class", "区分", p => p.Class, (p, c) => p with { Class = c }),
        ("statutory", "法定の別", p => p.Statutory, (p, c) => p with { Statutory = c }),
        ("legalBasis", "根拠法令", p => p.LegalBasis, (p, c) => p with { LegalBasis = c }),
        ("inImplementationPlan", "実施計画への掲載", p => p.InImplementationPlan, (p, c) => p with { InImplementationPlan = c }),
        ("inRegionalStrategy", "総合戦略への掲載", p => p.InRegionalStrategy, (p, c) => p with { InRegionalStrategy = c }),
        ("periodKind", "期間の区分", p => p.PeriodKind, (p, c) => p with { PeriodKind = c }),
        ("period", "期間(始めと終わり)", p => p.Period, (p, c) => p with { Period = c }),
        ("begin", "開始年度", p => p.Begin, (p, c) => p with { Begin = c }),
        ("end", "終了年度", p => p.End, (p, c) => p with { End = c }),
        ("outline", "概要", p => p.Outline, (p, c) => p with { Outline = c }),
        ("means", "手段", p => p.Means, (p, c) => p with { Means = c }),
        ("meansPlanned", "今年度の計画", p => p.MeansPlanned, (p, c) => p with { MeansPlanned = c }),
        ("target", "対象", p => p.Target, (p, c) => p with { Target = c }),
        ("intent", "意図", p => p.Intent, (p, c) => p with { Intent = c }),
        ("result", "結果", p => p.Result, (p, c) => p with { Result = c }),
    ];

    public static readonly IReadOnlyList<(string Key, string Words, Func<BudgetRule, string?> Get, Func<BudgetRule, string?, BudgetRule> With)> Budget =
    [
        ("account", "会計", b => b.Account, (b, c) => b with { Account = c }),
        ("category", "款", b => b.Category, (b, c) => b with { Category = c }),
        ("item", "項", b => b.Item, (b, c) => b with { Item = c }),
        ("subItem", "目", b => b.SubItem, (b, c) => b with { SubItem = c }),
        ("line", "事業(予算)", b => b.Line, (b, c) => b with { Line = c }),
    ];
}
