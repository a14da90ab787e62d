using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Features.Office;

/// <summary>One sending of reminders: to whom, and what became of each mail. While it waits it can be called off.</summary>
[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class ReminderRunPage(OfficeDb db, WorkScope scope) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public ReminderRun Run { get; private set; } = null!;
    public string? By { get; private set; }
    public string? CalledOffBy { get; private set; }
    public IReadOnlyList<(Reminder Mail, string Name)> Rows { get; private set; } = [];
    public bool MayCallOff => Rows.Count > 0 && Rows.All(r => r.Mail.State == ReminderState.Waiting && r.Mail.Tries == 0);

    public Task<IActionResult> OnGet() => ShowAgain();

    public async Task<IActionResult> OnPostCallOff()
    {
        if (await Find() is not { } run)
            return NotFound();
        (await new ReminderTable(db).CallOffAsync(run.Id, scope.Person) ? null : Refusals.ReminderLeft).ThrowIfAny();
        return LocalRedirect($"~/reminders/{Key}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await Find() is not { } run)
            return NotFound();
        Run = run;
        var people = new[] { run.By, run.CalledOffBy };
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        (By, CalledOffBy) = (Name(run.By), Name(run.CalledOffBy));
        Rows = [.. (await db.Reminders.AsNoTracking().Where(m => m.RunId == run.Id).Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { Mail = m, p.Name }).ToListAsync())
            .OrderBy(r => r.Mail.State is ReminderState.Sent or ReminderState.Needless).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Mail.PersonId.Value).Select(r => (r.Mail, r.Name))];
        return Page();

        string? Name(PersonId? id) => id is { } there ? names.GetValueOrDefault(there) : null;
    }

    private Task<ReminderRun?> Find() => db.ReminderRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Key == new PublicKey(Key));
}
