using Shirube.Domain.Common;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The years a file speaks of: the sheet's own, and the first of its figures.</summary>
internal sealed class ImportYears(ImportBatch batch, DateOnly today)
{
    private readonly FiscalYear sheet = batch.Projects.Select(p => p.SheetYear).Max() ?? batch.Projects.Select(Latest).Max() ?? FiscalYear.Of(today);

    public FiscalYear SheetOfBatch => sheet;

    public FiscalYear EarliestOfBatch => batch.Projects.Select(Earliest).Append(sheet).Min();

    public FiscalYear Sheet(ImportedProject project) => project.SheetYear ?? sheet;

    // why: a file that gives the figures of six years files them all under the department it names.
    public FiscalYear Earliest(ImportedProject project) =>
        project.Money.Select(m => m.Year).Concat(project.Staffing.Select(s => s.Year)).Concat(project.Indicators.SelectMany(i => i.Actuals).Select(a => a.Year)).Append(Sheet(project)).Min();

    private static FiscalYear? Latest(ImportedProject project) => project.Money.Select(m => (FiscalYear?)m.Year).Max();
}
