using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Publishing;

/// <summary>What of the rounds is public: closed ones only, and of their sheets what was answered to public questions in stages that were submitted. Who answered, when and why something was sent back has no place here.</summary>
internal sealed class PublicRounds(OfficeDb db, IReadOnlyDictionary<PlanId, PublicKey> plans, IReadOnlySet<(PlanId, PublicKey)> items, IReadOnlyDictionary<ProjectId, PublicKey> projects)
{
    private sealed record Source(EvaluationSheet Sheet, PublicKey Round, EvaluationForm Form, int Place)
    {
        /// <summary>The questions whose answers are public.</summary>
        public IReadOnlyDictionary<PublicKey, FormQuestion> Questions { get; init; } = new Dictionary<PublicKey, FormQuestion>();
    }

    public async Task<ReleaseContent> AddToAsync(ReleaseContent content, CancellationToken cancel)
    {
        var rounds = await db.EvaluationRounds.AsNoTracking().Where(r => r.Closed != null).ToListAsync(cancel);
        var sheets = await SourcesAsync(rounds, cancel);
        var forms = sheets.Select(s => s.Form).DistinctBy(f => f.Id).ToList();
        var names = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Name, cancel);
        var reviews = await new PublicReviews(db).ReadAsync(rounds, sheets.ToDictionary(s => s.Sheet.Id, s => s.Sheet.Key), cancel);
        return (content with
        {
            Rounds = [.. rounds.Select(r => new ReleasedRound(r.Key, r.Name, r.Year, r.Judged, r.Use, r.IsSample))],
            Forms = [.. forms.Select(f => new ReleasedForm(f.Key, f.Name, f.Target))],
            FormStages = [.. forms.SelectMany(f => f.Stages.Select(s => new ReleasedFormStage(f.Key, s.Order, s.Name)))],
            Questions = [.. forms.SelectMany(f => PublicOf(f).Select(q => new ReleasedQuestion(f.Key, q.Key, q.Order, q.Section, q.Label, q.Kind, q.Role, q.Unit)))],
            Choices = [.. forms.SelectMany(f => PublicOf(f).SelectMany(q => f.ChoicesOf(q).Select(c => new ReleasedChoice(f.Key, q.Key, c.Order, c.Label, c.Meaning))))],
            Sheets = [.. sheets.Select(s => RowOf(s, names))],
            SheetStages = [.. sheets.SelectMany(s => s.Sheet.Stages.Where(t => t.IsChosen).Select(t => new ReleasedSheetStage(s.Sheet.Key, t.Stage, t.Submission is not null)))],
            SheetAnswers = [.. sheets.SelectMany(AnswersOf)],
            Reviews = reviews.Held,
            ReviewOpinions = reviews.Opinions,
        }).With([.. sheets.Where(s => s.Sheet.FrozenJson is not null).Select(FiguresOf)]);
    }

    private async Task<IReadOnlyList<Source>> SourcesAsync(List<EvaluationRound> rounds, CancellationToken cancel)
    {
        var ids = rounds.Select(r => r.Id).ToList();
        var keys = rounds.ToDictionary(r => r.Id, r => r.Key);
        var sheets = (await db.EvaluationSheets.AsNoTracking().Where(s => ids.Contains(s.RoundId)).Include(s => s.Stages).Include(s => s.Answers).AsSplitQuery().ToListAsync(cancel)).FindAll(IsPublic);
        var used = sheets.Select(s => s.FormId).Distinct().ToList();
        var forms = await FormMemory.Forms(db).Where(f => used.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancel);
        var questions = forms.ToDictionary(f => f.Key, f => PublicOf(f.Value).ToDictionary(q => q.Key));
        return [.. sheets.GroupBy(s => s.RoundId).SelectMany(g => g.OrderBy(s => s.SortKey, StringComparer.Ordinal).ThenBy(s => s.Key.Value, StringComparer.Ordinal)
            .Select((s, i) => new Source(s, keys[g.Key], forms[s.FormId], i + 1) { Questions = questions[s.FormId] }))];
    }

    // why: a sheet about an item of a draft would tell of the draft.
    private bool IsPublic(EvaluationSheet sheet) => sheet.ProjectId is { } project ? projects.ContainsKey(project) : items.Contains((sheet.PlanId!.Value, sheet.ItemKey!.Value));

    private static IEnumerable<FormQuestion> PublicOf(EvaluationForm form) => form.Questions.Where(q => q.IsPublic);

    private ReleasedSheet RowOf(Source source, Dictionary<DepartmentId, string> departments) => new(
        source.Sheet.Key, source.Round, source.Form.Key, source.Place, source.Sheet.Name,
        source.Sheet.ProjectId is { } project ? projects[project] : null, source.Sheet.PlanId is { } plan ? plans[plan] : null, source.Sheet.ItemKey,
        source.Sheet.FrozenOwnerId is { } owner ? departments.GetValueOrDefault(owner) : null);

    private static IEnumerable<ReleasedSheetAnswer> AnswersOf(Source source)
    {
        var submitted = source.Sheet.Stages.Where(t => t.IsChosen && t.Submission is not null).Select(t => t.Stage).ToHashSet();
        return source.Sheet.Answers.Where(a => a.IsConfirmed && submitted.Contains(a.Stage) && source.Questions.ContainsKey(a.QuestionKey))
            .Select(a => new ReleasedSheetAnswer(source.Sheet.Key, a.QuestionKey, a.Stage, a.Choice, a.Text, a.Number));
    }

    // why: figures that the form does not show citizens stay inside.
    private static PublicFigures FiguresOf(Source source)
    {
        var shown = source.Questions.Values.Select(q => q.Kind).ToHashSet();
        return PublicFigures.Of(source.Sheet.Key, KeptFigures.Of(source.Sheet.FrozenJson!), shown);
    }
}
