using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Demonstration;

/// <summary>How the sample tree of the basic plan goes over into that of the action plan. Some items are left unsaid, as they are while a plan is being made.</summary>
internal static class SampleLineage
{
    private static readonly (string Old, string[] Next, string Reason)[] Carried =
    [
        ("1", ["A"], "子育て・健康・学びの政策を、人の暮らしの政策としてまとめるため。"),
        ("2", ["A"], "子育て・健康・学びの政策を、人の暮らしの政策としてまとめるため。"),
        ("3", ["A"], "子育て・健康・学びの政策を、人の暮らしの政策としてまとめるため。"),
        ("1-1", ["A-1"], "出産から就学までを切れ目なく支えるため。"),
        ("1-2", ["A-1"], "出産から就学までを切れ目なく支えるため。"),
        ("2-1", ["A-2"], "健康づくりと介護予防を一体で進めるため。"),
        ("2-2", ["A-2"], "健康づくりと介護予防を一体で進めるため。"),
        ("4", ["B"], "産業の政策をまとめるため。"),
        ("5", ["B"], "産業の政策をまとめるため。"),
        ("4-1", ["B-1"], "担い手と販売を一体で考えるため。"),
        ("4-2", ["B-1"], "担い手と販売を一体で考えるため。"),
        ("5-1", ["B-2"], "地元企業とにぎわいづくりを一体で進めるため。"),
        ("6", ["C"], "暮らしの基盤と安全をまとめるため。"),
        ("7", ["C"], "暮らしの基盤と安全をまとめるため。"),
        ("6-1", ["C-2"], "基盤の維持を、使い方の見直しと合わせて考えるため。"),
        ("7-1", ["C-1"], "名前を短く、わかりやすくするため。"),
        ("8", ["C"], "行財政運営を、持続できるまちの政策に含めるため。"),
        ("8-2", ["C-3"], "手続の見直しを市民の目線で表すため。"),
        ("8-3", ["C-2"], "公共施設の最適化を、基盤の維持と合わせて考えるため。"),
    ];

    public static IEnumerable<Aggregate> OfProjects(OshuPlans plans, IReadOnlyList<Project> projects)
    {
        var (allowance, aftercare, air) = (Named("妊産婦交通費助成事業"), Named("産後ケア事業"), Named("保育所空調更新事業"));
        return
        [
            ProjectLineage.Follow(allowance.Id, plans.Next.Plan.Id, [aftercare.Id], Sample.Mark("申し込みを1か所にまとめるため。")),
            ProjectLineage.End(air.Id, plans.Next.Plan.Id, Sample.Mark("予定した更新がすべて終わるため。")),
        ];

        Project Named(string name) => projects.Single(p => p.Name == Sample.Mark(name));
    }

    public static IEnumerable<Aggregate> All(OshuPlans plans)
    {
        var (current, next) = (plans.Current, plans.Next);
        return
        [
            .. Carried.Select(c => Lineage.Carry(current.Plan.Id, current[c.Old].Key, next.Plan.Id, c.Next.Select(n => next[n].Key), Sample.Mark(c.Reason))),
            Lineage.Drop(current.Plan.Id, current["3-3"].Key, next.Plan.Id, Sample.Mark("施策としては設けず、健康づくりの中で続けるため。")),
            ChangeReason.Of(plans.NextOther.Edition.Id, plans.NextOther["A"].Key, Sample.Mark("世代をまたぐ政策であることを題名で表すため。")),
            ChangeReason.Of(plans.NextOther.Edition.Id, plans.NextOther["B-3"].Key, Sample.Mark("観光と関係人口を、産業とは別の施策として立てるため。")),
            ChangeReason.Of(plans.NextOther.Edition.Id, next["A-3"].Key, Sample.Mark("学びの施策は、ほかの計画で定めるため。")),
        ];
    }
}
