using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
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
        var main = project.Placements.Where(p => p.IsMain).OrderBy(p => p.PlanId.Value).FirstOrDefault();
        if (Blank.ToNull(form.Place) is not { } key)
        {
            if (main is not null)
                project.PlaceNowhere(main.PlanId);
        }
        else if (key != main?.ItemKey.Value)
        {
            var place = places.Find(new(key)) ?? throw new RefusalException(Refusals.ItemUnknown);
            (place.CarriesProjects ? null : Refusals.ItemCarriesNoProjects(place.Name)).ThrowIfAny();
            if (main is not null && main.PlanId != place.PlanId)
                project.PlaceNowhere(main.PlanId);
            project.PlaceUnder(place.PlanId, place.Key);
        }
    }
}
