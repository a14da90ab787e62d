using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>A save as the history of a record shows it. <see cref="By"/> is null where a command did it.</summary>
public sealed record HistoryEntry(
    long Sequence, DateTime AtUtc, PersonId? PersonId, string? By, string Process, string? Why, string Kind, Guid Id, string Action, IReadOnlyList<FieldChange> Fields, bool PersonalErased);

/// <summary>Where the chain breaks first, and how.</summary>
public sealed record BrokenEntry(long Sequence, string What);

/// <summary>変更履歴: read a record's history, walk the chain, erase personal fields.</summary>
public sealed class ChangeLog(OfficeDb db)
{
    /// <summary>What was saved of one aggregate, the newest first.</summary>
    public Task<IReadOnlyList<HistoryEntry>> OfAsync<TId>(TId id, int skip = 0, int take = 50, CancellationToken cancel = default) where TId : struct, ITypedId<TId> =>
        OfAsync([id.Value], skip, take, cancel);

    /// <summary>What was saved of several aggregates that make up one record (a project and its indicators), the newest first.</summary>
    public Task<IReadOnlyList<HistoryEntry>> OfAsync(IReadOnlyCollection<Guid> ids, int skip = 0, int take = 50, CancellationToken cancel = default) =>
        ReadAsync(db.ChangeEntries.Where(e => ids.Contains(e.AggregateId)), skip, take, cancel);

    /// <summary>What was saved last in the whole office, or by one person, the newest first.</summary>
    public Task<IReadOnlyList<HistoryEntry>> LatestAsync(PersonId? by = null, int skip = 0, int take = 50, CancellationToken cancel = default) =>
        ReadAsync(by is null ? db.ChangeEntries : db.ChangeEntries.Where(e => e.By == by), skip, take, cancel);

    /// <summary>What was saved and fits the filter, the newest first.</summary>
    public Task<IReadOnlyList<HistoryEntry>> ReadAsync(ChangeFilter filter, int skip = 0, int take = 50, CancellationToken cancel = default) =>
        ReadAsync(filter.In(db), skip, take, cancel);

    internal Task<IReadOnlyList<HistoryEntry>> ReadAsync(ChangeFilter filter, IReadOnlyCollection<long> sequences, CancellationToken cancel) =>
        ReadAsync(filter.In(db).Where(e => sequences.Contains(e.Sequence)), 0, sequences.Count, cancel);

    public Task<int> CountAsync(ChangeFilter filter, CancellationToken cancel = default) => filter.In(db).CountAsync(cancel);

    /// <summary>Notes a deed that saves no row of this database: a release made or withdrawn.</summary>
    public async Task NoteAsync(string kind, Guid id, string action, IReadOnlyList<FieldChange> fields, CancellationToken cancel = default)
    {
        await using var apart = db.Home.Open();
        apart.Change = db.Change;
        await using var write = await apart.BeginWriteAsync(cancel);
        await ChangeWriter.NoteAsync(apart, kind, id, action, fields, cancel);
        await write.CommitAsync(cancel);
    }

