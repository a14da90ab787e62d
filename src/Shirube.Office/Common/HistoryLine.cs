using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Common;

/// <summary>Names of what a history speaks of by id or key.</summary>
public sealed record HistoryNames(IReadOnlyDictionary<Guid, string> Departments, IReadOnlyDictionary<string, string> Items, IReadOnlyDictionary<Guid, string> Records)
{
    public static readonly HistoryNames None = new(new Dictionary<Guid, string>(), new Dictionary<string, string>(), new Dictionary<Guid, string>());
}

/// <summary>A change of one field in the city's words.</summary>
public sealed record HistoryField(string Name, string? Before, string? After);

/// <summary>One save in the city's words: who, when, through what, and which fields became what.</summary>
public sealed record HistoryLine(DateTime AtUtc, string Who, string What, string? Why, IReadOnlyList<HistoryField> Fields)
{
    public static IReadOnlyList<HistoryLine> Of(IEnumerable<HistoryEntry> entries, HistoryNames names) => [.. entries.Select(e => Of(e, names))];

    private static HistoryLine Of(HistoryEntry entry, HistoryNames names) =>
        new(entry.AtUtc, entry.By ?? "コマンド", $"{HistoryWords.Kind(entry.Kind)}を{HistoryWords.Action(entry.Action)}", Reason(entry),
            [.. entry.Fields.Where(f => !HistoryWords.IsBookkeeping(f)).Select(f => HistoryWords.Field(entry.Kind, f, names)).Where(f => f.Before is not null || f.After is not null)]);

    private static string? Reason(HistoryEntry entry) =>
        string.Join(" ", new[] { HistoryWords.Process(entry.Process), entry.Why }.Where(w => w is not null)) is { Length: > 0 } words ? words : null;
}

