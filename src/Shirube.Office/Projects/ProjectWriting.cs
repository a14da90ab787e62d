using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;

namespace Shirube.Office.Projects;

/// <summary>Writes a form into a project; what cannot be is an error at its field.</summary>
internal static class ProjectWriting
{
    public static async Task Write(this ProjectForm form, Project project, OfficeDb db, PlanPlaces places, FormErrors errors)
    {
        var number = Blank.ToNull(form.Number?.Trim());
        var taken = number is null ? null : await db.Projects.Where(p => p.Number == number && p.Id != project.Id).Select(p => p.Name).FirstOrDefaultAsync();
        errors.At("Number", () => (taken is null ? null : Refusals.ProjectNumberTaken(number!, taken)).ThrowIfAny());
        errors.At("Name", () => project.Rename(number, form.Name ?? ""));
        project.Classify(form.Class?.Trim(), ProjectForm.YesOrNo(form.Statutory), ProjectForm.Kept(form.LegalBasis, project.LegalBasis), ProjectForm.YesOrNo(form.InImplementationPlan), ProjectForm.YesOrNo(form.InRegionalStrategy));
        var (first, last) = (errors.Read("PeriodFirst", () => Typed.Year(form.PeriodFirst)), errors.Read("PeriodLast", () => Typed.Year(form.PeriodLast)));
        errors.At("PeriodLast", () => project.Schedule(new(Enum.TryParse<PeriodKind>(form.PeriodKind, out var kind) ? kind : null, first, last, project.Period.AsWritten)));
        var text = form.TextFor(project);
        foreach (var (field, alone) in Alone(text))
            errors.At(field, () => Project.WhyNotDescribe(alone).ThrowIfAny());
        if (Project.WhyNotDescribe(text) is null)
            project.Describe(text);
        errors.At("BudgetLines", () => project.Budget(BudgetText.ReadAll(form.BudgetLines)));
        project.NoteInternally(form.Contact, ProjectForm.Kept(form.Note, project.InternalNote));
        foreach (var (plan, _) in form.Places)
            errors.At($"Places[{plan}]", () => Place(form, plan, project, places));
    }

    // why: the domain names the first text that is too long; the form marks each one.
    private static IEnumerable<(string Field, ProjectText Alone)> Alone(ProjectText text) =>
    [
        (nameof(ProjectForm.Outline), ProjectText.Empty with { Outline = text.Outline }),
        (nameof(ProjectForm.Means), ProjectText.Empty with { Means = text.Means }),
        (nameof(ProjectForm.MeansPlanned), ProjectText.Empty with { MeansPlanned = text.MeansPlanned }),
        (nameof(ProjectForm.Target), ProjectText.Empty with { Target = text.Target }),
        (nameof(ProjectForm.Intent), ProjectText.Empty with { Intent = text.Intent }),
        (nameof(ProjectForm.Result), ProjectText.Empty with { Result = text.Result }),
    ];

    // why: of a plan with very many items the name is typed; the form keeps the key, so that a conflict compares like with like.
    private static void Place(ProjectForm form, string plan, Project project, PlanPlaces places)
    {
        var planId = PlanId.From(Guid.TryParse(plan, out var id) ? id : throw new RefusalException(Refusals.ItemUnknown));
        var key = form.Places[plan] = Blank.ToNull(form.Places[plan]?.Trim()) is { } typed ? places.KeyOf(planId, typed) : null;
        if (key == project.Placements.FirstOrDefault(p => p.PlanId == planId && p.IsMain)?.ItemKey.Value)
            return;
        if (key is null)
            project.PlaceNowhere(planId);
        else
            PlaceUnder(project, planId, places.Find(new(key)));
    }

    private static void PlaceUnder(Project project, PlanId plan, PlanPlaces.Place? place)
    {
        (place is null || place.PlanId != plan ? Refusals.ItemUnknown : place.CarriesProjects ? null : Refusals.ItemCarriesNoProjects(place.Name)).ThrowIfAny();
        project.PlaceUnder(plan, place!.Key);
    }
}
