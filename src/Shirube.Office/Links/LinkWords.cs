using Shirube.Domain.Links;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Links;

/// <summary>How the change log speaks of links, goals and initiatives.</summary>
internal static class LinkWords
{
    public static readonly RecordWords ItemLink = new("項目のつながり", new()
    {
        ["PlanId"] = FieldWord.Record("計画"),
        ["ItemKey"] = Item("項目"),
        ["OtherPlanId"] = FieldWord.Record("つないだ計画"),
        ["OtherItemKey"] = Item("つないだ項目"),
        ["Note"] = "説明",
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    });

    public static readonly RecordWords GoalLink = new("目標とのつながり", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["PlanId"] = FieldWord.Record("計画"),
        ["ItemKey"] = Item("項目"),
        ["ProjectId"] = FieldWord.Record("事務事業"),
        ["Goal"] = Goal("目標"),
        ["Target"] = "ターゲット",
        ["Strength"] = FieldWord.Of<Strength>("関わりの強さ", Names.Of),
        ["Reason"] = "理由",
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    });

    public static readonly RecordWords OwnGoalSet = new("市独自の目標のまとまり", new() { ["Name"] = "名前", ["Words"] = "説明", ["Source"] = "出典" });

    public static readonly RecordWords OwnGoal = new RecordWords("市独自の目標", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Order"] = "並び順",
        ["Name"] = "名前",
        ["Words"] = "説明",
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    })
        .With(nameof(OwnGoalRelation), new("関わりのある目標", (key, names) => $"目標{key[0]}", []));

    public static readonly RecordWords Initiative = new RecordWords("重点プロジェクト", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["PlanId"] = FieldWord.Record("計画"),
        ["Order"] = "並び順",
        ["Name"] = "名前",
        ["Words"] = "説明",
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    })
        .With(nameof(InitiativeMember), new("入っているもの", (key, names) => "入っているもの", new() { ["InitiativeId"] = FieldWord.Unsaid, ["PlanId"] = FieldWord.Record("計画"), ["ItemKey"] = Item("項目"), ["ProjectId"] = FieldWord.Record("事務事業") },
            (values, names) => values.TryGetValue("ProjectId", out var project) ? $"事務事業「{names.Of(project)}」" : values.TryGetValue("ItemKey", out var item) ? $"計画の項目「{names.Item(item)}」" : null));

    internal static FieldWord Item(string name) => new(name, (key, names) => names.Item(key));

    internal static FieldWord Goal(string name) => new(name, (text, _) => int.TryParse(text, out var goal) && GlobalGoals.Knows(goal) ? $"{goal} {GlobalGoals.NameOf(goal)}" : text);
}
