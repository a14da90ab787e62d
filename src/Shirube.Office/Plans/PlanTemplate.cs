using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>A ひな形: the levels and first items with which a plan of its kind usually begins. All of it can be changed before and after.</summary>
/// <param name="Levels">From the top down.</param>
/// <param name="Items">Titles of the top level.</param>
public sealed record PlanTemplate(string Key, PlanKind Kind, string Name, string Label, IReadOnlyList<string> Levels, IReadOnlyList<string> Items)
{
    public static readonly IReadOnlyList<PlanTemplate> All =
    [
        new("vision", PlanKind.Vision, "長期ビジョン", "骨子案", ["章", "項目"], ["まちづくりの視点", "まちづくりの理念", "めざすべき都市像", "まちづくりの基本目標", "行財政運営の考え方"]),
        new("action-plan", PlanKind.ActionPlan, "アクションプラン", "骨子案", ["政策", "施策", "基本事業"], []),
        new("regional-strategy", PlanKind.RegionalStrategy, "総合戦略", "骨子案", ["基本目標", "施策"], []),
        new("basic-concept", PlanKind.BasicConcept, "基本構想", "骨子案", ["章", "項目"], ["めざすべき都市像", "施策の大綱"]),
        new("basic-plan", PlanKind.BasicPlan, "基本計画", "骨子案", ["政策", "施策", "基本事業"], []),
        new("implementation-plan", PlanKind.ImplementationPlan, "実施計画", "案", ["政策", "施策"], []),
    ];

    /// <summary>Projects may be placed below the top level, where a plan of its kind carries any.</summary>
    internal static void AddLevels(Plan plan, IReadOnlyList<string> names)
    {
        (names.Count == 0 ? Refusals.NameMissing("階層の名前") : null).ThrowIfAny();
        foreach (var (name, i) in names.Select((n, i) => (n, i)))
            plan.AddLevel(name, carriesProjects: plan.Kind.MayCarryProjects() && (i == names.Count - 1 || i > 0));
    }

    public static PlanTemplate? Find(string? key) => All.FirstOrDefault(t => t.Key == key);
}
