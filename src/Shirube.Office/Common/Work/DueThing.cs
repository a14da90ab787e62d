namespace Shirube.Office.Common;

/// <summary>From whom something is due.</summary>
public enum DueFrom
{
    /// <summary>私がすること: the person's own.</summary>
    Me,
    /// <summary>私の部課がすること: whoever of the department does it.</summary>
    MyDepartment,
    /// <summary>お知らせ: to be known, not to be done.</summary>
    Nobody,
}

/// <summary>Something due, or worth knowing, by a day (or without one), and the address of exactly what it speaks of.</summary>
public sealed record DueThing(DueFrom From, string Title, string Address, DateOnly? Day = null, string? What = null, int? Left = null, int? All = null, bool IsSample = false);

/// <summary>Where due things come from. Each answers for one person and the departments the person works for.</summary>
public interface IDueSource
{
    Task<IReadOnlyList<DueThing>> Due(WorkScope scope);
}
