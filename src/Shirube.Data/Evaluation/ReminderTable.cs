using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>The sendings of one office database. A mail is claimed before it leaves, so that it never leaves twice.</summary>
public sealed class ReminderTable(OfficeDb db)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private DateTime Now => Conversions.Utc(db.Home.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Keeps a sending with its mails and, in the same save, the work that lets them leave; forgets those of more than a year ago. False where the rhythm's day has one already.</summary>
    public async Task<bool> MakeAsync(ReminderRun run, IEnumerable<Reminder> reminders, (string Kind, string PayloadJson)? leaving = null, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (run.Day is not null && await db.ReminderRuns.AnyAsync(r => r.Day == run.Day, cancel))
            return false;
        var old = Now - Kept;
        await db.ReminderRuns.Where(r => r.MadeAtUtc < old).ExecuteDeleteAsync(cancel);
        db.AddRange([run, .. reminders]);
        if (leaving is { } work)
            db.Jobs.Add(Job.Queue(work.Kind, work.PayloadJson, null, Now, run.LeavesAtUtc));
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Calls a sending off. False where a mail of it left already, or it was called off before.</summary>
    public async Task<bool> CallOffAsync(Guid run, PersonId by, CancellationToken cancel = default)
    {
        var now = Now;
        return await WriteAsync(() => db.ReminderRuns.Where(r => r.Id == run && r.CalledOffAtUtc == null && db.Reminders.Any(m => m.RunId == run) && db.Reminders.All(m => m.RunId != run || m.State == ReminderState.Waiting))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.CalledOffAtUtc, now).SetProperty(r => r.CalledOffBy, by), cancel), cancel) == 1;
    }

    /// <summary>Takes a waiting mail to be sent now. False where somebody else took it, or the sending was called off.</summary>
    public async Task<bool> ClaimAsync(Reminder mail, string address, int things, CancellationToken cancel = default)
    {
        var now = Now;
        return await WriteAsync(() => One(mail).Where(m => m.State == ReminderState.Waiting && db.ReminderRuns.Any(r => r.Id == m.RunId && r.CalledOffAtUtc == null))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, ReminderState.Leaving).SetProperty(m => m.AtUtc, now).SetProperty(m => m.Tries, m => m.Tries + 1)
                .SetProperty(m => m.Address, address).SetProperty(m => m.Things, things).SetProperty(m => m.Problem, (string?)null), cancel), cancel) == 1;
    }

    /// <summary>Says what became of a mail.</summary>
    public Task EndAsync(Reminder mail, ReminderState state, string? problem, CancellationToken cancel = default)
    {
        var now = Now;
        return WriteAsync(() => One(mail).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, state).SetProperty(m => m.AtUtc, now).SetProperty(m => m.Problem, problem), cancel), cancel);
    }

    /// <summary>Ends every mail of a sending that still stands in a state.</summary>
    public Task EndAllAsync(Guid run, ReminderState from, ReminderState to, string? problem, CancellationToken cancel = default) =>
        WriteAsync(() => db.Reminders.Where(m => m.RunId == run && m.State == from).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, to).SetProperty(m => m.Problem, m => problem ?? m.Problem), cancel), cancel);

    private IQueryable<Reminder> One(Reminder mail) => db.Reminders.Where(m => m.RunId == mail.RunId && m.PersonId == mail.PersonId);

    private async Task<int> WriteAsync(Func<Task<int>> update, CancellationToken cancel)
    {
        if (!db.Home.IsSqlite)
            return await update();
        await using var write = await db.BeginWriteAsync(cancel);
        var rows = await update();
        await write.CommitAsync(cancel);
        return rows;
    }
}
