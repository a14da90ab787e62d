using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Indicators;
using Shirube.Exchange.Publishing;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Common;

/// <summary>How much there is in the office and what of it wants attention, counted in one query.</summary>
public sealed record OfficeCounts
{
    public required int Departments { get; init; }
    public required int People { get; init; }
    public required int Plans { get; init; }
    public required int Items { get; init; }
    public required int Projects { get; init; }
    public required int Indicators { get; init; }
    public required int WithoutOwner { get; init; }
    public required int WithoutPlace { get; init; }
    public required int PublicEditions { get; init; }
    /// <summary>Records of public kinds saved since the last release.</summary>
    public required int ChangedSinceRelease { get; init; }
    public required int ExpiringInvitations { get; init; }
    public required DateTime? FirstExpiry { get; init; }
    public required int FailedJobs { get; init; }
    public required Guid? LastFailedJob { get; init; }
    public required DateOnly? MayoralTermEnd { get; init; }
    /// <summary>When the person signed in the time before this; null the first time.</summary>
    public required DateTime? SignedInBeforeUtc { get; init; }
    public DateTime? ReleasedAtUtc { get; init; }

    public bool IsEmpty => Projects == 0;
}

/// <summary>The office's counts, read once in a request.</summary>
public sealed class OfficeState(OfficeDb db, WorkScope scope, ReleaseStore releases, IHttpContextAccessor http)
{
    private const int ExpiresSoonDays = 3;
    private const int FailureIsNewsDays = 7;
    private static readonly string[] PublicKinds = [nameof(Project), nameof(Indicator), nameof(Plan), nameof(Edition), nameof(PlanItem), nameof(Department), nameof(Lineage), nameof(ChangeReason), nameof(GlossaryTerm), nameof(PlanFigure), nameof(ProjectLineage), "AssessmentRules", "EvaluationFact", "EvaluationRound", "EvaluationForm", "EvaluationSheet", "ExternalReview", "SheetReview", "ItemLink", "GoalLink", "OwnGoalSet", "OwnGoal", "Initiative", "PartnerActivity", "Meeting", "Survey", "MayoralTerm"];

    private OfficeCounts? counts;

    public async Task<OfficeCounts> Counts() => counts ??= await Read();

    // why: the one row that is always there, so that many counts are one query; a count that does not name it would be asked apart.
    private async Task<OfficeCounts> Read()
    {
        var (year, today, now, me, account, session) = (scope.Year, scope.Today, scope.NowUtc, scope.Person, scope.Account, scope.Session);
        var released = releases.List(http.HttpContext!.Municipality().Code).FirstOrDefault(r => !r.IsWithdrawn)?.PublishedAt;
        var since = released ?? DateTime.MaxValue.ToUniversalTime();
        var (soon, recent) = (now.AddDays(ExpiresSoonDays), now.AddDays(-FailureIsNewsDays));
        var open = db.Invitations.Where(i => i.AcceptedAtUtc == null && i.ReplacedAtUtc == null && i.UntilUtc > now && i.UntilUtc < soon);
        // why: what was tried again after the failure is no longer news.
        var failed = db.Jobs.Where(j => j.By == me && j.End == JobEnd.Failed && j.EndedAtUtc > recent && !db.Jobs.Any(k => k.Kind == j.Kind && k.PayloadJson == j.PayloadJson && k.QueuedAtUtc > j.QueuedAtUtc));
        var found = await db.Set<ChangeHead>().Select(one => new OfficeCounts
        {
            Departments = db.Departments.Count(d => d.From <= year && (d.To == null || d.To >= year)),
            People = db.People.Count(_ => one.Id == 1),
            Plans = db.Plans.Count(_ => one.Id == 1),
            Items = db.PlanItems.Count(_ => one.Id == 1),
            Projects = db.Projects.Count(_ => one.Id == 1),
            Indicators = db.Indicators.Count(_ => one.Id == 1),
            WithoutOwner = db.Projects.Count(p => !p.Ownerships.Any(o => o.From <= year)),
            WithoutPlace = db.Projects.Count(p => !p.Placements.Any()),
            PublicEditions = db.Editions.Count(e => e.Opening != null || e.Takeover != null),
            ChangedSinceRelease = db.ChangeEntries.Where(e => e.AtUtc > since && PublicKinds.Contains(e.Kind)).Select(e => e.AggregateId).Distinct().Count(),
            ExpiringInvitations = open.Count(),
            FirstExpiry = open.Min(i => (DateTime?)i.UntilUtc),
            FailedJobs = failed.Count(),
            LastFailedJob = failed.OrderByDescending(j => j.EndedAtUtc).Select(j => (Guid?)j.Id).FirstOrDefault(),
            SignedInBeforeUtc = db.Sessions.Where(s => s.AccountId == account && s.BeganAtUtc < db.Sessions.Where(n => n.Id == session).Select(n => n.BeganAtUtc).First()).Max(s => (DateTime?)s.BeganAtUtc),
            MayoralTermEnd = db.MayoralTerms.Where(t => t.To >= today).Min(t => (DateOnly?)t.To),
        }).SingleAsync();
        return found with { ReleasedAtUtc = released };
    }
}
