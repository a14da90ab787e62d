using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;

namespace Shirube.Office.Projects;

/// <summary>Which projects a list shows and in which order; lives in the address.</summary>
public sealed class ProjectFilter
{
    public string? Words { get; set; }
    public string? Department { get; set; }
    public string? Item { get; set; }
    public string? Class { get; set; }
    public string? Sample { get; set; }
    public string? Sort { get; set; }
    public string? Money { get; set; }

    public bool IsEmpty => Words is null && Department is null && Item is null && Class is null && Sample is null;

    internal IQueryable<Project> Apply(OfficeDb db, IReadOnlyCollection<Department> departments, PlanPlaces places, FiscalYear year)
    {
        var projects = db.Projects.AsNoTracking();
        foreach (var word in (Words ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = word.Normalize(NormalizationForm.FormKC);
            projects = projects.Where(p => p.Name.Contains(word) || p.Name.Contains(plain) || p.Number!.Contains(plain) || p.Text.Outline!.Contains(word));
        }
        if (Guid.TryParse(Department, out var id))
        {
            var within = Below(departments, DepartmentId.From(id));
            projects = projects.Where(p => within.Contains(p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Select(o => o.DepartmentId).FirstOrDefault()));
        }
        else if (Department == "none")
            projects = projects.Where(p => !p.Ownerships.Any(o => o.From <= year));
        if (Item == "none")
            projects = projects.Where(p => !p.Placements.Any());
        else if (Item is { Length: > 0 } key)
        {
            var keys = places.SelfAndBelow(new(key));
            projects = projects.Where(p => p.Placements.Any(l => keys.Contains(l.ItemKey)));
        }
        if (Class is { Length: > 0 } @class)
            projects = projects.Where(p => p.Class == @class);
        return Sample switch { "only" => projects.Where(p => p.IsSample), "without" => projects.Where(p => !p.IsSample), _ => projects };
    }

    // why: numbers are text; shorter first puts 9 before 10. The id at the end makes every order total.
    internal IQueryable<Project> Order(IQueryable<Project> projects, FiscalYear year, MoneyStage stage) => Sort switch
    {
        "name" => projects.OrderBy(p => p.Name).ThenBy(p => p.Id),
        "money" => projects.OrderByDescending(p => p.Money.Where(m => m.FiscalYear == year && m.Stage == stage && m.Kind == MoneyKind.Total).Select(m => (long?)m.Amount).FirstOrDefault() ?? -1).ThenBy(p => p.Id),
        _ => projects.OrderBy(p => p.Number == null).ThenBy(p => p.Number!.Length).ThenBy(p => p.Number).ThenBy(p => p.Id),
    };

    private static List<DepartmentId> Below(IReadOnlyCollection<Department> all, DepartmentId top)
    {
        var found = new List<DepartmentId> { top };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(all.Where(d => d.ParentId == found[i] && !found.Contains(d.Id)).Select(d => d.Id));
        return found;
    }
}
