using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Office.Search;

/// <summary>What kinds of records are called, who may find them, and where one is shown.</summary>
public static class SearchKinds
{
    private static readonly Dictionary<SearchKind, (string Name, Operation Needs)> All = new()
    {
        [SearchKind.Project] = ("事務事業", Operation.Read),
        [SearchKind.PlanItem] = ("計画の項目", Operation.Read),
        [SearchKind.Indicator] = ("指標", Operation.Read),
        [SearchKind.Plan] = ("計画", Operation.Read),
        [SearchKind.Evaluation] = ("評価", Operation.Read),
        [SearchKind.Department] = ("部課", Operation.Read),
        [SearchKind.Person] = ("職員", Operation.ManagePeople),
        [SearchKind.Meeting] = ("会議", Operation.Read),
        [SearchKind.Survey] = ("アンケート", Operation.Read),
        [SearchKind.ImportRun] = ("取り込み", Operation.Import),
        [SearchKind.EntryCall] = ("入力の依頼", Operation.Read),
        [SearchKind.SavedView] = ("ビュー", Operation.Read),
        [SearchKind.GlossaryTerm] = ("用語", Operation.Read),
        [SearchKind.Initiative] = ("重点プロジェクト", Operation.Read),
        [SearchKind.PartnerActivity] = ("連携・支援", Operation.Read),
    };

    public static string Name(SearchKind kind) => All[kind].Name;

    /// <summary>The kinds whose records the person may see.</summary>
    public static IReadOnlyList<SearchKind> For(SignedIn signedIn) => [.. All.Where(k => signedIn.May(k.Value.Needs)).Select(k => k.Key)];

    /// <summary>The address of a record, beginning with ~/; null where it has no page of its own.</summary>
    public static string? Address(SearchKind kind, string key, string? parentKey, bool mayManageDepartments) => kind switch
    {
        SearchKind.Project => $"~/projects/{key}",
        SearchKind.Evaluation => $"~/projects/{parentKey}",
        SearchKind.PlanItem => $"~/plans/{parentKey}/{key}",
        SearchKind.Plan => $"~/plans/{key}",
        SearchKind.Indicator => $"~/indicators/{key}",
        SearchKind.Department => mayManageDepartments ? $"~/departments/{key}" : "~/departments",
        SearchKind.Person => $"~/people/{key}",
        SearchKind.ImportRun => $"~/imports/{key}",
        SearchKind.EntryCall => $"~/calls/{key}",
        SearchKind.SavedView => $"~/views/{key}",
        SearchKind.GlossaryTerm => $"~/glossary#term-{key}",
        SearchKind.Initiative => $"~/initiatives/{key}",
        SearchKind.PartnerActivity => $"~/partners#partner-{key}",
        _ => null,
    };
}