/// <summary>The change log's code words in Japanese.</summary>
internal static class HistoryWords
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        [nameof(Project)] = "事務事業", [nameof(Indicator)] = "指標", [nameof(EvaluationFact)] = "評価", [nameof(Plan)] = "計画", [nameof(Edition)] = "版", [nameof(PlanItem)] = "計画の項目",
        [nameof(Department)] = "部課", [nameof(Transfer)] = "異動", [nameof(Reorganization)] = "機構改革", [nameof(Person)] = "職員", [nameof(Account)] = "アカウント", [nameof(Invitation)] = "招待", [nameof(ImportRun)] = "取り込み", [nameof(MayoralTerm)] = "首長任期",
        ["Meeting"] = "会議", ["Survey"] = "アンケート",
    };

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["Name"] = "名前", ["Number"] = "ID", ["Code"] = "番号", ["Class"] = "区分", ["IsStatutory"] = "法定", ["LegalBasis"] = "根拠", ["Period.Kind"] = "期間の区分", ["Period.First"] = "開始年度", ["Period.Last"] = "終了年度",
        ["Period.AsWritten"] = "期間(元の書き方)", ["Text.Outline"] = "概要", ["Text.Means"] = "手段", ["Text.MeansPlanned"] = "今年度の計画", ["Text.Target"] = "対象", ["Text.Intent"] = "意図", ["Text.Result"] = "結果",
        ["InImplementationPlan"] = "実施計画への掲載", ["InRegionalStrategy"] = "総合戦略への掲載", ["InternalContact"] = "内部の連絡先", ["InternalNote"] = "内部メモ", ["IsSample"] = "サンプル", ["Unit"] = "単位", ["Kind"] = "種類",
        ["Definition"] = "定義", ["Title"] = "題名", ["PlainTitle"] = "わかりやすい題名", ["Body"] = "本文", ["ParentId"] = "上位", ["Order"] = "並び", ["LevelId"] = "階層", ["First"] = "始まり", ["Last"] = "終わり", ["PeriodNote"] = "期間の言葉",
        ["Summary"] = "概要", ["Source"] = "出典", ["From"] = "始まり", ["To"] = "終わり", ["Label"] = "版の名前", ["Role"] = "役割", ["DepartmentId"] = "部課", ["UserName"] = "アカウント名", ["PasswordHash"] = "パスワード",
        ["LockoutEnd"] = "サインインできない期限", ["FileName"] = "ファイル", ["IsMain"] = "主(本務・主な場所)", ["Amount"] = "金額", ["Absence"] = "金額がない理由", ["Heads"] = "人数", ["Hours"] = "時間", ["Fte"] = "人工", ["Value"] = "値",
        ["Status"] = "状態", ["AsWritten"] = "元の書き方", ["SetOn"] = "設定日", ["Reason"] = "理由", ["Choice"] = "選んだもの", ["Text"] = "文", ["Account"] = "会計", ["Category"] = "款", ["Item"] = "項", ["SubItem"] = "目", ["Line"] = "事業",
        ["Takeover.AtUtc"] = "引き継いだ日時", ["Opening.AtUtc"] = "公開の手続きに入れた日時", ["Undoing.AtUtc"] = "取り消した日時", ["CarriesProjects"] = "事務事業を置ける", ["AtUtc"] = "日時", ["UntilUtc"] = "期限", ["AcceptedAtUtc"] = "使った日時", ["ReplacedAtUtc"] = "取り替えた日時",
        ["StaffNumber"] = "職員番号", ["Effective"] = "発令日", ["Taking.AtUtc"] = "取り込んだ日時", ["Reversal.AtUtc"] = "取り消した日時", ["Carrying.AtUtc"] = "実行した日時", ["Continues"] = "残る", ["Year"] = "年度", ["FiscalYear"] = "年度", ["Note"] = "メモ",
    };

    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind, "記録");

    public static string Action(string action) => action switch { "added" => "追加", "removed" => "削除", "erased" => "個人情報を消去", _ => "変更" };

    public static string? Process(string process) => process switch { "office" => null, "office-deputy" => "代理として", "invite" => "招待のコマンド", "invitation" => "招待のアドレスから", "seed" => "見本の作成", "unknown" => null, _ => process };

    // why: keys and ids that say nothing to a person, or repeat what another field says.
    public static bool IsBookkeeping(FieldChange field) =>
        field.Field is "Key" or "Id" or "PlanId" or "EditionId" or "PersonId" or "ProjectId" or "IndicatorId" or "TokenHash" or "By" or "Takeover.By" or "Opening.By" or "Undoing.By" or "PostId" or "Taking.By" or "Reversal.By" or "Carrying.By" or "RowsJson" or "Subject" or "Made" or "Before" or "BeforeDay" or "PredecessorId" or "SuccessorId" or "ReorganizationId" or "LockoutEnabled" or "EmailConfirmed" or "PhoneNumberConfirmed" or "TwoFactorEnabled" or "MappingJson" or "ReportJson" or "Sha256"
        || field is { Part: "IndicatorUse" } or { Part: nameof(Placement), Field: "ItemKey" } or { Part: not null, Field: "Order" or "Revision" };

    public static HistoryField Field(string kind, FieldChange field, HistoryNames names)
    {
        var name = string.Join(" ", new[] { Part(field, names), field is { Part: nameof(Money), Field: "Amount" } or { Part: "Actual" or "Target", Field: "Value" } ? null : Fields.GetValueOrDefault(field.Field, "そのほか") }.Where(w => w is { Length: > 0 }));
        return new(name, Value(kind, field, field.Before, names), Value(kind, field, field.After, names));
    }

    private static string? Part(FieldChange field, HistoryNames names)
    {
        var key = field.Key?.Split(' ') ?? [];
        return field.Part switch
        {
            nameof(Money) when key is [var year, var stage, var kind] => $"{Year(year)}{Enum<MoneyStage>(stage, Names.Of)} {Enum<MoneyKind>(kind, Names.Of)}",
            nameof(Staffing) when key is [var year, var stage] => $"{Year(year)}{Enum<MoneyStage>(stage, Names.Of)}",
            "Actual" when key is [var year] => $"{Year(year)}の値",
            "Target" when key is [var year, var revision] => $"{Year(year)}の目標({revision}回目)",
            nameof(Ownership) when key is [var year] => $"{Year(year)}からの",
            nameof(BudgetLine) when key is [var order] => $"予算科目{order}",
            nameof(Placement) when key is [_, var item] => $"「{names.Items.GetValueOrDefault(item, item)}」への位置づけ",
            nameof(EvaluationAnswer) when key is [var stage, ..] => $"{Enum<EvaluationStage>(stage, Names.Of)} {string.Join(' ', key.Skip(1))}",
            nameof(Level) => "階層",
            nameof(Deputyship) => "代理の",
            _ => null,
        };
    }

    private static string? Value(string kind, FieldChange field, string? value, HistoryNames names) => (field.Field, value) switch
    {
        (_, null) => null,
        ("Amount", _) when long.TryParse(value, out var yen) => Format.ExactYen(new(yen)),
        ("Absence", _) => Enum<Absence>(value, Names.Of),
        ("Status", _) => Enum<ActualStatus>(value, Names.Of),
        ("Role", _) => Enum<Role>(value, Names.Of),
        ("Period.Kind", _) => Enum<PeriodKind>(value, Names.Of),
        ("Kind", _) => kind == nameof(Plan) ? Enum<PlanKind>(value, Names.Of) : Enum<IndicatorKind>(value, Names.Of),
        ("First" or "Last" or "Period.First" or "Period.Last" or "Year" or "FiscalYear", _) => Year(value),
        ("From" or "To", _) => kind == nameof(Department) || field.Part == nameof(Ownership) ? Year(value) : value,
        ("DepartmentId" or "ParentId", _) when Guid.TryParse(value, out var id) => names.Departments.GetValueOrDefault(id) ?? names.Records.GetValueOrDefault(id, "(登録済みのもの)"),
        ("LevelId", _) => null,
        (_, "true") => "はい",
        (_, "false") => "いいえ",
        _ when field.Field.EndsWith("Utc", StringComparison.Ordinal) && DateTime.TryParse(value, null, System.Globalization.DateTimeStyles.RoundtripKind, out var at) => $"{Format.Day(Tokyo.DayOf(at.ToUniversalTime()))} {Tokyo.At(at.ToUniversalTime()):H時mm分}",
        _ => value,
    };

    private static string Year(string value) => int.TryParse(value, out var year) && year is >= 1868 and <= 2200 ? new FiscalYear(year).Era : value;

    private static string Enum<T>(string value, Func<T, string> name) where T : struct, Enum => System.Enum.TryParse<T>(value, out var known) ? name(known) : value;
}
