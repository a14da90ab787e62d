using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;

namespace Shirube.Office.Publishing;

/// <summary>Collects from the office database what is public now. Every value is named here one by one: what is not named stays inside.</summary>
internal sealed class PublicContent(OfficeDb db, MunicipalityCode code, CancellationToken cancel)
{
    private readonly Dictionary<PlanId, PublicKey> plans = [];
    private readonly Dictionary<ProjectId, PublicKey> projects = [];
    private readonly Dictionary<IndicatorId, PublicKey> indicators = [];
    private HashSet<(PlanId, PublicKey)> items = [];

    public static Task<ReleaseContent> CollectAsync(OfficeDb db, MunicipalityCode code, CancellationToken cancel) => new PublicContent(db, code, cancel).CollectAsync();

    private async Task<ReleaseContent> CollectAsync()
    {
        // why: nobody saves between the questions, so the answers belong together.
        await using var still = await db.BeginWriteAsync(cancel);
        var content = await PlansAsync();
        content = await ProjectsAsync(content);
        content = await ProjectFiguresAsync(content);
        content = await IndicatorsAsync(content);
        content = await EvaluationsAsync(content);
        content = await new PublicRounds(db, plans, items, projects).AddToAsync(content, cancel);
        content = await new PublicLinks(db, plans, items, projects).AddToAsync(content, cancel);
        content = await new PublicSuccession(db, plans, items).AddToAsync(content, cancel);
        content = await new PublicTexts(db, plans, projects).AddToAsync(content, cancel);
        return await SurroundingsAsync(content);
    }

    private async Task<ReleaseContent> PlansAsync()
    {
        var editions = (await db.Editions.AsNoTracking().ToListAsync(cancel)).Where(e => e.IsPublic).ToList();
        var planIds = editions.Select(e => e.PlanId).ToHashSet();
        var found = (await db.Plans.AsNoTracking().Include(p => p.Levels).ToListAsync(cancel)).Where(p => planIds.Contains(p.Id)).ToList();
        foreach (var plan in found)
            plans[plan.Id] = plan.Key;
        var editionIds = editions.Select(e => e.Id).ToList();
        var tree = new PublicTree(found, editions, await db.PlanItems.AsNoTracking().Where(i => editionIds.Contains(i.EditionId)).ToListAsync(cancel));
        items = tree.Keys();
        return new()
        {
            Plans = [.. found.Select(p => new ReleasedPlan(p.Key, p.Kind, p.Name, p.First, p.Last, p.PeriodNote, p.LegalBasis, p.Summary, p.Source, p.PredecessorId is { } before && plans.TryGetValue(before, out var key) ? key : null))],
            Levels = [.. found.SelectMany(p => p.Levels.Select(l => new ReleasedLevel(p.Key, l.Order, l.Name, l.CarriesProjects)))],
            Editions = [.. editions.Select(e => new ReleasedEdition(e.Key, plans[e.PlanId], e.Label, e.IsInForce ? EditionState.InForce : EditionState.UnderConsultation, e.Enforcement?.From ?? Tokyo.DayOf((e.Opening?.AtUtc ?? e.Takeover?.AtUtc)!.Value)))],
            Items = tree.Rows(),
        };
    }

    private async Task<ReleaseContent> ProjectsAsync(ReleaseContent content)
    {
        var departments = await db.Departments.AsNoTracking().ToListAsync(cancel);
        var departmentKeys = departments.ToDictionary(d => d.Id, KeyOf);
        var found = await db.Projects.AsNoTracking()
            .Select(p => new { p.Id, p.Key, p.Number, p.Name, p.Class, p.IsStatutory, p.LegalBasis, p.Period, p.Text, p.InImplementationPlan, p.InRegionalStrategy, p.IsSample }).ToListAsync(cancel);
        foreach (var project in found)
            projects[project.Id] = project.Key;
        var owners = await db.Set<Ownership>().AsNoTracking().ToListAsync(cancel);
        var placements = await db.Set<Placement>().AsNoTracking().ToListAsync(cancel);
        return content with
        {
            Departments = [.. departments.Select(d => new ReleasedDepartment(departmentKeys[d.Id], d.Code, d.Name, d.ParentId is { } parent ? departmentKeys[parent] : null, d.From, d.To))],
            Projects = [.. found.Select(p => new ReleasedProject(
                p.Key, p.Number, p.Name, p.Class, p.IsStatutory, p.LegalBasis, p.Period.Kind, p.Period.First, p.Period.Last, p.Period.AsWritten,
                p.Text.Outline, p.Text.Means, p.Text.MeansPlanned, p.Text.Target, p.Text.Intent, p.Text.Result, p.InImplementationPlan, p.InRegionalStrategy, p.IsSample))],
            Owners = [.. owners.Select(o => new ReleasedOwner(projects[o.ProjectId], o.From, departmentKeys[o.DepartmentId]))],
            Placements = [.. placements.Where(p => items.Contains((p.PlanId, p.ItemKey))).Select(p => new ReleasedPlacement(projects[p.ProjectId], plans[p.PlanId], p.ItemKey, p.IsMain))],
        };
    }