    private async Task<IReadOnlyList<HistoryEntry>> ReadAsync(IQueryable<ChangeEntry> entries, int skip, int take, CancellationToken cancel)
    {
        var rows = await (from entry in entries
                          join payload in db.Set<ChangePayload>() on entry.Sequence equals payload.Sequence into payloads
                          from payload in payloads.DefaultIfEmpty()
                          join person in db.People on entry.By equals (PersonId?)person.Id into people
                          from person in people.DefaultIfEmpty()
                          orderby entry.Sequence descending
                          select new { entry.Text, Personal = payload == null ? null : payload.Text, By = person == null ? null : person.Name })
            .Skip(skip).Take(take).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(row => Shown(ChangeRecord.Parse(row.Text), row.Personal, row.By))];
    }

    /// <summary>Recomputes every hash from the first entry on; null when the chain is whole.</summary>
    // why: in one snapshot, because verifying must neither stop the writers nor see half of what they write meanwhile.
    public async Task<BrokenEntry?> VerifyAsync(CancellationToken cancel = default)
    {
        if (!db.Home.IsSqlite)
        {
            await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            return await WalkAsync(cancel);
        }

        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await db.Database.ExecuteSqlRawAsync("BEGIN DEFERRED", cancel);
            return await WalkAsync(cancel);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("ROLLBACK", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Erases the personal fields kept of an aggregate. The chain still holds, and says that they were erased.</summary>
    public async Task EraseAsync<TId>(TId id, CancellationToken cancel = default) where TId : struct, ITypedId<TId>
    {
        await using var apart = db.Home.Open();
        apart.Change = db.Change;
        await using var write = await apart.BeginWriteAsync(cancel);
        var kind = await apart.ChangeEntries.Where(e => e.AggregateId == id.Value).Select(e => e.Kind).FirstOrDefaultAsync(cancel);
        var erased = await apart.Set<ChangePayload>().Where(p => p.AggregateId == id.Value && p.Text != null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Text, (string?)null), cancel);
        if (erased > 0)
            await ChangeWriter.ErasedAsync(apart, kind!, id.Value, cancel);
        // why: what a person opened, and who opened a person's page, are about the person as well.
        await apart.Visits.Where(v => v.RecordId == id.Value || v.PersonId == PersonId.From(id.Value)).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    private async Task<BrokenEntry?> WalkAsync(CancellationToken cancel)
    {
        var head = await db.Set<ChangeHead>().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (head is null)
            return new(0, "変更履歴の末尾の印がありません。");
        var rows = from entry in db.ChangeEntries
                   join payload in db.Set<ChangePayload>() on entry.Sequence equals payload.Sequence into payloads
                   from payload in payloads.DefaultIfEmpty()
                   orderby entry.Sequence
                   select new { Entry = entry, Payload = payload };
        var (sequence, hash) = (0L, ChangeChain.Origin);
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (Flaw(row.Entry, row.Payload, sequence, hash) is { } flaw)
                return new(row.Entry.Sequence, flaw);
            (sequence, hash) = (row.Entry.Sequence, row.Entry.Hash);
        }

        return (sequence, hash) == (head.Sequence, head.Hash) ? null : new(head.Sequence, "末尾の記録が失われています。");
    }

    private static HistoryEntry Shown(ChangeRecord record, string? personal, string? by)
    {
        using var document = personal is null ? null : JsonDocument.Parse(personal);
        var hidden = document is null ? [] : FieldChange.Read(document.RootElement.GetProperty("fields"));
        return new(record.Sequence, record.AtUtc, record.Change.By, by, record.Change.Process, record.Change.Why, record.Kind, record.Id, record.Action,
            [.. record.Fields, .. hidden], record.PersonalHash is not null && personal is null);
    }

    private static string? Flaw(ChangeEntry entry, ChangePayload? payload, long sequence, string hash)
    {
        if (entry.Sequence != sequence + 1)
            return $"{sequence + 1}番から{entry.Sequence - 1}番までの記録がありません。";
        if (entry.Previous != hash)
            return "一つ前の記録とつながっていません。";
        if (ChangeChain.HashOf(entry.Text) != entry.Hash)
            return "記録の本文が書き換えられています。";
        var record = ChangeRecord.Parse(entry.Text);
        if ((record.Sequence, record.Previous, record.Kind, record.Id, record.AtUtc, record.Change.By) != (entry.Sequence, entry.Previous, entry.Kind, entry.AggregateId, entry.AtUtc, entry.By))
            return "記録の見出しが本文と合いません。";
        if (record.PersonalHash is null != payload is null || (payload?.Text is { } text && ChangeChain.HashOf(text) != record.PersonalHash))
            return "個人情報の欄が書き換えられています。";
        return null;
    }
}
