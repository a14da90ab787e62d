using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

/// <summary>The units of one fiscal year, each under what it lies under then: a unit whose parent a reorganization replaced still lies, in earlier years, under the parent's predecessor.</summary>
public sealed class DepartmentTree
{
    private readonly Dictionary<DepartmentId, DepartmentId?> parents;
    private readonly Dictionary<DepartmentId, string> names;
    private readonly ILookup<DepartmentId, DepartmentId> below;

    private DepartmentTree(Dictionary<DepartmentId, DepartmentId?> parents, Dictionary<DepartmentId, string> names)
    {
        (this.parents, this.names) = (parents, names);
        below = parents.Where(p => p.Value is not null).ToLookup(p => p.Value!.Value, p => p.Key);
    }

    public static async Task<DepartmentTree> Read(OfficeDb db, FiscalYear year)
    {
        var all = await db.Departments.AsNoTracking().Select(d => new { d.Id, d.ParentId, d.Name, Holds = d.From <= year && (d.To == null || d.To >= year) }).ToListAsync();
        var there = all.Where(d => d.Holds).Select(d => d.Id).ToHashSet();
        var moved = all.Where(d => d.Holds && d.ParentId is { } parent && !there.Contains(parent)).ToList();
        var pairs = moved.Count == 0 ? [] : await Successions(db).Select(s => new { s.PredecessorId, s.SuccessorId }).ToListAsync();
        var above = all.Where(d => d.Holds).ToDictionary(d => d.Id, d => d.ParentId);
        foreach (var child in moved)
            above[child.Id] = pairs.Where(p => p.SuccessorId == child.ParentId && there.Contains(p.PredecessorId)).Select(p => (DepartmentId?)p.PredecessorId).FirstOrDefault()
                ?? pairs.Where(p => p.PredecessorId == child.ParentId && there.Contains(p.SuccessorId)).Select(p => (DepartmentId?)p.SuccessorId).FirstOrDefault();
        return new(above, all.ToDictionary(d => d.Id, d => d.Name));
    }

    /// <summary>The pairs of all reorganizations that were carried out and not taken back.</summary>
    public static IQueryable<Succession> Successions(OfficeDb db) =>
        db.Reorganizations.AsNoTracking().Where(r => r.Carrying != null && r.Reversal == null).SelectMany(r => r.Successions);

    public static async Task<IReadOnlyList<(DepartmentId Predecessor, DepartmentId Successor)>> PairsOf(OfficeDb db) =>
        [.. (await Successions(db).Select(s => new { s.PredecessorId, s.SuccessorId }).ToListAsync()).Select(s => (s.PredecessorId, s.SuccessorId))];

    public string NameOf(DepartmentId? id) => id is { } known ? names.GetValueOrDefault(known, "(ない部課)") : "(なし)";

    /// <summary>The units themselves with all that lies below them.</summary>
    public IReadOnlySet<DepartmentId> WithBelow(IEnumerable<DepartmentId> roots)
    {
        var found = new HashSet<DepartmentId>();
        var open = new Stack<DepartmentId>(roots);
        while (open.TryPop(out var at))
            if (found.Add(at))
                foreach (var child in below[at])
                    open.Push(child);
        return found;
    }

    /// <summary>From the top down to the unit: 福祉部 › こども家庭課.</summary>
    public string PathOf(DepartmentId id)
    {
        var path = new List<string>();
        for (DepartmentId? at = id; at is { } up && path.Count <= parents.Count; at = parents.GetValueOrDefault(up))
            path.Insert(0, NameOf(up));
        return string.Join(" › ", path);
    }
}
