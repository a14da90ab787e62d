using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Shirube.Data;

/// <summary>Appends to the change log within the transaction of one save.</summary>
internal sealed class ChangeWriter
{
    private readonly OfficeDb db;
    private readonly ChangeHead start;
    private readonly DateTime at;
    private readonly List<object> written = [];
    private long sequence;
    private string hash;

    private ChangeWriter(OfficeDb db, ChangeHead start)
    {
        this.db = db;
        this.start = start;
        at = Conversions.Utc(db.Home.Clock.GetUtcNow().UtcDateTime);
        (sequence, hash) = (start.Sequence, start.Hash);
    }

    public static async Task<ChangeWriter> WriteAsync(OfficeDb db, Dictionary<EntityEntry, List<EntityEntry>> roots, CancellationToken cancel)
    {
        var writer = new ChangeWriter(db, await HeadAsync(db, cancel));
        foreach (var (root, rows) in roots)
            writer.Append(root, rows);
        db.AddRange(writer.written);
        return writer;
    }

    /// <summary>Appends the entries of new aggregates that are not tracked, and writes them.</summary>
    public async Task WriteAsync(Untracked untracked, CancellationToken cancel)
    {
        var before = written.Count;
        foreach (var aggregate in untracked.Aggregates)
            Append(aggregate.GetType().Name, untracked.IdOf(aggregate), EntityState.Added, [.. ChangedFields.Of(untracked.RowsOf(aggregate))]);
        await NewRows.InsertAsync(db, written.Skip(before).Select(w => (db.Model.FindEntityType(w.GetType())!, w)), cancel);
        written.RemoveRange(before, written.Count - before);
    }

    /// <summary>Notes that the personal fields of an aggregate were erased.</summary>
    public static Task ErasedAsync(OfficeDb db, string kind, Guid id, CancellationToken cancel) => NoteAsync(db, kind, id, ChangeRecord.Erased, [], cancel);

    /// <summary>Appends an entry of its own, without rows that it speaks of.</summary>
    public static async Task NoteAsync(OfficeDb db, string kind, Guid id, string action, IReadOnlyList<FieldChange> fields, CancellationToken cancel)
    {
        var writer = new ChangeWriter(db, await HeadAsync(db, cancel));
        var entry = writer.Append(kind, id, action, fields, null);
        db.Add(entry);
        await db.SaveChangesAsync(cancel);
        await writer.MoveHeadAsync(cancel);
        writer.Forget();
    }

    public async Task MoveHeadAsync(CancellationToken cancel)
    {
        if (sequence == start.Sequence)
            return;
        var moved = await db.Set<ChangeHead>().Where(h => h.Id == 1 && h.Hash == start.Hash)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Hash, hash), cancel);
        if (moved != 1)
            throw new InvalidOperationException("The change log moved on while the write lock was held.");
    }

    public void Forget()
    {
        foreach (var entity in written)
            db.Entry(entity).State = EntityState.Detached;
    }

    private static Task<ChangeHead> HeadAsync(OfficeDb db, CancellationToken cancel)
    {
        var heads = db.Home.IsSqlite ? db.Set<ChangeHead>() : db.Set<ChangeHead>().FromSqlRaw("SELECT * FROM change_head FOR UPDATE");
        return heads.AsNoTracking().SingleAsync(cancel);
    }

    private void Append(EntityEntry root, List<EntityEntry> rows) =>
        Append(root.Metadata.ClrType.Name, Roots.IdOf(root), root.State, [.. ChangedFields.Of(rows.Select(ChangedRow.Of))]);

    private void Append(string kind, Guid id, EntityState state, IReadOnlyList<(FieldRule Rule, FieldChange Change)> fields)
    {
        if (fields.Count == 0 && state is EntityState.Unchanged or EntityState.Modified)
            return;
        var personal = Personal([.. fields.Where(f => f.Rule == FieldRule.Personal).Select(f => f.Change)]);
        Append(kind, id, ActionOf(state), [.. fields.Where(f => f.Rule != FieldRule.Personal).Select(f => f.Change)], personal);
    }

    private ChangeEntry Append(string kind, Guid id, string action, IReadOnlyList<FieldChange> fields, string? personal)
    {
        var entry = new ChangeRecord(sequence + 1, hash, at, db.Change, kind, id, action, fields, personal is null ? null : ChangeChain.HashOf(personal)).ToEntry();
        if (personal is not null)
            written.Add(new ChangePayload(entry.Sequence, id, personal));
        written.Add(entry);
        (sequence, hash) = (entry.Sequence, entry.Hash);
        return entry;
    }

    private static string ActionOf(EntityState state) => state switch
    {
        EntityState.Added => ChangeRecord.Added,
        EntityState.Deleted => ChangeRecord.Removed,
        _ => ChangeRecord.Changed,
    };

    // why: a name is short enough to be guessed from its hash; the nonce goes with the payload when it is erased.
    private static string? Personal(List<FieldChange> fields) => fields.Count == 0 ? null : Canonical.Json(json =>
    {
        json.WriteString("nonce", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        json.WriteStartArray("fields");
        fields.ForEach(f => f.Write(json));
        json.WriteEndArray();
    });
}
