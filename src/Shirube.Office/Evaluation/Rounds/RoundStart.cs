using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>Makes the sheets of a round: one for each target that a form of the year is for, with last year's answers as suggestions.</summary>
internal sealed class RoundStart(OfficeDb db, IReadOnlyList<EvaluationForm> forms)
{
    /// <summary>The forms that are used in a year and a kind of round, with their questions.</summary>
    public static async Task<RoundStart> Of(OfficeDb db, FiscalYear year, FormUse use)
    {
        var issued = await db.EvaluationForms.AsNoTracking().Where(f => f.Use == use && f.Issue != null).ToListAsync();
        var used = Enum.GetValues<FormTarget>().SelectMany(t => new[] { EvaluationForm.InUse(issued, t, use, isStatutory: false, year), EvaluationForm.InUse(issued, t, use, isStatutory: true, year) }).OfType<EvaluationForm>().Select(f => f.Id).Distinct().ToList();
        return new(db, await FormMemory.Forms(db).Where(f => used.Contains(f.Id)).ToListAsync());
    }

    public IReadOnlyList<EvaluationForm> Forms => forms;

    /// <summary>The names of the forms' stages, each once, in the order in which the forms go through them.</summary>
    public IReadOnlyList<string> StageNames
    {
        get
        {
            var names = new List<string>();
            foreach (var form in forms.OrderByDescending(f => f.Stages.Count))
            {
                var at = 0;
                foreach (var stage in form.Stages.OrderBy(s => s.Order).Select(s => s.Name))
                    if (names.IndexOf(stage) is >= 0 and var there)
                        at = there + 1;
                    else
                        names.Insert(at++, stage);
            }
            return names;
        }
    }

    public EvaluationForm? FormFor(RoundTarget target) =>
        forms.Where(f => f.Target == target.Kind && (target.IsStatutory || !f.OnlyStatutory)).OrderByDescending(f => f.OnlyStatutory).FirstOrDefault();

    /// <summary>Sheets of all targets that have none in the round yet; written with the next save.</summary>
    public async Task<int> Make(EvaluationRound round, IReadOnlyList<RoundTarget> targets, DateTime nowUtc)
    {
        var there = await db.EvaluationSheets.Where(s => s.RoundId == round.Id).Select(s => new { s.ProjectId, s.PlanId, s.ItemKey }).ToListAsync();
        var (projects, items) = (there.Select(s => s.ProjectId).OfType<ProjectId>().ToHashSet(), there.Where(s => s.ItemKey is not null).Select(s => (s.PlanId!.Value, s.ItemKey!.Value)).ToHashSet());
        var last = await LastAnswers.Read(db, round);
        var sheets = new List<EvaluationSheet>();
        foreach (var target in targets.Where(t => t.Project is { } p ? !projects.Contains(p) : !items.Contains((t.Item!.Value.Plan, t.Item.Value.Item))))
        {
            if (FormFor(target) is not { } form)
                continue;
            var sheet = target.Project is { } project ? EvaluationSheet.About(project, target.Name, target.SortKey, round, form) : EvaluationSheet.About(target.Item!.Value.Plan, target.Item.Value.Item, target.Name, target.SortKey, last.DepartmentOf(target), round, form);
            if (last.Of(target) is { } earlier)
                sheet.Carry(earlier.For(form, round), earlier.Year, earlier.Sheet?.Id, nowUtc);
            sheets.Add(sheet);
        }
        db.AddUntracked(sheets);
        return sheets.Count;
    }
}
