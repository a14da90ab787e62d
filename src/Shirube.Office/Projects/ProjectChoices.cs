using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Ui.Text;

namespace Shirube.Office.Projects;

/// <summary>What the fields of a project's form offer.</summary>
public sealed class ProjectChoices
{
    public static readonly IReadOnlyList<SelectListItem> YesNo = [new("はい", "yes"), new("いいえ", "no")];
    public static readonly IReadOnlyList<SelectListItem> PeriodKinds = [.. Enum.GetValues<PeriodKind>().Select(k => new SelectListItem(Names.Of(k), k.ToString()))];

    public required IReadOnlyList<SelectListItem> Departments { get; init; }
    public required PlanPlaces Places { get; init; }
    public required IReadOnlyList<string> Classes { get; init; }

    internal static async Task<ProjectChoices> Read(OfficeDb db, Reach reach, SignedIn signedIn)
    {
        var departments = (await db.Departments.AsNoTracking().ToListAsync()).Where(d => d.ExistsIn(reach.Year));
        if (signedIn.MayDo(Operation.EditProject).Scope != Scope.All)
        {
            var own = await reach.Own(Operation.EditProject);
            departments = departments.Where(d => own.Contains(d.Id));
        }
        return new()
        {
            Departments = DepartmentChoices.Of(departments),
            Places = await PlanPlaces.Read(db),
            Classes = [.. (await db.Projects.Where(p => p.Class != null).Select(p => p.Class!).Distinct().ToListAsync()).Order()],
        };
    }

    /// <summary>The form's fields with their keys in words, for the conflict page.</summary>
    public IReadOnlyList<FormField> Fields(ProjectForm form) =>
        [.. FormField.Of(form).Select(f => f with { Shown = Words(f) }),
         .. Places.ByPlan.Select(p => new FormField($"Form.Places[{p.Key.Value}]", PlanPlaces.LabelOf(p.First().PlanName), form.Places.GetValueOrDefault($"{p.Key.Value}")))
            .Select(f => f with { Shown = f.Text is { Length: > 0 } key ? Places.Find(new(key))?.Name : null })];

    private string? Words(FormField field) => field.Name switch
    {
        "Form.Department" => Departments.FirstOrDefault(d => d.Value == field.Text)?.Text.Trim('\u3000'),
        "Form.PeriodKind" => PeriodKinds.FirstOrDefault(k => k.Value == field.Text)?.Text,
        "Form.Statutory" or "Form.InImplementationPlan" or "Form.InRegionalStrategy" => YesNo.FirstOrDefault(w => w.Value == field.Text)?.Text,
        _ => null,
    };
}
