using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Deliberation;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Surveys;

namespace Shirube.Data;

/// <summary>What of each kind of record is searched, read from the saved records. Who is in charge of a project (name, telephone) and who imported are people, and stand in no other record's text.</summary>
internal static partial class SearchSources
{
    /// <summary>The texts of the records of a kind: of some of them, or of all where no ids are given. A record that is gone, or is not shown, has none.</summary>
    public static Task<List<SearchText>> ReadAsync(OfficeDb db, SearchKind kind, IReadOnlyCollection<Guid>? ids, CancellationToken cancel) => kind switch
    {
        SearchKind.Project => ProjectsAsync(db, ids, cancel),
        SearchKind.PlanItem => PlanItemsAsync(db, ids, cancel),
        SearchKind.Indicator => IndicatorsAsync(db, ids, cancel),
        SearchKind.Plan => PlansAsync(db, ids, cancel),
        SearchKind.Evaluation => EvaluationsAsync(db, ids, cancel),
        SearchKind.Department => DepartmentsAsync(db, ids, cancel),
        SearchKind.Person => PeopleAsync(db, ids, cancel),
        SearchKind.Meeting => MeetingsAsync(db, ids, cancel),
        SearchKind.Survey => SurveysAsync(db, ids, cancel),
        SearchKind.ImportRun => ImportRunsAsync(db, ids, cancel),
        SearchKind.EntryCall => EntryCallsAsync(db, ids, cancel),
        SearchKind.SavedView => SavedViewsAsync(db, ids, cancel),
        SearchKind.GlossaryTerm => GlossaryTermsAsync(db, ids, cancel),
        SearchKind.Initiative => InitiativesAsync(db, ids, cancel),
        SearchKind.PartnerActivity => PartnerActivitiesAsync(db, ids, cancel),
        _ => throw new NotSupportedException($"{kind} has no texts."),
    };

