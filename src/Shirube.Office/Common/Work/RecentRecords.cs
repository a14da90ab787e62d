using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Office.Common;

/// <summary>A record somebody saved: its name, where it stands and where one goes on with it, who saved it last, when, and how often.</summary>
public sealed record RecentRecord(string Kind, string Name, string Address, string EditAddress, string EditWords, string? By = null, DateTime AtUtc = default, int Saves = 1);

/// <summary>What was touched last by the person, and what others changed since, each record once.</summary>
public sealed class RecentRecords(OfficeDb db, WorkScope scope)
{
    private const int LooksBackDays = 120;

    private static readonly string[] Kinds = [nameof(Project), nameof(Indicator), nameof(PlanItem), nameof(Plan)];

    /// <summary>The records the person saved last.</summary>
    public async Task<IReadOnlyList<RecentRecord>> Mine(int take)
    {
        var (me, since) = (scope.Person, scope.NowUtc.AddDays(-LooksBackDays));
        return (await Read(db.ChangeEntries.Where(e => e.By == me && e.AtUtc > since), take)).Records;
    }

    /// <summary>What others saved since a moment in the records of the person's departments, or that the person touched; everything for who edits everything.</summary>
    public async Task<(IReadOnlyList<RecentRecord> Records, int All)> Others(DateTime sinceUtc, int take)
    {
        var (me, year) = (scope.Person, scope.Year);
        var entries = db.ChangeEntries.Where(e => e.AtUtc > sinceUtc && e.By != me);
        if (scope.Permit(Operation.EditPlan).Scope != Scope.All)
        {
            var own = await scope.Departments();
            var projects = db.Projects.Where(p => own.Contains(p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Select(o => o.DepartmentId).FirstOrDefault()));
            var touched = db.ChangeEntries.Where(m => m.By == me).Select(m => m.AggregateId);
            var ownProjects = projects.Select(p => (Guid)(object)p.Id);
            var ownIndicators = db.Set<IndicatorUse>().Where(u => projects.Any(p => p.Id == u.ProjectId)).Select(u => (Guid)(object)u.IndicatorId);
            entries = entries.Where(e => touched.Contains(e.AggregateId) || ownProjects.Contains(e.AggregateId) || ownIndicators.Contains(e.AggregateId));
        }
        return await Read(entries, take);
    }

    private async Task<(IReadOnlyList<RecentRecord> Records, int All)> Read(IQueryable<ChangeEntry> entries, int take)
    {
        var groups = entries.Where(e => Kinds.Contains(e.Kind)).GroupBy(e => new { e.Kind, e.AggregateId })
            .Select(g => new { g.Key.Kind, g.Key.AggregateId, Last = g.Max(e => e.Sequence), Saves = g.Count() });
        var top = groups.OrderByDescending(g => g.Last).Take(take);
        var rows = await (from g in top
                          join e in db.ChangeEntries on g.Last equals e.Sequence
                          join person in db.People on e.By equals (PersonId?)person.Id into people
                          from person in people.DefaultIfEmpty()
                          join project in db.Projects on g.AggregateId equals (Guid)(object)project.Id into projects
                          from project in projects.DefaultIfEmpty()
                          join indicator in db.Indicators on g.AggregateId equals (Guid)(object)indicator.Id into indicators
                          from indicator in indicators.DefaultIfEmpty()
                          join item in db.PlanItems on g.AggregateId equals (Guid)(object)item.Id into items
                          from item in items.DefaultIfEmpty()
                          join plan in db.Plans on g.AggregateId equals (Guid)(object)plan.Id into plans
                          from plan in plans.DefaultIfEmpty()
                          orderby g.Last descending
                          select new
                          {
                              g.Kind, g.Saves, e.AtUtc, All = groups.Count(), By = person == null ? null : person.Name,
                              IsMoney = e.Text.Contains("[\"Money\",") || e.Text.Contains("[\"Staffing\","),
                              Key = project != null ? project.Key : indicator != null ? indicator.Key : item != null ? item.Key : plan != null ? (PublicKey?)plan.Key : null,
                              Name = project != null ? project.Name : indicator != null ? indicator.Name : item != null ? item.Title : plan != null ? plan.Name : null,
                              OfPlan = item == null ? null : db.Plans.Where(p => db.Editions.Any(d => d.Id == item.EditionId && d.PlanId == p.Id)).Select(p => (PublicKey?)p.Key).FirstOrDefault(),
                          }).AsNoTracking().ToListAsync();
        var found = rows.Where(r => r is { Key: not null, Name: not null }).Select(r => Record(r.Kind, $"{r.Key}", r.Name!, r.OfPlan, r.IsMoney) with { By = ChangeWords.Who(r.By), AtUtc = r.AtUtc, Saves = r.Saves });
        return ([.. found], rows.Count == 0 ? 0 : rows[0].All);
    }

    private static RecentRecord Record(string kind, string key, string name, PublicKey? plan, bool isMoney) => kind switch
    {
        nameof(Project) when isMoney => new("事務事業", name, $"~/projects/{key}", $"~/projects/{key}/money", "お金と人を続ける"),
        nameof(Project) => new("事務事業", name, $"~/projects/{key}", $"~/projects/{key}/edit", "内容を続ける"),
        nameof(Indicator) => new("指標", name, $"~/indicators/{key}", $"~/indicators/{key}/edit", "値と目標を続ける"),
        nameof(PlanItem) => new("計画の項目", name, $"~/plans/{plan}/{key}", $"~/plans/{plan}/{key}/edit", "本文を続ける"),
        _ => new("計画", name, $"~/plans/{key}", $"~/plans/{key}/edit", "計画を続ける"),
    };
}
