using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.CallForEntries))]
public sealed class CallDuePage(OfficeDb db, WorkScope scope, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public DateOnly? Due { get; set; }

    [BindProperty, StringLength(EntryCall.LongestReason, ErrorMessage = "理由は500字までです。")]
    public string? Reason { get; set; }

    public EntryCall Call { get; private set; } = null!;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } call)
            return NotFound();
        (Due is null ? Refusals.CallWithoutDay : null).ThrowIfAny();
        call.Move(Due!.Value, Reason);
        db.Change = db.Change with { Why = Reason!.Trim() };
        await db.SaveChangesAsync();
        return LocalRedirect($"~/calls/{Key}");
    }

    public Task<IActionResult> OnPostClose() => Change(call => call.Close(scope.Person, clock.GetUtcNow().UtcDateTime));

    public Task<IActionResult> OnPostReopen() => Change(call => call.Reopen());

    public async Task<IActionResult> ShowAgain()
    {
        if (await Load() is not { } call)
            return NotFound();
        Call = call;
        Due ??= call.Due;
        History = await RecentChanges.Of(db, [call.Id.Value], personal: false);
        return Page();
    }

    private async Task<IActionResult> Change(Action<EntryCall> change)
    {
        if (await Load() is not { } call)
            return NotFound();
        change(call);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/calls/{Key}");
    }

    private Task<EntryCall?> Load() => db.EntryCalls.AsTracking().SingleOrDefaultAsync(c => c.Key == new PublicKey(Key));
}
