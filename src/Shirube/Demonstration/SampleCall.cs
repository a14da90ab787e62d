using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Demonstration;

/// <summary>An invented call, open and partly answered, so that 私の作業 has something to show.</summary>
internal static class SampleCall
{
    private const int DaysLeft = 10;
    private static readonly string[] Asked = ["こども家庭課", "保育課", "健康増進課", "長寿社会課", "農政課", "観光物産課", "土木課", "危機管理課", "生活環境課"];

    public static EntryCall Open(SampleDepartments departments, PersonId planner, DateTime nowUtc)
    {
        var wish = new CallWish(Sample.Mark("令和7年度の実績と今年度の計画"), "使い方を見ていただくための架空の依頼です。令和7年度の指標の実績値と、今年度の計画を入力してください。値がまだ分からないときは、状態を「未把握」にしてください。",
            EntryFields.Actuals | EntryFields.MeansPlanned, new(2025), null, null, Tokyo.DayOf(nowUtc).AddDays(DaysLeft));
        return EntryCall.Open(wish, Asked.Select(d => departments[d].Id), planner, nowUtc, isSample: true);
    }
}
