using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Demonstration;

/// <summary>The invented money of a project: settled for the first year, initial budgets for the two after it.</summary>
internal static class SampleMoney
{
    // why: 人件費 = hours × one price for every project, as cities that evaluate projects do; the price is invented.
    private const long YenPerHour = 4_000;

    public static void Record(Project project, SampleRow row, FiscalYear settled, FiscalYear budget, FiscalYear nextBudget)
    {
        var amounts = row.Thousands.Select((t, i) => t * 1_000 - (i == 4 && t > 0 ? row.Index * 137 % 1_000 : 0)).ToList();
        Record(project, settled, MoneyStage.Settled, amounts, sourcesKnown: row.Index % 20 != 11);
        Staff(project, settled, MoneyStage.Settled, row.Hours, amounts.Sum());
        foreach (var (year, percent) in new[] { (budget, row.Percents[0]), (nextBudget, row.Percents[1]) })
            if (percent == "?")
                project.Record(year, MoneyStage.Initial, MoneyKind.Total, Figure.None(Absence.Undecided));
            else if (percent == "0")
                project.Record(year, MoneyStage.Initial, MoneyKind.Total, Figure.None(Absence.Dash));
            else
                Record(project, year, MoneyStage.Initial, [.. row.Thousands.Select(t => t * int.Parse(percent, CultureInfo.InvariantCulture) / 100 * 1_000)], sourcesKnown: true);
    }

    private static void Record(Project project, FiscalYear year, MoneyStage stage, List<long> amounts, bool sourcesKnown)
    {
        if (sourcesKnown)
            foreach (var (kind, amount) in CostCheck.Sources.Zip(amounts))
                project.Record(year, stage, kind, Figure.Of(new(amount)));
        project.Record(year, stage, MoneyKind.Total, Figure.Of(new(amounts.Sum())));
    }

    private static void Staff(Project project, FiscalYear year, MoneyStage stage, decimal hours, long total)
    {
        var personnel = (long)hours * YenPerHour;
        project.Staff(year, stage, Math.Ceiling(hours / 1_000), hours, null);
        project.Record(year, stage, MoneyKind.Personnel, Figure.Of(new(personnel)));
        project.Record(year, stage, MoneyKind.FullCost, Figure.Of(new(total + personnel)));
    }
}
