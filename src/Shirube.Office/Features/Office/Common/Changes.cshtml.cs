using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class ChangesPage(OfficeDb db) : PageModel
{
    public const int Size = 50;

    [FromQuery(Name = "page")]
    public int Shown { get; set; } = 1;

    public IReadOnlyList<RecentChange> Changes { get; private set; } = [];
    public int Count { get; private set; }

    public async Task OnGet()
    {
        ModelState.Clear();
        Count = await db.ChangeEntries.CountAsync();
        Changes = await RecentChanges.Read(db, null, (Math.Max(1, Shown) - 1) * Size, Size);
    }
}
