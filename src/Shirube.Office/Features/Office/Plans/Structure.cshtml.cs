using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>計画の全体像, made of the office's editions.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class StructurePage(OfficeDb db, TimeProvider clock) : PageModel
{
    [FromQuery(Name = WorkingTree.Named)]
    public IReadOnlyList<string> Editions { get; set; } = [];

    public OfficeStructure Structure { get; private set; } = null!;

    public async Task OnGet() => Structure = await OfficeStructure.Read(db, Editions, clock.Today());
}
