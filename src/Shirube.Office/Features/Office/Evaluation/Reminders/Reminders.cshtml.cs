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

/// <summary>Whether and when reminders leave, and what became of those that left.</summary>
[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class RemindersPage(OfficeDb db, WorkScope scope, ReminderJobs jobs, MailSettingsSource settings) : PageModel, IShowsAgain
{
    private const int RunsShown = 30;

    public ReminderRules Rules { get; private set; } = ReminderRules.First();
    public MailSettings? Relay { get; private set; }
    public Refusal? WhyNoRelay { get; private set; }
    public IReadOnlyList<Row> Runs { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public DateTime NowUtc => scope.NowUtc;

    public sealed record Row(ReminderRun Run, string? By, int Open, int Sent, int Failed);

    public Task<IActionResult> OnGet() => ShowAgain();

    public Task<IActionResult> OnPostOn() => Switch(r => r.SwitchOn(scope.Person, scope.NowUtc));

    public Task<IActionResult> OnPostOff() => Switch(r => r.SwitchOff());

    public async Task<IActionResult> ShowAgain()
    {
        Rules = await db.ReminderRules.AsNoTracking().SingleOrDefaultAsync() ?? Rules;
        (Relay, WhyNoRelay) = settings.Ask();
        Runs = await db.ReminderRuns.AsNoTracking().OrderByDescending(r => r.MadeAtUtc).ThenBy(r => r.Id).Take(RunsShown).Select(r => new Row(r, db.People.Where(p => p.Id == r.By).Select(p => p.Name).FirstOrDefault(),
            db.Reminders.Count(m => m.RunId == r.Id && (m.State == ReminderState.Waiting || m.State == ReminderState.Leaving)), db.Reminders.Count(m => m.RunId == r.Id && m.State == ReminderState.Sent),
            db.Reminders.Count(m => m.RunId == r.Id && (m.State == ReminderState.Failed || m.State == ReminderState.Unsure)))).ToListAsync();
        History = Rules.Version == 0 ? [] : await RecentChanges.Of(db, [Rules.Id.Value], personal: false);
        return Page();
    }

    private async Task<IActionResult> Switch(Action<ReminderRules> change)
    {
        var rules = await db.ReminderRules.SingleOrDefaultAsync();
        if (rules is null)
            db.ReminderRules.Add(rules = ReminderRules.First());
        change(rules);
        await db.SaveChangesAsync();
        await jobs.ScheduleAsync(HttpContext.Municipality().Code, db);
        return LocalRedirect("~/reminders");
    }
}
