using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;

namespace Shirube.Office.Projects;

/// <summary>Writes a form into a project; what cannot be is a refusal.</summary>
internal static class ProjectWriting
{
    public static async Task Write(this ProjectForm form, Project project, OfficeDb db, PlanPlaces places)
    {
        var number = Blank.ToNull(form.Number?.Trim());
        if (number is not null && await db.Projects.Where(p => p.Number == number && p.Id != project.Id).Select(p => p.Name).FirstOrDefaultAsync() is { } taken)
            throw new RefusalException(Refusals.ProjectNumberTaken(number, taken));
        project.Rename(number, form.Name ?? "");
        project.Classify(form.Class?.Trim(), ProjectForm.YesOrNo(form.Statutory), ProjectForm.Kept(form.LegalBasis, project.LegalBasis), ProjectForm.YesOrNo(form.InImplementationPlan), ProjectForm.YesOrNo(form.InRegionalStrategy));
        project.Schedule(new(Enum.TryParse<PeriodKind>(form.PeriodKind, out var kind) ? kind : null, Typed.Year(form.PeriodFirst), Typed.Year(form.PeriodLast), project.Period.AsWritten));
        project.Describe(form.TextFor(project));
        project.Budget(BudgetText.ReadAll(form.BudgetLines));
        project.NoteInternally(form.Contact, ProjectForm.Kept(form.Note, project.InternalNote));
        Place(form, project, places);
    }

    private static void Place(ProjectForm form, Project project, PlanPlaces places)
    {
        foreach (var (plan, key) in form.Places)
        {
            var planId = PlanId.From(Guid.TryParse(plan, out var id) ? id : throw new RefusalException(Refusals.ItemUnknown));
            if (Blank.ToNull(key) == project.Placements.FirstOrDefault(p => p.PlanId == planId && p.IsMain)?.ItemKey.Value)
                continue;
            if (Blank.ToNull(key) is null)
                project.PlaceNowhere(planId);
            else
                PlaceUnder(project, planId, places.Find(new(key!)));
        }
    }

    private static void PlaceUnder(Project project, PlanId plan, PlanPlaces.Place? place)
    {
        (place is null || place.PlanId != plan ? Refusals.ItemUnknown : place.CarriesProjects ? null : Refusals.ItemCarriesNoProjects(place.Name)).ThrowIfAny();
        project.PlaceUnder(plan, place!.Key);
    }
}
