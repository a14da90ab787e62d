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
        return new(batch, ledger.Things, [.. batch.Problems, .. ledger.Problems]);
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
