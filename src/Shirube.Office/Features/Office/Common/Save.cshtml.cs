using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>One save with every record it changed: an import's are many.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class SavePage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public const int Size = 50;

    [FromQuery(Name = "p")] public int Shown { get; set; } = 1;

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];
    public string? Post { get; private set; }
    public Guid? Run { get; private set; }
    public int Count { get; private set; }

    public async Task<IActionResult> OnGet(long sequence)
    {
        ModelState.Clear();
        if (await db.ChangeEntries.AsNoTracking().Where(e => e.Sequence == sequence).Select(e => new { e.AtUtc, e.By }).SingleOrDefaultAsync() is not { } save)
            return NotFound();
        var filter = new ChangeFilter { Save = (save.AtUtc, save.By) };
        Count = await db.ChangeLog.CountAsync(filter);
        Shown = Math.Clamp(Shown, 1, Math.Max(1, (Count + Size - 1) / Size));
        var entries = await db.ChangeLog.ReadAsync(filter, (Shown - 1) * Size, Size);
        var names = await HistoryNames.Read(db, entries);
        Lines = [.. entries.Select(e => HistoryLine.Of(e, names, signedIn.May(Operation.ManagePeople)))];
        Post = (await HistoryPeople.Read(db)).PostAt(save.By, save.AtUtc);
        var runs = await new ChangeSaves(db).RunsAsync([save.AtUtc]);
        Run = runs.TryGetValue(save.AtUtc, out var run) ? run : null;
        return Page();
    }
}
