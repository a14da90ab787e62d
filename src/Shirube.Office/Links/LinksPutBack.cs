using Shirube.Domain.Links;

namespace Shirube.Office.Links;

/// <summary>Why the records of links are not put back field by field, and what to do instead.</summary>
internal static class LinksPutBack
{
    public static readonly IReadOnlyDictionary<string, string> WhyNot = new Dictionary<string, string>
    {
        [nameof(ItemLink)] = "つながりは、項目の「つながり」の画面で、説明を直したり、外したり、つなぎ直したりできます。",
        [nameof(GoalLink)] = "つながりは、項目や事務事業の「つながり」の画面で、直したり、つなぎ直したりできます。",
        [nameof(OwnGoalSet)] = Again("市独自の目標"),
        [nameof(OwnGoal)] = Again("市独自の目標"),
        [nameof(Initiative)] = "重点プロジェクトの画面で、名前や説明を直し、入っているものを入れ直せます。",
        [nameof(PartnerActivity)] = Again("連携・支援"),
    };

    private static string Again(string page) => $"短い記録なので、{page}の画面で、内容を確かめて入力し直してください。";
}
