using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Demonstration;

/// <summary>Eight years of invented money: settled for six, initial budgets for the last three of them and this one, then what is planned and requested.</summary>
internal static class LargeMoney
{
    public static readonly FiscalYear First = new(2020);
    private static readonly FiscalYear LastSettled = new(2025);
    private static readonly FiscalYear Budgeted = new(2026);
    private static readonly FiscalYear Coming = new(2027);

    public static void Record(Project project, int i)
    {
        for (var year = First; year <= LastSettled; year = year.Next)
        {
            Record(project, i, year, MoneyStage.Settled, percent: 100);
            Staff(project, i, year);
        }

        for (var year = LastSettled.Previous; year <= Budgeted; year = year.Next)
            Record(project, i, year, MoneyStage.Initial, percent: 104);
        Record(project, i, Coming, MoneyStage.Planned, percent: 102);
        if (i % 20 == 13)
            project.Record(Coming, MoneyStage.Requested, MoneyKind.Total, Figure.None(Absence.Undecided));
        else
            Record(project, i, Coming, MoneyStage.Requested, percent: 110);
    }

    private static void Record(Project project, int i, FiscalYear year, MoneyStage stage, int percent)
    {
        var total = 0L;
        for (var s = 0; s < CostCheck.Sources.Count; s++)
        {
            var yen = Amount(i, year, s) * percent / 100;
            total += yen;
            project.Record(year, stage, CostCheck.Sources[s], yen == 0 && i % 3 == 0 ? Figure.None(Absence.Dash) : Figure.Of(new(yen)));
        }

        project.Record(year, stage, MoneyKind.Total, Figure.Of(new(total)));
    }

    private static void Staff(Project project, int i, FiscalYear year)
    {
        var hours = 100 + i * 53 % 4_000;
        var total = project.Money.Single(m => m.FiscalYear == year && m.Stage == MoneyStage.Settled && m.Kind == MoneyKind.Total).Amount!.Value;
        project.Staff(year, MoneyStage.Settled, 1 + i % 9, hours, null);
        project.Record(year, MoneyStage.Settled, MoneyKind.Personnel, Figure.Of(new(hours * 4_000L)));
        project.Record(year, MoneyStage.Settled, MoneyKind.FullCost, Figure.Of(total + new Yen(hours * 4_000L)));
    }

    // why: most projects have no bond and no national grant, and the general source is what is left.
    private static long Amount(int i, FiscalYear year, int source)
    {
        var thousands = 50 + (i * 7_919 + year.Value * 31) % 40_000;
        return 1_000L * source switch
        {
            0 => i % 4 == 0 ? thousands / 3 : 0,
            1 => i % 3 == 0 ? thousands / 6 : 0,
            2 => i % 9 == 0 ? thousands / 2 : 0,
            3 => i % 5 == 0 ? thousands / 10 : 0,
            _ => thousands,
        };
    }
}
