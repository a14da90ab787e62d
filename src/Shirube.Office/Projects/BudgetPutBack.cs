using Shirube.Domain.Projects;
using Shirube.Office.Common;

namespace Shirube.Office.Projects;

/// <summary>Puts one budget line back by what it says, not by where it stands: a line that only moved up because another went is not another line.</summary>
internal static class BudgetPutBack
{
    public static IReadOnlyList<BudgetCode> BudgetWith(this Project project, PastField past)
    {
        var now = project.BudgetLines.OrderBy(l => l.Order).Select(l => l.Code).ToList();
        var then = Then(past).ToList();
        var at = int.Parse(past.Key[0], System.Globalization.CultureInfo.InvariantCulture) - 1;
        var (was, stands) = (then.ElementAtOrDefault(at), now.ElementAtOrDefault(at));
        var lines = now.ToList();
        if (stands is not null && Count(now, stands) > Count(then, stands))
            lines.RemoveAt(at);
        if (was is not null && Count(now, was) < Count(then, was))
            lines.Insert(Math.Min(at, lines.Count), was);
        return lines;
    }

    private static IEnumerable<BudgetCode> Then(PastField past) =>
        past.Past.Values.Keys.Where(k => k.Part == nameof(BudgetLine)).Select(k => k.Key!).Distinct().OrderBy(k => int.Parse(k, System.Globalization.CultureInfo.InvariantCulture))
            .Select(k => new BudgetCode(Of(past, k, "Account"), Of(past, k, "Category"), Of(past, k, "Item"), Of(past, k, "SubItem"), Of(past, k, "Line")));

    private static string? Of(PastField past, string key, string field) => past.Past.Of(nameof(BudgetLine), key, field);

    private static int Count(List<BudgetCode> lines, BudgetCode code) => lines.Count(l => l == code);
}
