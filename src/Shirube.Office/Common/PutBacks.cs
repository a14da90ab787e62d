using Shirube.Data;
using Shirube.Domain.Deliberation;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Surveys;

namespace Shirube.Office.Common;

/// <summary>Which fields can be put back to an older value: those that a verb of their record writes. Of all others it says why not.</summary>
internal static class PutBacks
{
    private static readonly Dictionary<string, HashSet<string>> Known = new()
    {
        [nameof(Project)] =
        [
            "Name", "Number", "Class", "IsStatutory", "LegalBasis", "InImplementationPlan", "InRegionalStrategy", "Period.Kind", "Period.First", "Period.Last", "Period.AsWritten",
            "Text.Outline", "Text.Means", "Text.MeansPlanned", "Text.Target", "Text.Intent", "Text.Result", "InternalContact", "InternalNote",
            nameof(BudgetLine), nameof(Money), nameof(Staffing), nameof(Ownership), nameof(Placement),
        ],
        [nameof(EvaluationFact)] = [nameof(EvaluationAnswer)],
        [nameof(Indicator)] = ["Name", "Unit", "Kind", "Definition", nameof(Actual), nameof(Target)],
        [nameof(PlanItem)] = ["Code", "Title", "PlainTitle", "Body", "ParentId", "Order"],
        [nameof(Plan)] = ["Name", "First", "Last", "PeriodNote", "LegalBasis", "Summary", "Source", "Level.Name", "Level.Numbering"],
        [nameof(Department)] = ["Name", "Code", "ParentId", "To"],
    };

    private const string Fixed = "登録したときに決まり、あとから変わりません。";

    private static readonly Dictionary<string, string> NotWhole = new([.. Links.LinksPutBack.WhyNot, .. Plans.PlansPutBack.WhyNot, .. Evaluation.EvaluationWords.WhyNotPutBack])
    {
        [nameof(EntryCall)] = "頼んだ部課が見て入力したものなので、さかのぼって変えません。期限と締め切りは、入力の依頼の画面で変えられます。",
        [nameof(ImportRun)] = "一つの欄ではなく、取り込みの画面で、取り込みをまるごと取り消せます。",
        [nameof(Person)] = "役割を戻すと、そのときの権限まで戻ってしまいます。職員の画面で、いまから効く役割を決めてください。",
        [nameof(Account)] = "パスワードや二段階の確認は、残していないか、戻すと危ないものです。職員のアカウントの画面で、あらためて決めてください。",
        [nameof(Invitation)] = "使い終えた招待が、もう一度使えるようになってしまいます。必要なら、新しく招待してください。",
        [nameof(AssessmentRules)] = "段階どうしが組になっているので、判定の決まりの画面で、全体を確かめて入力し直してください。",
        [nameof(AccountRules)] = "安全の決まりなので、サインインの決まりの画面で、内容を確かめて入力し直してください。",
        [Organization.SignInLog.Kind] = "消した記録は、どこにも残っていません。",
        [nameof(Transfer)] = "一つの欄ではなく、異動の画面で、異動をまるごと取り消せます。",
        [nameof(Reorganization)] = "一つの欄ではなく、機構改革の画面で、機構改革をまるごと取り消せます。",
        [nameof(SavedView)] = "持ち主だけが変えられます。持ち主が、ビューの画面で直してください。",
        [nameof(Meeting)] = "画面では変えられない記録なので、戻すものがありません。",
        [nameof(Survey)] = "画面では変えられない記録なので、戻すものがありません。",
        [Publishing.ReleaseNotes.Kind] = "公表したものは消えません。誤りは、直してからもう一度公表してください。",
    };

    private static readonly Dictionary<(string Kind, string Name), string> NotFields = new(Indicators.IndicatorPutBack.WhyNot)
    {
        [(nameof(Project), "Key")] = Fixed,
        [(nameof(Project), "IsSample")] = Fixed,
        [(nameof(EvaluationFact), "ProjectId")] = Fixed,
        [(nameof(EvaluationFact), "Year")] = Fixed,
        [(nameof(Indicator), "Key")] = Fixed,
        [(nameof(Indicator), "IsSample")] = Fixed,
        [(nameof(Indicator), nameof(IndicatorUse))] = "登録か取り込みで決まります。取り込みで付いたものは、取り込みの画面で取り消せます。",
        [(nameof(PlanItem), "EditionId")] = Fixed,
        [(nameof(PlanItem), "Key")] = Fixed,
        [(nameof(PlanItem), "LevelId")] = "上位の項目で決まります。上位の項目を戻してください。",
        [(nameof(PlanItem), "IsSample")] = Fixed,
        [(nameof(Plan), "Key")] = Fixed,
        [(nameof(Plan), "Kind")] = Fixed,
        [(nameof(Plan), "PredecessorId")] = "現行計画との対応の画面で選び直せます。",
        [(nameof(Plan), nameof(Level))] = "計画の編集の画面で、階層を確かめて直してください。",
        [(nameof(Plan), nameof(PlanTerm))] = "期と見直しの画面で、ほかの期と重ならないように入力し直してください。",
        [(nameof(Plan), nameof(PlanReview))] = "行った判断の記録です。まちがいは、見直しの判断の画面で取り消せます。",
        [(nameof(Plan), "ShownId")] = "計画の版の画面で、庁内で使う版を選び直せます。",
        [(nameof(Department), "Key")] = Fixed,
        [(nameof(Department), "From")] = Fixed,
    };

    public static string? WhyNot(string kind, string? part, string field) => Knows(kind, new(part, null, field)) ? null : NotWhole.GetValueOrDefault(kind) ?? NotFields.GetValueOrDefault((kind, part ?? field));

    /// <summary>What of these kinds cannot be put back, in words, with the reason.</summary>
    public static IReadOnlyList<(string What, string Why)> NotOf(IEnumerable<string> kinds) =>
        [.. kinds.SelectMany(kind => NotWhole.TryGetValue(kind, out var why) ? [(ChangeWords.Kind(kind), why)]
            : NotFields.Where(n => n.Key.Kind == kind && NameOf(kind, n.Key.Name).Length > 0).GroupBy(n => n.Value, n => NameOf(kind, n.Key.Name))
                .Select(g => ($"{ChangeWords.Kind(kind)}の{string.Join("、", g)}", g.Key)))];

    private static string NameOf(string kind, string name) =>
        ChangeWords.Kinds[kind].Parts.GetValueOrDefault(name)?.Name ?? ChangeWords.Kinds[kind].Find(null, name)?.Name ?? "";

    public static bool Knows(string kind) => Known.ContainsKey(kind);

    public static bool Knows(string kind, Spot spot) => Known.TryGetValue(kind, out var known) && (known.Contains(spot.Part ?? spot.Field ?? "") || known.Contains($"{spot.Part}.{spot.Field}"));
}
