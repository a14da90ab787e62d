using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>Takes a batch into what the municipality has: pure, so that a preview and the real thing are the same.</summary>
public static class TakeIn
{
    public static TakenIn Of(ImportBatch batch, Holdings holdings, Occasion occasion)
    {
        var ledger = new Ledger();
        if (!batch.HasErrors)
            Bring(batch, holdings, occasion, ledger);
        var names = NamesOf(holdings, ledger);
        return new(batch, ledger.Things, [.. batch.Problems, .. ledger.Problems, .. ledger.KeptEdits(names)], names);
    }

    private static Dictionary<string, string> NamesOf(Holdings holdings, Ledger ledger)
    {
        var names = new Dictionary<string, string>();
        foreach (var department in holdings.Departments.Concat(ledger.Things.Select(t => t.Thing).OfType<Department>()))
            names[department.Id.Value.ToString()] = department.Name;
        foreach (var item in holdings.Items.Concat(ledger.Things.Select(t => t.Thing).OfType<PlanItem>()))
            names[item.Key.Value] = item.Title;
        return names;
    }

    private static void Bring(ImportBatch batch, Holdings holdings, Occasion occasion, Ledger ledger)
    {
        var years = new ImportYears(batch, occasion.Today);
        var departments = new DepartmentsTakeIn(holdings, ledger, years.EarliestOfBatch);
        var home = new PlanTakeIn(holdings, ledger, batch, occasion).Find(years.SheetOfBatch);
        var items = new ItemsTakeIn(holdings, ledger, batch, home);
        items.TakeIn();
        var indicators = new IndicatorsTakeIn(holdings, ledger, batch, occasion.Today);
        var evaluations = new EvaluationsTakeIn(holdings, ledger, batch);
        new ProjectsTakeIn(holdings, ledger, years, home?.Plan).TakeIn(
            [.. batch.Projects.Select(p => (p, departments.Find(p.DepartmentPath), items.Find(p.ItemPath)))],
            (file, project, identity) =>
            {
                indicators.TakeIn(file, project, identity);
                evaluations.TakeIn(file, project, identity);
            });
        indicators.ListMissing();
    }
}
