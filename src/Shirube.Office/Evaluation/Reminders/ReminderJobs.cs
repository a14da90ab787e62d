using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Jobs;
using Shirube.Office.Mail;

namespace Shirube.Office.Evaluation;

/// <summary>Reminders as long work: every day what the rhythm asks for is made ready, and a sending leaves after its pause.</summary>
public sealed class ReminderJobs(Catalogue catalogue, JobQueue queue, MailSettingsSource settings, IMailRelay relay, TimeProvider clock)
{
    public const string DayKind = "reminders-day", SendKind = "reminders-send";

    private sealed record Pass(Guid Run, int Number);

    public IEnumerable<JobKind> Kinds => [new(DayKind, DayAsync), new(SendKind, SendAsync)];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins the days anew after the rules were decided; where they are switched off, no further day comes.</summary>
    public async Task ScheduleAsync(MunicipalityCode code, OfficeDb db)
    {
        foreach (var id in await db.Jobs.Where(j => j.Kind == DayKind && j.EndedAtUtc == null && j.TakenBy == null).Select(j => j.Id).ToListAsync())
            await new JobTable(db).CancelAsync(id);
        if (await db.ReminderRules.AsNoTracking().SingleOrDefaultAsync() is { SwitchedOn: not null } rules)
            await queue.QueueAsync(code, DayKind, "{}", null, notBeforeUtc: rules.NextUtc(Now));
    }

    /// <summary>Keeps a sending that leaves after its pause; null where the rhythm's day has one already.</summary>
    internal async Task<ReminderRun?> MakeAsync(MunicipalityCode code, OfficeDb db, ReminderRun run, IEnumerable<Digest> digests)
    {
        var mails = digests.Select(d => Reminder.To(run, d.Person, d.Address!, d.Things.Count));
        if (!await new ReminderTable(db).MakeAsync(run, mails, (SendKind, JsonSerializer.Serialize(new Pass(run.Id, 1)))))
            return null;
        await queue.TellOfAsync(code);
        return run;
    }

    private async Task<string> DayAsync(RunningJob job, CancellationToken cancel)
    {
        await using var db = catalogue.Open(job.Municipality);
        if (await db.ReminderRules.AsNoTracking().SingleOrDefaultAsync(cancel) is not { SwitchedOn: not null } rules)
            return "{}";
        // why: the next day first, so that no failure of this one ends them; a job taken again after its process ended finds it there already.
        if (!await db.Jobs.AnyAsync(j => j.Kind == DayKind && j.EndedAtUtc == null && j.Id != job.Id, cancel))
            await queue.QueueAsync(job.Municipality, DayKind, "{}", null, rules.NextUtc(Now), cancel);
        var today = clock.Today();
        var digests = (await Digests.Read(db, today)).Where(d => d.Goes && d.IsRemindedBy(rules.Rhythm(), today)).ToList();
        if (digests.Count > 0)
            await MakeAsync(job.Municipality, db, ReminderRun.OfDay(today, Now, TimeSpan.FromMinutes(rules.MinutesToUndo)), digests);
        return "{}";
    }

    private async Task<string> SendAsync(RunningJob job, CancellationToken cancel)
    {
        var pass = JsonSerializer.Deserialize<Pass>(job.PayloadJson)!;
        await using var db = catalogue.Open(job.Municipality);
        if (await db.ReminderRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == pass.Run, cancel) is not { CalledOffAtUtc: null } run)
            return "{}";
        var sending = new ReminderSending(db, catalogue.Find(job.Municipality)!, settings, relay, clock);
        if (await sending.RunAsync(run, job.Tell, cancel) && ReminderSending.NextTry(pass.Number) is { } wait)
            await queue.QueueAsync(job.Municipality, SendKind, JsonSerializer.Serialize(pass with { Number = pass.Number + 1 }), null, Now + wait, cancel);
        else
            await sending.GiveUpAsync(run, cancel);
        return "{}";
    }
}
