using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Office.Projects;

/// <summary>A project's money and staff as a table: a column for each year and stage that has any.</summary>
public sealed class MoneyTable
{
    private readonly Dictionary<(Column, MoneyKind), Figure> figures;
    private readonly Dictionary<Column, Staffing> staff;

    public MoneyTable(IReadOnlyCollection<Money> money, IReadOnlyCollection<Staffing> staffing)
    {
        figures = money.ToDictionary(m => (new Column(m.FiscalYear, m.Stage), m.Kind), m => m.Figure);
        staff = staffing.ToDictionary(s => new Column(s.FiscalYear, s.Stage));
        Columns = [.. figures.Keys.Select(k => k.Item1).Concat(staff.Keys).Distinct().OrderBy(c => c.Year).ThenBy(c => c.Stage)];
        Kinds = [.. Enum.GetValues<MoneyKind>().Where(k => figures.Keys.Any(f => f.Item2 == k))];
    }

    public readonly record struct Column(FiscalYear Year, MoneyStage Stage);

    public IReadOnlyList<Column> Columns { get; }
    public IReadOnlyList<MoneyKind> Kinds { get; }
    public int Count => figures.Count + staff.Count;
    public bool HasStaff => staff.Count > 0;

    public Figure? Of(Column column, MoneyKind kind) => figures.TryGetValue((column, kind), out var figure) ? figure : null;

    public Staffing? StaffOf(Column column) => staff.GetValueOrDefault(column);

    /// <summary>By how much the stated total of a column misses the sum of its sources; null where they agree or cannot be compared.</summary>
    public Yen? Difference(Column column) => CostCheck.Difference(figures.Where(f => f.Key.Item1 == column).ToDictionary(f => f.Key.Item2, f => f.Value));
}
