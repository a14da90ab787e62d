using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Mail;

namespace Shirube.Office.Evaluation;

/// <summary>One pass over the waiting mails of a sending. Each is written with what is due at that moment, claimed, and given to the relay; a mail of which it is not known whether it left is never sent again.</summary>
internal sealed class ReminderSending(OfficeDb db, Municipality municipality, MailSettingsSource settings, IMailRelay relay, TimeProvider clock)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3)];
    private static readonly TimeSpan TooOld = TimeSpan.FromDays(1);

    private readonly ReminderTable table = new(db);

    /// <summary>How long to wait before the next pass; null where it was the last.</summary>
    public static TimeSpan? NextTry(int passes) => passes <= Waits.Length ? Waits[passes - 1] : null;

    /// <summary>True where mails are left for another pass.</summary>
    public async Task<bool> RunAsync(ReminderRun run, Func<string, Task> tell, CancellationToken cancel)
    {
        // why: only a pass whose process ended leaves a mail in this state, for one pass runs at a time.
        await table.EndAllAsync(run.Id, ReminderState.Leaving, ReminderState.Unsure, "送っている途中でプログラムが止まりました", cancel);
        if (clock.GetUtcNow().UtcDateTime - run.LeavesAtUtc > TooOld)
        {
            await table.EndAllAsync(run.Id, ReminderState.Waiting, ReminderState.Failed, "送る時を1日過ぎたため、送りませんでした", cancel);
            return false;
        }

        var waiting = await db.Reminders.AsNoTracking().Where(m => m.RunId == run.Id && m.State == ReminderState.Waiting).OrderBy(m => m.PersonId).ToListAsync(cancel);
        foreach (var (mail, i) in waiting.Select((m, i) => (m, i)))
        {
            cancel.ThrowIfCancellationRequested();
            await tell($"{i + 1}/{waiting.Count} 通目を送っています");
            if (!await SendAsync(mail, cancel))
                break;
        }

        return await db.Reminders.AnyAsync(m => m.RunId == run.Id && m.State == ReminderState.Waiting, cancel);
    }

    public Task GiveUpAsync(ReminderRun run, CancellationToken cancel) => table.EndAllAsync(run.Id, ReminderState.Waiting, ReminderState.Failed, null, cancel);

    /// <summary>False where the relay cannot be used, so that the others wait too.</summary>
    private async Task<bool> SendAsync(Reminder mail, CancellationToken cancel)
    {
        if ((await Digests.Read(db, clock.Today(), mail.PersonId)).FirstOrDefault() is not { Goes: true } digest)
        {
            await table.EndAsync(mail, ReminderState.Needless, null, cancel);
            return true;
        }

        var (by, whyNot) = settings.Ask();
        if (by is null)
        {
            await table.EndAllAsync(mail.RunId, ReminderState.Waiting, ReminderState.Waiting, whyNot!.What, cancel);
            return false;
        }

        if (!await table.ClaimAsync(mail, digest.Address!, digest.Things.Count, cancel))
            return true;
        // why: once it is on its way it is not called back, so that what became of it is known.
        var answer = await relay.Send(ReminderLetter.Of(digest, municipality.Code, municipality.Name, by.OfficeUrl, clock.Today()), by, CancellationToken.None);
        var state = answer.End switch { MailEnd.Taken => ReminderState.Sent, MailEnd.Refused => ReminderState.Failed, _ => ReminderState.Waiting };
        await table.EndAsync(mail, state, answer.Words, CancellationToken.None);
        if (answer.End == MailEnd.Unreachable)
            await table.EndAllAsync(mail.RunId, ReminderState.Waiting, ReminderState.Waiting, answer.Words, CancellationToken.None);
        return answer.End != MailEnd.Unreachable;
    }
}