    // why: 要求 and 査定 are talk inside the office until they end as 採択.
    private async Task<ReleaseContent> ProjectFiguresAsync(ReleaseContent content)
    {
        var lines = await db.Set<BudgetLine>().AsNoTracking().ToListAsync(cancel);
        var money = await db.Set<Money>().AsNoTracking().Where(m => m.Stage != MoneyStage.Requested && m.Stage != MoneyStage.Appraised).ToListAsync(cancel);
        var staffing = await db.Set<Staffing>().AsNoTracking().Where(s => s.Stage != MoneyStage.Requested && s.Stage != MoneyStage.Appraised).ToListAsync(cancel);
        return content with
        {
            BudgetLines = [.. lines.Select(l => new ReleasedBudgetLine(projects[l.ProjectId], l.Order, l.Account, l.Category, l.Item, l.SubItem, l.Line))],
            Money = [.. money.Select(m => new ReleasedMoney(projects[m.ProjectId], m.FiscalYear, m.Stage, m.Kind, m.Amount, m.Absence))],
            Staffing = [.. staffing.Select(s => new ReleasedStaffing(projects[s.ProjectId], s.FiscalYear, s.Stage, s.Heads, s.Hours, s.Fte))],
        };
    }

    // why: an indicator that only a draft uses would tell of the draft.
    private async Task<ReleaseContent> IndicatorsAsync(ReleaseContent content)
    {
        var uses = (await db.Set<IndicatorUse>().AsNoTracking().ToListAsync(cancel))
            .Where(u => u.ProjectId is not null || (u.PlanId is { } plan && u.ItemKey is { } item && items.Contains((plan, item)))).ToList();
        var used = uses.Select(u => u.IndicatorId).ToHashSet();
        var found = (await db.Indicators.AsNoTracking().ToListAsync(cancel)).Where(i => used.Contains(i.Id)).ToList();
        foreach (var indicator in found)
            indicators[indicator.Id] = indicator.Key;
        var rules = await db.AssessmentRules.AsNoTracking().Include(r => r.Bands).SingleOrDefaultAsync(cancel) ?? AssessmentRules.First();
        var actuals = (await db.Set<Actual>().AsNoTracking().ToListAsync(cancel)).Where(a => used.Contains(a.IndicatorId));
        var targets = (await db.Set<Target>().AsNoTracking().ToListAsync(cancel)).Where(t => used.Contains(t.IndicatorId));
        return content with
        {
            Indicators = [.. found.Select(i => new ReleasedIndicator(i.Key, i.Name, i.Unit, i.Kind, i.Definition, i.IsSample, i.Type, i.BaselineYear, i.Baseline, i.Lower, i.Upper, i.Tolerance, i.Source))],
            IndicatorUses = [.. uses.Select(u => new ReleasedIndicatorUse(indicators[u.IndicatorId], u.ProjectId is { } project ? projects[project] : null, u.PlanId is { } plan ? plans[plan] : null, u.ItemKey, u.Order))],
            Actuals = [.. actuals.Select(a => new ReleasedActual(indicators[a.IndicatorId], a.FiscalYear, a.Value, a.Status, a.AsWritten, a.Note, a.Judgement))],
            Shares = [.. (await db.Set<ExpectedShare>().AsNoTracking().ToListAsync(cancel)).Where(s => used.Contains(s.IndicatorId)).Select(s => new ReleasedShare(indicators[s.IndicatorId], s.FiscalYear, s.Share))],
            Breaks = [.. (await db.Set<SeriesBreak>().AsNoTracking().ToListAsync(cancel)).Where(b => used.Contains(b.IndicatorId)).Select(b => new ReleasedBreak(indicators[b.IndicatorId], b.FiscalYear, b.Note))],
            Rules = [new(rules.Name, rules.NotGraded, rules.IsFirstYearGraded, rules.SaysBeyond)],
            Bands = [.. rules.Bands.Select(b => new ReleasedBand(b.Order, b.Label, b.From, b.Meaning))],
            Targets = [.. targets.Select(t => new ReleasedTarget(indicators[t.IndicatorId], t.FiscalYear, t.Revision, t.Value, t.AsWritten, t.SetOn, t.Reason))],
        };
    }

    private async Task<ReleaseContent> EvaluationsAsync(ReleaseContent content)
    {
        var evaluations = await db.EvaluationFacts.AsNoTracking().ToDictionaryAsync(e => e.Id, cancel);
        var answers = await db.Set<EvaluationAnswer>().AsNoTracking().ToListAsync(cancel);
        return content with
        {
            Evaluations = [.. evaluations.Values.Select(e => new ReleasedEvaluation(projects[e.ProjectId], e.Year))],
            Answers = [.. answers.Select(a => (a, of: evaluations[a.EvaluationFactId])).Select(x => new ReleasedAnswer(projects[x.of.ProjectId], x.of.Year, x.a.Stage, x.a.Order, x.a.Question, x.a.Choice, x.a.Text))],
        };
    }

    private async Task<ReleaseContent> SurroundingsAsync(ReleaseContent content)
    {
        var meetings = (await db.Meetings.AsNoTracking().ToListAsync(cancel)).OrderBy(m => (m.Year, m.Month, m.Day ?? 0)).ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Id.Value);
        var surveys = await db.Surveys.AsNoTracking().ToListAsync(cancel);
        var terms = await db.MayoralTerms.AsNoTracking().ToListAsync(cancel);
        return content with
        {
            Meetings = [.. meetings.Select((m, i) => new ReleasedMeeting(i + 1, m.Name, m.Body, m.Year, m.Month, m.Day, m.Participants, m.Note, m.Source))],
            Surveys = [.. surveys.Select(s => new ReleasedSurvey(s.Key, s.Name, s.Population, s.From, s.To, s.Sent, s.Valid, s.ByMail, s.ByWeb, s.StatedRate, s.Note, s.Source))],
            MayoralTerms = [.. terms.Select(t => new ReleasedMayoralTerm(t.From, t.To, t.Note))],
        };
    }

    private PublicKey KeyOf(Department department) => PublicKey.Of($"{code}/departments/{department.Id.Value:N}");
}