    private static async Task<List<SearchText>> ProjectsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(ProjectId.From).ToList());
        var rows = await db.Projects.AsNoTracking().Where(p => all || ids.Contains(p.Id)).Select(p => new
        {
            p.Id, p.Key, p.Number, p.Name, p.Class, p.LegalBasis, p.InternalNote,
            p.Text.Outline, p.Text.Target, p.Text.Intent, p.Text.Means, p.Text.MeansPlanned, p.Text.Result,
            Lines = p.BudgetLines.OrderBy(l => l.Order).Select(l => new { l.Account, l.Category, l.Item, l.SubItem, l.Line }).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        return rows.ConvertAll(p => SearchText.Of(SearchKind.Project, p.Id.Value, p.Key.Value, p.Number, p.Name,
            [p.Outline, p.Target, p.Intent, p.Means, p.MeansPlanned, p.Result, p.Class, p.LegalBasis, .. p.Lines.Select(l => new BudgetCode(l.Account, l.Category, l.Item, l.SubItem, l.Line).ToString()), p.InternalNote]));
    }

    // why: a plan shows one edition; what stands only in another one leads nowhere.
    private static async Task<List<SearchText>> PlanItemsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(PlanItemId.From).ToList());
        var shown = (await db.Plans.AsNoTracking().Where(p => p.ShownId != null).Select(p => new { p.Id, p.Key, p.ShownId }).ToListAsync(cancel)).ToDictionary(p => p.ShownId!.Value, p => (p.Id.Value, p.Key.Value));
        var rows = await db.PlanItems.AsNoTracking().Where(i => all || ids.Contains(i.Id)).Select(i => new { i.Id, i.EditionId, i.Key, i.Code, i.Title, i.PlainTitle, i.Body }).ToListAsync(cancel);
        return [.. rows.Where(i => shown.ContainsKey(i.EditionId)).Select(i => SearchText.Of(SearchKind.PlanItem, i.Id.Value, i.Key.Value, i.Code, i.Title, [i.PlainTitle, Plain(i.Body)], shown[i.EditionId]))];
    }

    // why: a body is Markdown; nobody types its signs, and a quoted hit would show them.
    private static string? Plain(string? body) => body is null ? null : MarkdownSigns().Replace(body, "");

    private static async Task<List<SearchText>> IndicatorsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(IndicatorId.From).ToList());
        var rows = await db.Indicators.AsNoTracking().Where(i => all || ids.Contains(i.Id)).Select(i => new { i.Id, i.Key, i.Name, i.Unit, i.Definition }).ToListAsync(cancel);
        return rows.ConvertAll(i => SearchText.Of(SearchKind.Indicator, i.Id.Value, i.Key.Value, null, i.Name, [i.Definition, i.Unit is null ? null : $"単位: {i.Unit}"]));
    }

    private static async Task<List<SearchText>> PlansAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(PlanId.From).ToList());
        var rows = await db.Plans.AsNoTracking().Where(p => all || ids.Contains(p.Id)).Select(p => new
        {
            p.Id, p.Key, p.Name, p.Summary, p.LegalBasis, p.PeriodNote,
            Levels = p.Levels.OrderBy(l => l.Order).Select(l => l.Name).ToList(),
            Editions = db.Editions.Where(e => e.PlanId == p.Id).OrderBy(e => e.Id).Select(e => e.Label).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        return rows.ConvertAll(p => SearchText.Of(SearchKind.Plan, p.Id.Value, p.Key.Value, null, p.Name, [p.Summary, p.LegalBasis, p.PeriodNote, .. p.Editions, .. p.Levels]));
    }

    private static async Task<List<SearchText>> EvaluationsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(EvaluationFactId.From).ToList());
        var rows = await (from f in db.EvaluationFacts.AsNoTracking()
                          join p in db.Projects on f.ProjectId equals p.Id
                          where all || ids.Contains(f.Id)
                          select new { f.Id, f.Year, Project = p.Id, p.Key, Answers = f.Answers.OrderBy(a => a.Order).ThenBy(a => a.Stage).ThenBy(a => a.Question).Select(a => new { a.Question, a.Choice, a.Text }).ToList() })
            .AsSplitQuery().ToListAsync(cancel);
        return rows.ConvertAll(f => SearchText.Of(SearchKind.Evaluation, f.Id.Value, f.Id.Value.ToString(), null, $"{f.Year.Era}の評価",
            f.Answers.Select(a => string.Join(" ", new[] { $"{a.Question}:", a.Choice, a.Text }.Where(t => t is not null))), (f.Project.Value, f.Key.Value)));
    }

    private static async Task<List<SearchText>> DepartmentsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(DepartmentId.From).ToList());
        var rows = await db.Departments.AsNoTracking().Where(d => all || ids.Contains(d.Id)).Select(d => new { d.Id, d.Key, d.Code, d.Name }).ToListAsync(cancel);
        return rows.ConvertAll(d => SearchText.Of(SearchKind.Department, d.Id.Value, d.Key.Value, d.Code, d.Name, []));
    }

    private static async Task<List<SearchText>> PeopleAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(PersonId.From).ToList());
        var rows = await db.People.AsNoTracking().Where(p => all || ids.Contains(p.Id)).Select(p => new { p.Id, p.Key, p.StaffNumber, p.Name }).ToListAsync(cancel);
        return rows.ConvertAll(p => SearchText.Of(SearchKind.Person, p.Id.Value, p.Key.Value, p.StaffNumber, p.Name, []));
    }

    private static async Task<List<SearchText>> MeetingsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(MeetingId.From).ToList());
        var rows = await db.Meetings.AsNoTracking().Where(m => all || ids.Contains(m.Id)).Select(m => new { m.Id, m.Name, m.Body, m.Year, m.Month, m.Day, m.Participants, m.Note }).ToListAsync(cancel);
        return rows.ConvertAll(m => SearchText.Of(SearchKind.Meeting, m.Id.Value, m.Id.Value.ToString(), null, m.Name,
            [m.Day is { } day ? $"{m.Year}年{m.Month}月{day}日" : $"{m.Year}年{m.Month}月", m.Body, m.Participants, m.Note]));
    }

    private static async Task<List<SearchText>> SurveysAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(SurveyId.From).ToList());
        var rows = await db.Surveys.AsNoTracking().Where(s => all || ids.Contains(s.Id)).Select(s => new { s.Id, s.Key, s.Name, s.Population, s.Note }).ToListAsync(cancel);
        return rows.ConvertAll(s => SearchText.Of(SearchKind.Survey, s.Id.Value, s.Key.Value, null, s.Name, [s.Population, s.Note]));
    }

    private static async Task<List<SearchText>> ImportRunsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(ImportRunId.From).ToList());
        var rows = await db.ImportRuns.AsNoTracking().Where(r => all || ids.Contains(r.Id)).Select(r => new { r.Id, r.FileName }).ToListAsync(cancel);
        return rows.ConvertAll(r => SearchText.Of(SearchKind.ImportRun, r.Id.Value, r.Id.Value.ToString(), null, r.FileName, []));
    }

    private static async Task<List<SearchText>> EntryCallsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(EntryCallId.From).ToList());
        var rows = await db.EntryCalls.AsNoTracking().Where(c => all || ids.Contains(c.Id)).Select(c => new { c.Id, c.Key, c.Title, c.Explanation }).ToListAsync(cancel);
        return rows.ConvertAll(c => SearchText.Of(SearchKind.EntryCall, c.Id.Value, c.Key.Value, null, c.Title, [c.Explanation]));
    }

    private static async Task<List<SearchText>> SavedViewsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(SavedViewId.From).ToList());
        var rows = await db.SavedViews.AsNoTracking().Where(v => all || ids.Contains(v.Id)).Select(v => new { v.Id, v.Key, v.Name, v.Description }).ToListAsync(cancel);
        return rows.ConvertAll(v => SearchText.Of(SearchKind.SavedView, v.Id.Value, v.Key.Value, null, v.Name, [v.Description]));
    }

    private static async Task<List<SearchText>> GlossaryTermsAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(GlossaryTermId.From).ToList());
        var rows = await db.GlossaryTerms.AsNoTracking().Where(t => all || ids.Contains(t.Id)).Select(t => new { t.Id, t.Key, t.Name, t.Reading, t.Meaning }).ToListAsync(cancel);
        return rows.ConvertAll(t => SearchText.Of(SearchKind.GlossaryTerm, t.Id.Value, t.Key.Value, null, t.Name, [t.Reading, t.Meaning]));
    }

    private static async Task<List<SearchText>> InitiativesAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(InitiativeId.From).ToList());
        var rows = await db.Initiatives.AsNoTracking().Where(i => all || ids.Contains(i.Id)).Select(i => new { i.Id, i.Key, i.Name, i.Words }).ToListAsync(cancel);
        return rows.ConvertAll(i => SearchText.Of(SearchKind.Initiative, i.Id.Value, i.Key.Value, null, i.Name, [i.Words]));
    }

    private static async Task<List<SearchText>> PartnerActivitiesAsync(OfficeDb db, IReadOnlyCollection<Guid>? some, CancellationToken cancel)
    {
        var (all, ids) = (some is null, (some ?? []).Select(PartnerActivityId.From).ToList());
        var rows = await db.PartnerActivities.AsNoTracking().Where(a => all || ids.Contains(a.Id)).Select(a => new { a.Id, a.Key, a.Who, a.What }).ToListAsync(cancel);
        return rows.ConvertAll(a => SearchText.Of(SearchKind.PartnerActivity, a.Id.Value, a.Key.Value, null, a.Who, [a.What]));
    }

    [GeneratedRegex(@"\*\*|__|`|^#+[ \t]+|^[ \t]*(?:[-*+>]|\|)[ \t]+|[ \t]*\|[ \t]*$|^[-:| \t]+$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MarkdownSigns();
}
