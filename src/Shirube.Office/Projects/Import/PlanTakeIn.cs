using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The plan a file's tree belongs to: the one it was taken into last, the one in force whose levels fit, or a new one.</summary>
internal sealed class PlanTakeIn(Holdings holdings, Ledger ledger, ImportBatch batch, Occasion occasion)
{
    public const string Identity = "tree";

    public (Plan Plan, Edition Edition)? Find(FiscalYear year)
    {
        if (batch.Levels.Count == 0)
            return null;
        var last = holdings.Recall(ImportedKind.Plan, Identity);
        var candidates = holdings.Editions.Where(e => e.Takeover is not null && e.WhyNotEdit() is null && !IsSample(e)).Select(e => (plan: holdings.Plans.Single(p => p.Id == e.PlanId), edition: e)).ToList();
        var fitting = candidates.Where(c => Fits(c.plan)).OrderByDescending(c => c.plan.IsCurrentIn(year)).ThenBy(c => c.plan.Id.Value).ToList();
        var found = candidates.Where(c => c.plan.Id.Value == last?.Id).Concat(fitting).FirstOrDefault();
        if (found.plan is null)
            return Establish(year);
        AddMissingLevels(found.plan);
        Enter(ImportedKind.Plan, found.plan.Name, found.plan, found.plan.Id.Value, isNew: false);
        return found;
    }

    private (Plan Plan, Edition Edition) Establish(FiscalYear year)
    {
        var plan = Plan.Found(PlanKind.BasicPlan, occasion.PlanName, year, null);
        AddMissingLevels(plan);
        var edition = plan.Draft("現行", EditionKind.Decided);
        edition.BringIn(occasion.By, occasion.AtUtc);
        Enter(ImportedKind.Plan, plan.Name, plan, plan.Id.Value, isNew: true);
        Enter(ImportedKind.Edition, edition.Label, edition, edition.Id.Value, isNew: true);
        ledger.Note(ProblemSeverity.Info, "plan-founded", null, plan.Name, $"計画「{plan.Name}」を作りました。期間はファイルからは分からないため、{year.Era}からとしています。", "計画の画面で名前と期間を確かめてください。");
        return (plan, edition);
    }

    private bool Fits(Plan plan)
    {
        var levels = plan.Levels.OrderBy(l => l.Order).Select(l => l.Name).ToList();
        var places = batch.Levels.Select(l => levels.IndexOf(l)).ToList();
        return places[0] == 0 && levels.Count > 0 && places.Where(p => p >= 0).SequenceEqual(places.Where(p => p >= 0).Order()) && plan.Levels.Any(l => l.CarriesProjects);
    }

    // why: a real city's projects do not belong under invented items.
    private bool IsSample(Edition edition) => holdings.Items.Any(i => i.EditionId == edition.Id && i.IsSample);

    private void AddMissingLevels(Plan plan)
    {
        var carrying = CarryingLevels();
        foreach (var name in batch.Levels.Where(name => plan.Levels.All(l => l.Name != name)))
            plan.AddLevel(name, carrying.Contains(name));
    }

    private HashSet<string> CarryingLevels()
    {
        var levels = batch.Items.ToDictionary(i => i.Path, i => i.Level);
        var used = batch.Projects.Select(p => p.ItemPath).OfType<string>().Select(path => levels.GetValueOrDefault(path)).OfType<string>().ToHashSet();
        return used.Count > 0 ? used : [batch.Levels[^1]];
    }

    private void Enter(string kind, string title, Aggregate thing, Guid id, bool isNew) =>
        ledger.Enter(new(kind, Identity, title, thing, id, isNew, Merge.Of(null, new(), new(), new HashSet<string>()), isNew ? null : holdings.RecallOf(kind, Identity, id)));
}
