using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Projects.Import;

/// <summary>Reads and restores the facts of a thing that a run had changed.</summary>
internal sealed class UndoneFacts(Holdings holdings, FiscalYear year)
{
    private readonly PlanId? plan = holdings.Recall(ImportedKind.Plan, PlanTakeIn.Identity) is { } tree ? new(tree.Id) : null;
    private readonly Dictionary<PlanItemId, PlanItem> items = holdings.Items.ToDictionary(i => i.Id);

    public Facts Of(Aggregate thing) => thing switch
    {
        Project project => ProjectFields.Of(project, plan, year),
        Indicator indicator => IndicatorFields.Of(indicator),
        EvaluationFact evaluation => EvaluationFields.Of(evaluation),
        PlanItem item => new() { ["code"] = item.Code, ["title"] = item.Title, ["parent"] = item.ParentId is { } up ? items[up].Key.Value : null },
        Department department => new() { ["name"] = department.Name },
        _ => new(),
    };

    public void Restore(Aggregate thing, Dictionary<string, string?> before, DateOnly today)
    {
        if (before.Count == 0)
            return;
        var facts = Of(thing);
        var changes = before.Select(b => new FieldChange(b.Key, facts[b.Key], facts[b.Key] = b.Value)).ToList();
        if (thing is Project project)
            ProjectFields.Write(project, facts, changes, plan, year);
        else if (thing is Indicator indicator)
            IndicatorFields.Write(indicator, facts, changes, today, "取込の取り消し");
        else if (thing is EvaluationFact evaluation)
            EvaluationFields.Write(evaluation, changes, evaluation.Answers.ToDictionary(a => EvaluationFields.Field(a.Stage, a.Question), a => a.Order));
        else if (thing is Department department)
            department.Rename(facts["name"]!, department.Code);
        else if (thing is PlanItem item)
            Restore(item, facts);
    }

    private void Restore(PlanItem item, Facts facts)
    {
        item.Write(facts["code"], facts["title"]!, item.PlainTitle, item.Body);
        var parent = holdings.Items.FirstOrDefault(i => i.EditionId == item.EditionId && i.Key.Value == facts["parent"]);
        if (parent?.Id == item.ParentId)
            return;
        var edition = holdings.Editions.Single(e => e.Id == item.EditionId);
        new PlanTree(edition, holdings.Plans.Single(p => p.Id == edition.PlanId), holdings.Items.Where(i => i.EditionId == edition.Id)).Move(item, parent, int.MaxValue);
    }

    public static string TitleOf(Aggregate thing) => thing switch
    {
        Project project => $"事務事業「{project.Name}」",
        Indicator indicator => $"指標「{indicator.Name}」",
        EvaluationFact evaluation => $"{evaluation.Year.Era}の評価",
        PlanItem item => $"計画項目「{item.Title}」",
        Department department => $"部課「{department.Name}」",
        Plan plan => $"計画「{plan.Name}」",
        Edition edition => $"版「{edition.Label}」",
        _ => throw new NotSupportedException(thing.GetType().Name),
    };
}
