using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Office.Organization;

namespace Shirube.Office.Search;

/// <summary>What the signed-in person opened last and opens often; nobody else is shown it.</summary>
public sealed record Habits(IReadOnlyList<Hit> Recent, IReadOnlyList<Hit> Frequent)
{
    public const int Shown = 8;
    private const int LeastDays = 2;

    public bool IsEmpty => Recent.Count == 0;

    public static async Task<Habits> Read(OfficeDb db, SignedIn signedIn)
    {
        var (me, kinds) = (signedIn.Id, SearchKinds.For(signedIn));
        var visits = await (from v in db.Visits.AsNoTracking()
                            join t in db.SearchTexts on v.RecordId equals t.RecordId
                            where v.PersonId == me && kinds.Contains(t.Kind)
                            orderby v.LastAtUtc descending, v.RecordId
                            select new { v.RecordId, v.Days }).ToListAsync();
        var recent = visits.Take(Shown).Select(v => v.RecordId).ToList();
        var frequent = visits.Where(v => v.Days >= LeastDays).OrderByDescending(v => v.Days).Take(Shown).Select(v => v.RecordId).ToList();
        var hits = (await Finding.Read(db, signedIn, [.. recent.Union(frequent)])).Zip(recent.Union(frequent)).ToDictionary(h => h.Second, h => h.First);
        return new([.. recent.Select(r => hits[r])], [.. frequent.Select(r => hits[r])]);
    }
}
