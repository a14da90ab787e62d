using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Office.Common;

namespace Shirube.Office.Plans;

/// <summary>基本構想・基本計画・実施計画 as one: each with the levels of its template, the policies of the outline (施策の大綱) at the top of the two lower ones and linked from layer to layer.</summary>
internal sealed class ThreeLayers
{
    private readonly List<Aggregate> all = [];
    private readonly string label;

    private ThreeLayers(ThreeLayersForm form)
    {
        label = form.Label ?? "";
        var stem = (form.Stem ?? "").Trim();
        (stem.Length == 0 ? Refusals.NameMissing("総合計画の名前") : null).ThrowIfAny();
        var outlines = Typed.Lines(form.Outlines);
        Concept = Found("basic-concept", stem, (form.FirstYear, form.LastYear), form);
        var (basic, implementation) = (Found("basic-plan", stem, form.Basic, form), Found("implementation-plan", stem, form.Implementation, form));
        var (above, below, last) = (Outline(Concept, outlines), Policies(basic, outlines), Policies(implementation, outlines));
        for (var i = 0; i < outlines.Count; i++)
            all.AddRange([Link((Concept, above[i]), (basic, below[i])), Link((basic, below[i]), (implementation, last[i]))]);
    }

    public Plan Concept { get; }
    public IReadOnlyList<Aggregate> All => all;

    public static ThreeLayers Of(ThreeLayersForm form) => new(form);

    private Plan Found(string template, string stem, (FiscalYear First, FiscalYear? Last) period, ThreeLayersForm form)
    {
        var its = PlanTemplate.Find(template)!;
        (period.First < form.FirstYear || (form.LastYear is { } last && (period.Last is null || period.Last > last)) ? Refusals.LayerOutsidePeriod(its.Name, form.FirstYear, form.LastYear) : null).ThrowIfAny();
        var plan = Plan.Found(its.Kind, $"{stem} {its.Name}", period.First, period.Last);
        PlanTemplate.AddLevels(plan, its.Levels);
        all.Add(plan);
        return plan;
    }

    private List<PlanItem> Outline(Plan plan, IReadOnlyList<string> outlines)
    {
        var (edition, tree) = Draft(plan);
        var parts = PlanTemplate.Find("basic-concept")!.Items.Select((title, i) => tree.Add(plan.Levels[0], null, $"{i + 1}", title)).ToList();
        var policies = outlines.Select((title, i) => tree.Add(plan.Levels[1], parts[^1], $"{i + 1}", title)).ToList();
        all.AddRange([edition, .. parts, .. policies]);
        return policies;
    }

    private List<PlanItem> Policies(Plan plan, IReadOnlyList<string> outlines)
    {
        var (edition, tree) = Draft(plan);
        var policies = outlines.Select((title, i) => tree.Add(plan.Levels[0], null, $"{i + 1}", title)).ToList();
        all.AddRange([edition, .. policies]);
        return policies;
    }

    private (Edition Edition, PlanTree Tree) Draft(Plan plan)
    {
        var edition = plan.Draft(label);
        return (edition, new(edition, plan, []));
    }

    private static ItemLink Link((Plan Plan, PlanItem Item) above, (Plan Plan, PlanItem Item) below)
    {
        var (one, other) = (new ItemPlace(above.Plan.Id, above.Item.Key), new ItemPlace(below.Plan.Id, below.Item.Key));
        return ItemLink.Between(one, other, null, [one, other], []);
    }
}
