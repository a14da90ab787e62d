using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>One sheet with everything a change of it needs: whose it is now, what it is about, and the people its stages name.</summary>
public sealed record OpenSheet(EvaluationSheet Sheet, EvaluationRound Round, EvaluationForm Form, DepartmentId? Owner)
{
    public string? OwnerName { get; init; }
    public PublicKey? Project { get; init; }
    public PublicKey? Plan { get; init; }
    /// <summary>Whether an outside body looks at it.</summary>
    public bool IsReviewed { get; init; }
    public IReadOnlyDictionary<PersonId, string> People { get; init; } = new Dictionary<PersonId, string>();

    public RoundStage RoundStageOf(int stage) => Round.StageAt(Sheet.StageAt(stage).RoundStage);
}

/// <summary>What became of one typed answer: saved, overtaken by another person's, or not readable.</summary>
public sealed record SavedAnswer(PublicKey Question, AnswerOutcome? Outcome, Refusal? Refusal);

/// <summary>Loads, changes and saves one sheet for the signed-in person. Two people who save different answers at the same moment both win: the later save is done again on what the earlier one left.</summary>
public sealed class SheetDesk(OfficeDb db, SignedIn signedIn, Reach reach, FormMemory forms, TimeProvider clock)
{
    private const int MostTries = 8;

    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public async Task<OpenSheet?> Load(PublicKey key, bool tracked)
    {
        var tracking = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        if (await db.EvaluationSheets.AsTracking(tracking).Include(s => s.Answers).Include(s => s.Stages).AsSingleQuery().SingleOrDefaultAsync(s => s.Key == key) is not { } sheet)
            return null;
        return await Surround(sheet, await forms.Read(db, sheet.FormId));
    }

    // why: the few things around a sheet in one query: it is asked at every pause of the keyboard.
    private async Task<OpenSheet> Surround(EvaluationSheet sheet, EvaluationForm form)
    {
        var (id, project, plan) = (sheet.Id, sheet.ProjectId, sheet.PlanId);
        var own = SheetRows.Owned(db, db.EvaluationSheets.Where(s => s.Id == sheet.Id), reach.Year);
        var row = await db.EvaluationRounds.AsNoTracking().Where(r => r.Id == sheet.RoundId).Include(r => r.Stages).Select(r => new
        {
            Round = r,
            Owner = own.Select(o => o.Owner).FirstOrDefault(),
            OwnerName = db.Departments.Where(d => own.Any(o => o.Owner == d.Id)).Select(d => d.Name).FirstOrDefault(),
            Project = db.Projects.Where(p => p.Id == project).Select(p => (PublicKey?)p.Key).FirstOrDefault(),
            Plan = db.Plans.Where(p => p.Id == plan).Select(p => (PublicKey?)p.Key).FirstOrDefault(),
            IsReviewed = db.SheetReviews.Any(v => v.SheetId == id),
        }).AsSingleQuery().SingleAsync();
        return new(sheet, row.Round, form, row.Owner) { OwnerName = row.OwnerName, Project = row.Project, Plan = row.Plan, IsReviewed = row.IsReviewed, People = await PeopleOf(sheet) };
    }

    private async Task<IReadOnlyDictionary<PersonId, string>> PeopleOf(EvaluationSheet sheet)
    {
        var others = sheet.Stages.SelectMany(s => new[] { s.Submission?.By, s.Approval?.By, s.SentBack?.By }).OfType<PersonId>().Where(p => p != signedIn.Id).Distinct().ToList();
        var names = others.Count == 0 ? [] : await db.People.Where(p => others.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name);
        names[signedIn.Id] = signedIn.Person.Name;
        return names;
    }

    /// <summary>Changes a sheet and saves it; null where it is gone. What the change throws is thrown on, and nothing is saved.</summary>
    public async Task<T?> Change<T>(PublicKey key, Func<OpenSheet, Task<T>> change) where T : class
    {
        for (var tries = 1; ; tries++)
        {
            if (await Load(key, tracked: true) is not { } open)
                return null;
            var result = await change(open);
            try
            {
                await db.SaveChangesAsync();
                return result;
            }
            catch (Exception overtaken) when (overtaken is DbUpdateConcurrencyException && tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Saves the typed answers of a stage, each by itself.</summary>
    public async Task<IReadOnlyList<SavedAnswer>> Answer(OpenSheet open, SheetForm form)
    {
        signedIn.Demand(await reach.GroundsToAnswer(open.RoundStageOf(form.Stage), open.Owner));
        open.Sheet.WhyNotWrite(open.Round, form.Stage, signedIn.Today).ThrowIfAny();
        return [.. form.Answers.Select(typed => Answer(open, form.Stage, typed))];
    }

    private SavedAnswer Answer(OpenSheet open, int stage, TypedAnswer typed)
    {
        var key = new PublicKey(typed.Question);
        try
        {
            var question = open.Form.Questions.FirstOrDefault(q => q.Key == key) ?? throw new RefusalException(Refusals.QuestionNotAsked);
            var outcome = open.Sheet.Answer(open.Form, stage, key, typed.ValueFor(question, open.Form.ChoicesOf(question).Count), typed.Seen, signedIn.Id, NowUtc);
            if (typed.Confirms && outcome.Theirs is null && open.Sheet.Confirm(stage, key, signedIn.Id, NowUtc) > 0)
                outcome = new(open.Sheet.Find(key, stage)!.Revision);
            return new(key, outcome, null);
        }
        catch (RefusalException refused)
        {
            return new(key, null, refused.Refusal);
        }
    }
}
