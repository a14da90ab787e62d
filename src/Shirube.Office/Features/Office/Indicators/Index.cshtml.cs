using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class IndicatorsPage(OfficeDb db) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public IndicatorKind? Kind { get; set; }

    [FromQuery(Name = "page")]
    public int Shown { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Count { get; private set; }

    public sealed record Row(PublicKey Key, string Name, string? Unit, IndicatorKind Kind, bool IsSample, int Uses, PublicKey? ProjectKey, string? ProjectName, string? ItemTitle, Actual? Latest, Target? Target);

    public async Task OnGet()
    {
        ModelState.Clear();
        var found = db.Indicators.AsNoTracking();
        foreach (var word in (Words ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
            found = found.Where(i => i.Name.Contains(word) || i.Uses.Any(u => db.Projects.Any(p => p.Id == u.ProjectId && p.Name.Contains(word))));
        if (Kind is { } kind)
            found = found.Where(i => i.Kind == kind);
        Count = await found.CountAsync();
        Rows = await found.OrderBy(i => i.Name).ThenBy(i => i.Id).Skip((Math.Max(1, Shown) - 1) * Size).Take(Size)
            .Select(i => new
            {
                Indicator = i,
                Project = db.Projects.Where(p => i.Uses.Any(u => u.ProjectId == p.Id)).OrderBy(p => p.Id).Select(p => new { p.Key, p.Name }).FirstOrDefault(),
                Item = db.PlanItems.Where(p => i.Uses.Any(u => u.ItemKey == p.Key)).OrderByDescending(p => p.EditionId).Select(p => p.Title).FirstOrDefault(),
            })
            .Select(r => new Row(r.Indicator.Key, r.Indicator.Name, r.Indicator.Unit, r.Indicator.Kind, r.Indicator.IsSample, r.Indicator.Uses.Count, r.Project == null ? null : r.Project.Key, r.Project == null ? null : r.Project.Name, r.Item,
                r.Indicator.Actuals.OrderByDescending(a => a.FiscalYear).FirstOrDefault(), r.Indicator.Targets.OrderByDescending(t => t.FiscalYear).ThenByDescending(t => t.Revision).FirstOrDefault()))
            .ToListAsync();
    }
}
