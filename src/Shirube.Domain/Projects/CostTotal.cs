using Shirube.Domain.Common;

namespace Shirube.Domain.Projects;

/// <summary>A sum over projects, each counted once, with how many of them have no known amount; the amount is null where none is known.</summary>
public sealed record CostTotal(int Projects, int Unknown, Yen? Amount)
{
    public static CostTotal Of(IEnumerable<long?> amounts)
    {
        var all = amounts.ToList();
        var known = all.OfType<long>().ToList();
        return new(all.Count, all.Count - known.Count, known.Count == 0 ? null : new Yen(known.Sum()));
    }
}
