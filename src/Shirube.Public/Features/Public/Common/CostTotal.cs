using Shirube.Domain.Common;

namespace Shirube.Public.Features.Public.Common;

/// <summary>A sum over projects, each counted once, with how many of them have no published amount.</summary>
public sealed record CostTotal(int Projects, int Unknown, Yen? Amount)
{
    public static CostTotal Of(IEnumerable<long?> amounts)
    {
        var all = amounts.ToList();
        var known = all.OfType<long>().ToList();
        return new(all.Count, all.Count - known.Count, known.Count == 0 ? null : new Yen(known.Sum()));
    }
}
