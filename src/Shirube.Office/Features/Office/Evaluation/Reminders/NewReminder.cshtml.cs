using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Office.Mail;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

/// <summary>Who would get what now; from here a person sends it.</summary>
[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class NewReminderPage(OfficeDb db, WorkScope scope, ReminderJobs jobs, MailSettingsSource settings) : PageModel, IShowsAgain
{
    public ReminderRules Rules { get; private set; } = ReminderRules.First();
    public IReadOnlyList<Digest> Digests { get; private set; } = [];
    public MailLetter? Sample { get; private set; }
    public Refusal? WhyNot { get; private set; }
    public DateOnly Today => scope.Today;
    public bool MayManagePeople => scope.May(Operation.ManagePeople);

    public Task<IActionResult> OnGet() => ShowAgain();

    public async Task<IActionResult> OnPost()
    {
        await Read();
        var going = Digests.Where(d => d.Goes).ToList();
        (WhyNot ?? (going.Count == 0 ? Refusals.ReminderToNobody : null)).ThrowIfAny();
        var run = await jobs.MakeAsync(HttpContext.Municipality().Code, db, ReminderRun.AskedBy(scope.Person, scope.NowUtc, TimeSpan.FromMinutes(Rules.MinutesToUndo)), going);
        return LocalRedirect($"~/reminders/{run!.Key}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        await Read();
        return Page();
    }

    private async Task Read()
    {
        Rules = await db.ReminderRules.AsNoTracking().SingleOrDefaultAsync() ?? Rules;
        Digests = await Shirube.Office.Evaluation.Digests.Read(db, Today);
        var (relay, refusal) = settings.Ask();
        WhyNot = refusal ?? (await db.ReminderRuns.AnyAsync(r => r.CalledOffAtUtc == null && db.Reminders.Any(m => m.RunId == r.Id && (m.State == ReminderState.Waiting || m.State == ReminderState.Leaving))) ? Refusals.ReminderWaits : null);
        var municipality = HttpContext.Municipality();
        if (Digests.FirstOrDefault(d => d.Goes) is { } first)
            Sample = ReminderLetter.Of(first, municipality.Code, municipality.Name, relay?.OfficeUrl ?? new($"{Request.Scheme}://{Request.Host}"), Today);
    }
}
