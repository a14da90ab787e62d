using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Shirube.Data;

/// <summary>One transaction that took the write lock first. Inside another it is part of that one.</summary>
public sealed class OfficeWrite : IAsyncDisposable
{
    private readonly OfficeDb db;
    private IDbContextTransaction? transaction;
    private bool holdsGate;

    private OfficeWrite(OfficeDb db) => this.db = db;

    internal static async Task<OfficeWrite> BeginAsync(OfficeDb db, CancellationToken cancel)
    {
        var write = new OfficeWrite(db);
        if (db.Database.CurrentTransaction is not null)
            return write;
        try
        {
            await write.LockAsync(cancel);
            return write;
        }
        catch
        {
            await write.DisposeAsync();
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancel = default)
    {
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
        }
        finally
        {
            transaction = null;
            if (holdsGate)
                db.Home.Gate.Release();
            holdsGate = false;
        }
    }

    // why: on SQLite one queue in the process is fairer and quicker than many connections polling for the file lock, and BEGIN IMMEDIATE
    // (what this provider begins with) keeps other processes out; on PostgreSQL the head row is the lock.
    private async Task LockAsync(CancellationToken cancel)
    {
        if (db.Home.IsSqlite)
        {
            await db.Home.Gate.WaitAsync(cancel);
            holdsGate = true;
        }

        transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!db.Home.IsSqlite)
            await db.Database.ExecuteSqlRawAsync("SELECT 1 FROM change_head WHERE id = 1 FOR UPDATE", cancel);
    }
}
