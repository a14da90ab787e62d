using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Features.Public.Plans;

namespace Shirube.Public.Features.Public.Projects;

/// <summary>The projects, filtered by words, item of the plan and department.</summary>
public sealed class ProjectsModel : PublicPage
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PlanTree? Tree { get; private set; }
    public IReadOnlyList<DepartmentChoice> Departments { get; private set; } = [];
    public IReadOnlyList<ProjectRow> Rows { get; private set; } = [];
    public CostTotal Total { get; private set; } = new(0, 0, null);
    public CostYear? Cost { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Item) || !string.IsNullOrEmpty(Department);

    public void OnGet()
    {
        Cost = CostYear.Of(Release, Today);
        if (PlanRow.Main(Release, Today) is { } plan)
            Tree = PlanTree.Load(Release, plan, Today);
        Departments = DepartmentChoice.All(Release);
        var all = ProjectRow.All(Release, Tree, Cost, FiscalYear.Of(Today)).Where(Matches).ToList();
        Total = CostTotal.Of(all.Select(p => p.Amount));
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (all.Count + Size - 1) / Size));
        Rows = [.. all.Skip((PageNumber - 1) * Size).Take(Size)];
    }

    private bool Matches(ProjectRow project) =>
        (string.IsNullOrEmpty(Item) || (ItemsBelow.Contains(project.Item ?? "")))
        && (string.IsNullOrEmpty(Department) || DepartmentsBelow.Contains(project.DepartmentKey ?? ""))
        && Asked.All.All(w => w.Forms.Any(f => project.Folded.Contains(f, StringComparison.Ordinal))) && !Asked.Not.Any(w => project.Folded.Contains(w, StringComparison.Ordinal));

    private SearchWords Asked => field ??= SearchWords.Parse(Words);

    private HashSet<string> ItemsBelow => field ??= Item is { Length: > 0 } key && Tree?.Find(key) is { } item ? [.. Tree.WithBelow(item).Select(i => i.Key.Value)] : [];

    private HashSet<string> DepartmentsBelow => field ??= Department is { Length: > 0 } key ? DepartmentChoice.WithBelow(Departments, key) : [];
}
