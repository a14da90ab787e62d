using Shirube.Domain.Plans;

namespace Shirube.Demonstration;


/// <summary>The invented plan in force: 政策, 施策 and 基本事業, which carry the projects.</summary>
internal static class LargePlan
{
    private static readonly string[] Themes =
    [
        "子どもがすこやかに育つまち", "学び続けられるまち", "支え合い安心して暮らせるまち", "元気に働けるまち", "災害に強いまち",
        "自然とともに生きるまち", "便利に行き来できるまち", "市民とともにつくるまち",
    ];

    private static readonly string[] Fields =
        ["相談の体制", "担い手の育成", "施設の整備", "情報の発信", "地域の活動", "健康の増進", "安全の確保", "交流の機会", "働く場", "移動の手段", "資源の循環", "文化の継承", "暮らしの基盤", "デジタルの活用", "広域の連携", "財源の確保"];

    private static readonly DateTime BroughtIn = new(2022, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    public static PlanDraft Make(SampleSize size)
    {
        var draft = new PlanDraft(Plan.Found(PlanKind.BasicPlan, Sample.Mark($"{size.Name}総合計画"), new(2020), new(2027)), "決定", EditionKind.Decided, ("政策", false), ("施策", false), ("基本事業", true));
        draft.Edition.BringIn(null, BroughtIn);
        for (var p = 1; p <= size.Policies; p++)
            Grow(draft, size, p);
        return draft;
    }

    private static void Grow(PlanDraft draft, SampleSize size, int p)
    {
        var theme = p <= Themes.Length ? Themes[p - 1] : $"{Themes[(p - 1) % Themes.Length]} その{(p - 1) / Themes.Length + 1}";
        var policy = draft.Invent(null, $"{p}", theme, theme);
        for (var m = 1; m <= size.MeasuresPerPolicy; m++)
        {
            var measure = draft.Invent(policy, $"{p}-{m}", $"{Fields[(p + m) % Fields.Length]}を整える", $"{Fields[(p + m) % Fields.Length]}をよくします");
            for (var b = 1; b <= size.BasicsPerMeasure; b++)
                draft.Invent(measure, $"{p}-{m}-{b:00}", $"{Fields[(p + m) % Fields.Length]}と{Fields[(p + m + b) % Fields.Length]}をつなぐ取組 {p}-{m}-{b}", $"{Fields[(m + b) % Fields.Length]}をよくする取組");
        }
    }
}
