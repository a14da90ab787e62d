using Shirube.Domain.Organization;

namespace Shirube.Ui.Controls;

/// <summary>An entry of a face's main navigation: the key pages name in <see cref="PageHead.Area"/>, its words, its address, the letter that leads there after g, and what one must be allowed to do there.</summary>
public sealed record NavigationArea(string Key, string Text, string Href, string? Group = null, char? Letter = null, Operation? Needs = null)
{
    public static readonly IReadOnlyList<NavigationArea> Office =
    [
        new("start", "私の作業", "~/", Letter: 's'),
        new("plans", "計画", "~/plans", "計画と事業", Letter: 'p'),
        new("projects", "事務事業", "~/projects", "計画と事業", Letter: 'j'),
        new("indicators", "指標", "~/indicators", "計画と事業", Letter: 'i'),
        new("links", "つながり", "~/links", "計画と事業", Letter: 'l'),
        new("calls", "入力の依頼", "~/calls", "計画と事業", Letter: 'n'),
        new("evaluations", "評価", "~/evaluations", "計画と事業", Letter: 'v'),
        new("evaluation-forms", "評価様式", "~/evaluation-forms", "計画と事業"),
        new("imports", "取り込み", "~/imports", "計画と事業", Letter: 't', Needs: Operation.Import),
        new("releases", "公表", "~/releases", "市民へ", Letter: 'k', Needs: Operation.Publish),
        new("departments", "部課", "~/departments", "設定", Letter: 'b'),
        new("people", "職員", "~/people", "設定", Letter: 'm', Needs: Operation.ManagePeople),
        new("changes", "変更の記録", "~/changes", "設定", Letter: 'c'),
        new("first-steps", "はじめての方へ", "~/first-steps", "困ったとき", Letter: 'h'),
    ];

    public static readonly IReadOnlyList<NavigationArea> Public =
    [
        new("home", "ホーム", "~/"),
        new("plan", "計画", "~/plan"),
        new("projects", "事業とお金", "~/projects"),
        new("evaluations", "評価", "~/evaluations"),
        new("strategy", "総合戦略", "~/strategy"),
        new("sdgs", "SDGs", "~/sdgs"),
        new("process", "つくる過程", "~/process"),
        new("terms", "期間と任期", "~/terms"),
        new("data", "データ", "~/data"),
        new("search", "さがす", "~/search"),
    ];
}
