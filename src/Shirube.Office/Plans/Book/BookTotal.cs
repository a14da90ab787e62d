using Shirube.Domain.Common;

namespace Shirube.Office.Plans;

/// <summary>What projects cost together, each counted once, with how many of them have no amount. Null where none has.</summary>
public sealed record BookTotal(int Projects, int Unknown, Yen? Amount)
{
    public static BookTotal Of(IEnumerable<BookProject> projects)
    {
        var all = projects.ToList();
        var known = all.Select(p => p.Cost).OfType<Yen>().ToList();
        return new(all.Count, all.Count - known.Count, known.Count == 0 ? null : known.Aggregate((a, b) => a + b));
    }
}
