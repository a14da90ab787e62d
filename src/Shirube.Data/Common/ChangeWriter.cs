using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Shirube.Data;

/// <summary>Appends to the change log within the transaction of one save.</summary>
internal sealed class ChangeWriter
{
    private readonly OfficeDb db;
    private readonly ChangeHead start;
    private readonly List<object> written = [];
    private long sequence;
    private string hash;

    private ChangeWriter(OfficeDb db, ChangeHead start)
    {
        this.db = db;
        this.start = start;
        (sequence, hash) = (start.Sequence, start.Hash);
    }

    public static async Task<ChangeWriter> WriteAsync(OfficeDb db, Dictionary<EntityEntry, List<EntityEntry>> roots, CancellationToken cancel)
    {
        var writer = new ChangeWriter(db, await HeadAsync(db, cancel));
        var at = Conversions.Utc(db.Home.Clock.GetUtcNow().UtcDateTime);
        foreach (var (root, rows) in roots)
            writer.Append(root, rows, at);
        db.AddRange(writer.written);
        return writer;
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

    private void Append(EntityEntry root, List<EntityEntry> rows, DateTime at)
    {
        var fields = ChangedFields.Of(root, rows).ToList();
        if (fields.Count == 0 && root.State is EntityState.Unchanged or EntityState.Modified)
            return;
        var id = Roots.IdOf(root);
        var personal = Personal([.. fields.Where(f => f.Rule == FieldRule.Personal).Select(f => f.Change)]);
        var record = new ChangeRecord(sequence + 1, hash, at, db.Change, root.Metadata.ClrType.Name, id, ActionOf(root.State),
            [.. fields.Where(f => f.Rule != FieldRule.Personal).Select(f => f.Change)], personal is null ? null : ChangeChain.HashOf(personal));
        if (personal is not null)
            written.Add(new ChangePayload(record.Sequence, id, personal));
        written.Add(record.ToEntry());
        (sequence, hash) = (record.Sequence, ChangeChain.HashOf(record.ToText()));
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
