using System.Reflection;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Exchange.Publishing;

/// <summary>What every table and column of a release means. The schema, the data page and docs/release-format.md all come from it.</summary>
public static class DataDictionary
{
    public static readonly ReleaseTable Meta = TableOf(typeof(ReleasedMeta), _ => []);

    /// <summary>All tables, in the order of the documentation.</summary>
    public static readonly IReadOnlyList<ReleaseTable> Tables =
    [
        Meta,
        .. typeof(ReleaseContent).GetProperties().Where(p => p.PropertyType.IsGenericType)
            .Select(p => TableOf(p.PropertyType.GenericTypeArguments[0], content => ((IEnumerable<object>)p.GetValue(content)!).ToList())),
    ];

    public static ReleaseTable Table(string name) => Tables.Single(t => t.Name == name);

    private static ReleaseTable TableOf(Type row, Func<ReleaseContent, IReadOnlyList<object>> rows)
    {
        var holds = row.GetCustomAttribute<HoldsAttribute>()!;
        var nullability = new NullabilityInfoContext();
        var columns = row.GetConstructors()[0].GetParameters().Select(p => new ReleaseColumn(
            Snake(p.Name!), KindOf(p.ParameterType), nullability.Create(p).ReadState == NullabilityState.Nullable || Nullable.GetUnderlyingType(p.ParameterType) is not null,
            p.GetCustomAttribute<MeansAttribute>()!.Meaning, ChoicesOf(p.ParameterType), row.GetProperty(p.Name!)!)).ToList();
        return new(holds.Table, holds.Title, holds.Meaning, columns, holds.Key.Split(','), holds.Indexes, rows);
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static ColumnKind KindOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => ColumnKind.Text,
        var t when t == typeof(PublicKey) => ColumnKind.Key,
        var t when t == typeof(int) => ColumnKind.Number,
        var t when t == typeof(bool) => ColumnKind.Truth,
        var t when t == typeof(FiscalYear) => ColumnKind.FiscalYear,
        var t when t == typeof(Yen) => ColumnKind.Yen,
        var t when t == typeof(decimal) => ColumnKind.Decimal,
        var t when t == typeof(DateOnly) => ColumnKind.Day,
        var t when t.IsEnum => ColumnKind.Choice,
        var t => throw new NotSupportedException($"{t.Name} has no place in a release."),
    };

