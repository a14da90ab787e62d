using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>Who follows whom over all reorganizations that hold: 前身 and 後継 of any department, and the families within which figures of all years can be summed without loss or doubling.</summary>
public sealed class DepartmentLineage(IEnumerable<(DepartmentId Predecessor, DepartmentId Successor)> pairs)
{
    private readonly List<(DepartmentId Predecessor, DepartmentId Successor)> pairs = [.. pairs.Distinct()];

    /// <summary>Everything that a department follows, near and far, without itself.</summary>
    public IReadOnlySet<DepartmentId> Predecessors(DepartmentId department) => Closure(department, id => pairs.Where(p => p.Successor == id).Select(p => p.Predecessor));

    /// <summary>Everything that follows a department, near and far, without itself.</summary>
    public IReadOnlySet<DepartmentId> Successors(DepartmentId department) => Closure(department, id => pairs.Where(p => p.Predecessor == id).Select(p => p.Successor));

    /// <summary>All departments that are bound by any succession, the asked one included. Two families share no department.</summary>
    public IReadOnlySet<DepartmentId> Family(DepartmentId department)
    {
        var family = Closure(department, id => pairs.Where(p => p.Successor == id).Select(p => p.Predecessor).Concat(pairs.Where(p => p.Predecessor == id).Select(p => p.Successor)));
        return new HashSet<DepartmentId>(family) { department };
    }

    private static HashSet<DepartmentId> Closure(DepartmentId from, Func<DepartmentId, IEnumerable<DepartmentId>> next)
    {
        var found = new HashSet<DepartmentId>();
        var open = new Stack<DepartmentId>(next(from));
        while (open.TryPop(out var at))
            if (at != from && found.Add(at))
                foreach (var further in next(at))
                    open.Push(further);
        return found;
    }
}
