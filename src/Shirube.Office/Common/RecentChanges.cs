using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;

namespace Shirube.Office.Common;

/// <summary>A save with the name of what was saved and where it is shown.</summary>
public sealed record RecentChange(HistoryLine Line, string? Name, string? Address, bool AndOthers = false);

/// <summary>What was saved last in the whole office, or by one person, with names and addresses.</summary>
internal static class RecentChanges
{
    public static async Task<IReadOnlyList<RecentChange>> Read(OfficeDb db, PersonId? by, int skip, int take)
    {
        var entries = await db.ChangeLog.LatestAsync(by, skip, take);
        var targets = await Targets(db, [.. entries.Select(e => e.Id).Distinct()]);
        return [.. entries.Select(e => new RecentChange(HistoryLine.Of([e], HistoryNames.None)[0], targets.GetValueOrDefault(e.Id).Name, targets.GetValueOrDefault(e.Id).Address))];
    }

    /// <summary>The last saves, each as one line however much it saved: an import is one.</summary>
    public static async Task<IReadOnlyList<RecentChange>> Saves(OfficeDb db, PersonId? by, int take) =>
        [.. (await Read(db, by, 0, take * 25)).GroupBy(c => (c.Line.AtUtc, c.Line.Who, c.Line.Why)).Take(take).Select(g => g.First() with { AndOthers = g.Skip(1).Any() })];

    private static async Task<Dictionary<Guid, (string Name, string? Address)>> Targets(OfficeDb db, List<Guid> ids)
    {
        var projects = ids.ConvertAll(Domain.Projects.ProjectId.From);
        var indicators = ids.ConvertAll(Domain.Indicators.IndicatorId.From);
        var items = ids.ConvertAll(Domain.Plans.PlanItemId.From);
        var plans = ids.ConvertAll(Domain.Plans.PlanId.From);
        var departments = ids.ConvertAll(DepartmentId.From);
        var people = ids.ConvertAll(PersonId.From);
        var meetings = ids.ConvertAll(Domain.Deliberation.MeetingId.From);
        var found = new Dictionary<Guid, (string, string?)>();
        foreach (var p in await db.Projects.Where(p => projects.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Key }).ToListAsync())
            found[p.Id.Value] = (p.Name, $"~/projects/{p.Key}");
        foreach (var i in await db.Indicators.Where(i => indicators.Contains(i.Id)).Select(i => new { i.Id, i.Name, i.Key }).ToListAsync())
            found[i.Id.Value] = (i.Name, $"~/indicators/{i.Key}");
        foreach (var i in await (from i in db.PlanItems join e in db.Editions on i.EditionId equals e.Id join p in db.Plans on e.PlanId equals p.Id where items.Contains(i.Id) select new { i.Id, i.Title, i.Key, Plan = p.Key }).ToListAsync())
            found[i.Id.Value] = (i.Title, $"~/plans/{i.Plan}/{i.Key}");
        foreach (var p in await db.Plans.Where(p => plans.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Key }).ToListAsync())
            found[p.Id.Value] = (p.Name, $"~/plans/{p.Key}");
        foreach (var d in await db.Departments.Where(d => departments.Contains(d.Id)).Select(d => new { d.Id, d.Name, d.Key }).ToListAsync())
            found[d.Id.Value] = (d.Name, $"~/departments/{d.Key}");
        foreach (var p in await db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Key }).ToListAsync())
            found[p.Id.Value] = (p.Name, $"~/people/{p.Key}");
        foreach (var m in await db.Meetings.Where(m => meetings.Contains(m.Id)).Select(m => new { m.Id, m.Name }).ToListAsync())
            found[m.Id.Value] = (m.Name, null);
        return found;
    }
}