    private static IReadOnlyList<Choice> ChoicesOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } choice
            ? [.. Enum.GetValues(choice).Cast<Enum>().Where(v => v is not (MoneyStage.Requested or MoneyStage.Appraised)).Select(v => new Choice(v.ToString(), Word(v)))] : [];

    private static string Word(Enum value) => value switch
    {
        PlanKind.Vision => "長期ビジョン",
        PlanKind.ActionPlan => "アクションプラン",
        PlanKind.RegionalStrategy => "総合戦略",
        PlanKind.SectorPlan => "個別計画",
        PlanKind.BasicConcept => "基本構想",
        PlanKind.BasicPlan => "基本計画",
        PlanKind.ImplementationPlan => "実施計画",
        PlanKind.Other => "その他の計画",
        EditionState.InForce => "実施中の計画",
        EditionState.UnderConsultation => "意見をうかがっている案",
        PeriodKind.Repeated => "単年度繰返",
        PeriodKind.SingleYear => "単年度のみ",
        PeriodKind.Limited => "期間限定複数年度",
        MoneyStage.Planned => "計画",
        MoneyStage.Adopted => "採択",
        MoneyStage.Initial => "当初",
        MoneyStage.Supplementary => "補正",
        MoneyStage.Settled => "決算",
        MoneyKind.National => "国庫支出金",
        MoneyKind.Prefectural => "都道府県支出金",
        MoneyKind.Bond => "地方債",
        MoneyKind.Other => "その他",
        MoneyKind.General => "一般財源",
        MoneyKind.Total => "事業費計(資料に書かれた計)",
        MoneyKind.Personnel => "人件費計(資料に書かれた計)",
        MoneyKind.FullCost => "トータルコスト(資料に書かれた計)",
        Absence.Dash => "なし(「-」と書かれたもの)",
        Absence.Undecided => "未定",
        ReviewResult.Keep => "続ける",
        ReviewResult.Revise => "改める",
        Strength.Mainly => "主に",
        Strength.Related => "関連して",
        PictureKind.Png => "PNG",
        PictureKind.Jpeg => "JPEG",
        PartnerKind.Citizens => "市民",
        PartnerKind.District => "地域",
        PartnerKind.Company => "事業者",
        PartnerKind.Other => "その他",
        _ => WordOfFindings(value),
    };

    private static string WordOfFindings(Enum value) => value switch
    {
        IndicatorKind.Activity => "活動指標",
        IndicatorKind.Population => "対象指標",
        IndicatorKind.Outcome => "成果指標",
        ActualStatus.Final => "実績",
        ActualStatus.Preliminary => "速報",
        ActualStatus.Estimated => "推計",
        ActualStatus.NotKnown => "未把握",
        ActualStatus.NotApplicable => "該当なし",
        IndicatorType.Progress => "進捗",
        IndicatorType.KeepHigher => "現状維持(高いほどよい)",
        IndicatorType.KeepLower => "現状維持(低いほどよい)",
        IndicatorType.RatioUp => "単純比(増やす)",
        IndicatorType.RatioDown => "単純比(減らす)",
        IndicatorType.Range => "範囲",
        IndicatorType.Cumulative => "累計",
        IndicatorType.TextTarget => "文章の目標",
        Judgement.Achieved => "達成",
        Judgement.InProgress => "取組中",
        Judgement.NotAchieved => "未達成",
        EvaluationStage.Self => "自己評価",
        EvaluationStage.Manager => "課長等意見",
        _ => WordOfForms(value),
    };

    private static string WordOfForms(Enum value) => value switch
    {
        FormUse.Yearly => "毎年度の評価",
        FormUse.MidTerm => "中間年の評価",
        FormUse.ExAnte => "事前評価",
        FormTarget.Project => "事務事業",
        FormTarget.Item => "計画項目",
        QuestionKind.Choice => "選択",
        QuestionKind.Rating => "段階評価",
        QuestionKind.Text => "記述",
        QuestionKind.Number => "数",
        QuestionKind.Table => "表",
        QuestionKind.Indicators => "指標の欄",
        QuestionKind.Money => "金額の欄",
        QuestionKind.Projects => "構成する事務事業の欄",
        QuestionRole.Direction => "今後の方向性",
        QuestionRole.Result => "成果",
        QuestionRole.Cost => "コスト",
        QuestionRole.Improvement => "改善の取組",
        QuestionRole.FollowUp => "昨年の改善の実施状況",
        QuestionRole.Contribution => "施策への貢献",
        ResponseKind.Adopted => "反映する",
        ResponseKind.PartlyAdopted => "一部反映する",
        ResponseKind.Considered => "今後検討する",
        ResponseKind.NotAdopted => "反映しない",
        ResponseProgress.NotStarted => "未着手",
        ResponseProgress.UnderWay => "対応中",
        ResponseProgress.Done => "対応済み",
        _ => throw new NotSupportedException($"{value.GetType().Name}.{value} has no word in the data dictionary."),
    };
}

[Holds("meta", "この公表について", "公表そのものの情報。", "name")]
public sealed record ReleasedMeta(
    [Means("項目の名前。schema 形式の版、release 公表の番号、municipality_code 団体コード、municipality_name 団体名、published_at 公表した時刻(協定世界時)、note 変更点の説明")] string Name,
    [Means("値")] string Value);

/// <summary>One table of a release: what it holds, its columns, and the columns that name a row.</summary>
public sealed record ReleaseTable(string Name, string Title, string Meaning, IReadOnlyList<ReleaseColumn> Columns, IReadOnlyList<string> Key, IReadOnlyList<string> Indexes, Func<ReleaseContent, IReadOnlyList<object>> Rows);

public sealed record ReleaseColumn(string Name, ColumnKind Kind, bool IsNullable, string Meaning, IReadOnlyList<Choice> Choices, PropertyInfo Property);

/// <summary>A value of a column with a fixed set of values, with its Japanese word.</summary>
public sealed record Choice(string Value, string Word);

public static class ColumnKinds
{
    /// <summary>The kind in Japanese, as the data page writes it.</summary>
    public static string Word(this ColumnKind kind) => kind switch
    {
        ColumnKind.Key => "キー(文字)",
        ColumnKind.Number => "整数",
        ColumnKind.Truth => "0か1",
        ColumnKind.FiscalYear => "年度(西暦の整数)",
        ColumnKind.Yen => "円(整数)",
        ColumnKind.Decimal => "小数(文字)",
        ColumnKind.Day => "日(yyyy-MM-dd)",
        ColumnKind.Choice => "決まった値",
        _ => "文字",
    };
}

/// <summary>How a column is written. Decimals are text, so that no digit is lost; days are yyyy-MM-dd; truths are 0 or 1.</summary>
public enum ColumnKind
{
    Text,
    Key,
    Number,
    Truth,
    FiscalYear,
    Yen,
    Decimal,
    Day,
    Choice,
}
