using Shirube.Data;
using Shirube.Domain.Deliberation;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Surveys;
using Shirube.Office.Deliberation;
using Shirube.Office.Evaluation;
using Shirube.Office.Indicators;
using Shirube.Office.Links;
using Shirube.Office.Organization;
using Shirube.Office.Plans;
using Shirube.Office.Projects;
using Shirube.Office.Projects.Calls;
using Shirube.Office.Publishing;
using Shirube.Office.Surveys;

namespace Shirube.Office.Common;

/// <summary>The code words of the change log in Japanese. Each area has one table of its words; here they come together.</summary>
internal static class ChangeWords
{
    public static readonly IReadOnlyDictionary<string, RecordWords> Kinds = new Dictionary<string, RecordWords>(EvaluationWords.Kinds)
    {
        [nameof(Project)] = ProjectWords.Project,
        [nameof(EntryCall)] = CallWords.EntryCall,
        [nameof(ImportRun)] = ProjectWords.ImportRun,
        [nameof(Indicator)] = IndicatorWords.Indicator,
        [nameof(Plan)] = PlanWords.Plan,
        [nameof(Edition)] = PlanWords.Edition,
        [nameof(PlanItem)] = PlanItemWords.PlanItem,
        [nameof(Lineage)] = LineageWords.Lineage,
        [nameof(ProjectLineage)] = LineageWords.ProjectLineage,
        [nameof(ChangeReason)] = LineageWords.ChangeReason,
        [nameof(ItemLink)] = LinkWords.ItemLink,
        [nameof(GoalLink)] = LinkWords.GoalLink,
        [nameof(OwnGoalSet)] = LinkWords.OwnGoalSet,
        [nameof(OwnGoal)] = LinkWords.OwnGoal,
        [nameof(Initiative)] = LinkWords.Initiative,
        [nameof(PartnerActivity)] = PartnerActivityWords.PartnerActivity,
        [nameof(GlossaryTerm)] = TermWords.GlossaryTerm,
        [nameof(PlanFigure)] = FigureWords.PlanFigure,
        [nameof(Department)] = OrganizationWords.Department,
        [nameof(Person)] = OrganizationWords.Person,
        [nameof(Account)] = OrganizationWords.Account,
        [nameof(Invitation)] = OrganizationWords.Invitation,
        [nameof(Transfer)] = ReorganizationWords.Transfer,
        [nameof(Reorganization)] = ReorganizationWords.Reorganization,
        [nameof(AssessmentRules)] = Indicators.IndicatorWords.Rules,
        [nameof(AccountRules)] = OrganizationWords.AccountRules,
        [SignInLog.Kind] = OrganizationWords.SignInLog,
        [nameof(SavedView)] = ViewWords.SavedView,
        [nameof(MayoralTerm)] = OrganizationWords.MayoralTerm,
        [nameof(Meeting)] = DeliberationWords.Meeting,
        [nameof(Survey)] = SurveyWords.Survey,
        [ReleaseNotes.Kind] = PublishingWords.Release,
    };

    /// <summary>What people choose among when they ask for one area's changes.</summary>
    public static readonly IReadOnlyList<(string Key, string Name, IReadOnlyList<string> Kinds)> Areas =
    [
        ("projects", "事務事業・評価", [nameof(Project), nameof(EvaluationFact), nameof(EvaluationForm), nameof(EvaluationRound), nameof(EvaluationSheet), nameof(ExternalReview), nameof(SheetReview), nameof(ReminderRules)]),
        ("indicators", "指標", [nameof(Indicator), nameof(AssessmentRules)]),
        ("plans", "計画", [nameof(Plan), nameof(Edition), nameof(PlanItem), nameof(Lineage), nameof(ProjectLineage), nameof(ChangeReason), nameof(GlossaryTerm), nameof(PlanFigure)]),
        ("links", "つながり", [nameof(ItemLink), nameof(GoalLink), nameof(OwnGoalSet), nameof(OwnGoal), nameof(Initiative), nameof(PartnerActivity)]),
        ("calls", "入力の依頼", [nameof(EntryCall)]),
        ("imports", "取り込み", [nameof(ImportRun)]),
        ("views", "ビュー", [nameof(SavedView)]),
        ("releases", "公表", [ReleaseNotes.Kind]),
        ("organization", "部課・職員", [nameof(Department), nameof(Person), nameof(Account), nameof(Invitation), nameof(AccountRules), SignInLog.Kind, nameof(Transfer), nameof(Reorganization)]),
        ("city", "任期・会議・アンケート", [nameof(MayoralTerm), nameof(Meeting), nameof(Survey)]),
    ];

    /// <summary>How a save came about, as far as people tell ways apart.</summary>
    public static readonly IReadOnlyList<(string Key, string Name, ChangeWay Way)> Ways =
    [
        ("hand", "画面で", ChangeWay.ByHand),
        ("import", "取り込みで", ChangeWay.Imported),
        ("other", "サーバーでの作業で", ChangeWay.ByProgram),
    ];

    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind)?.Name ?? "記録";

    /// <summary>事務事業を変更, 公表を取り下げ</summary>
    public static string Deed(string kind, string action) => action switch
    {
        "added" => $"{Kind(kind)}を追加",
        "removed" => $"{Kind(kind)}を削除",
        "erased" when kind == SignInLog.Kind => "古いサインインの記録を消去",
        "erased" => $"{Kind(kind)}の個人情報を消去",
        ReleaseNotes.Made => "公表",
        ReleaseNotes.Withdrawn => "公表を取り下げ",
        _ => $"{Kind(kind)}を変更",
    };

    public static string Process(string process) => process switch
    {
        "office" => "画面",
        "office-deputy" => "画面(代理として)",
        "取込" => "取り込み",
        "取込の取り消し" => "取り込みの取り消し",
        "invite" => "サーバーでの招待",
        "invitation" => "招待のアドレス",
        "sign-in" => "サインイン",
        "publish" => "サーバーでの公表",
        "seed" => "見本の作成",
        _ => process.All(char.IsAscii) ? "プログラム" : process,
    };

    /// <summary>Who saved: where nobody was signed in, somebody worked on the server itself.</summary>
    public static string Who(string? name) => name ?? "サーバーでの作業";
}
