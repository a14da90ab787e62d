using Microsoft.EntityFrameworkCore;

namespace Shirube.Data;

/// <summary>Writes to the sessions and the sign-in log that belong to no change.</summary>
public sealed class SessionTable(OfficeDb db)
{
    /// <summary>Notes that a session is in use. A mark that would have to wait, or that a full disk refuses, is left out: the next page brings another.</summary>
    public async Task SeenAsync(Guid session, DateTime atUtc)
    {
        if (db.Home.IsSqlite && !await db.Home.Gate.WaitAsync(0))
            return;
        try
        {
            await db.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAtUtc, atUtc));
        }
        catch (Exception failure) when (DatabaseTrouble.In(failure)?.Code is "disk-full" or "disk-failing")
        {
            // why: what is there can still be read while nothing can be written.
        }
        finally
        {
            if (db.Home.IsSqlite)
                db.Home.Gate.Release();
        }
    }

    /// <summary>Ends the open sessions of an account, but for the one named.</summary>
    public async Task EndAllAsync(Guid account, Guid? except, DateTime atUtc)
    {
        await using var write = await db.BeginWriteAsync();
        await db.Sessions.Where(s => s.AccountId == account && s.EndedAtUtc == null && s.Id != except).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAtUtc, atUtc));
        await write.CommitAsync();
    }

    /// <summary>Deletes what is older than the municipality keeps.</summary>
    public async Task ForgetAsync(DateTime beforeUtc)
    {
        await using var write = await db.BeginWriteAsync();
        await db.SignIns.Where(s => s.AtUtc < beforeUtc).ExecuteDeleteAsync();
        await db.Sessions.Where(s => s.SeenAtUtc < beforeUtc).ExecuteDeleteAsync();
        await write.CommitAsync();
    }

    /// <summary>Deletes what the log holds from before a moment, and notes in the change log how much that was.</summary>
    public async Task<int> EraseBeforeAsync(DateTime beforeUtc, string kind, Guid id, Func<int, IReadOnlyList<FieldChange>> note, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var erased = await db.SignIns.Where(s => s.AtUtc < beforeUtc).ExecuteDeleteAsync(cancel);
        await db.Sessions.Where(s => s.SeenAtUtc < beforeUtc).ExecuteDeleteAsync(cancel);
        if (erased > 0)
            await ChangeWriter.NoteAsync(db, kind, id, ChangeRecord.Erased, note(erased), cancel);
        await write.CommitAsync(cancel);
        return erased;
    }

    /// <summary>Deletes everything the log and the sessions know of an account.</summary>
    public async Task EraseAsync(Guid account)
    {
        await using var write = await db.BeginWriteAsync();
        await db.SignIns.Where(s => s.AccountId == account).ExecuteDeleteAsync();
        await db.Sessions.Where(s => s.AccountId == account).ExecuteDeleteAsync();
        await write.CommitAsync();
    }
}
