using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;

namespace Shirube.Data;

/// <summary>Which entries of the change log are asked for; what is null asks for nothing.</summary>
public sealed record ChangeFilter
{
    public IReadOnlyCollection<Guid>? Records { get; init; }
    /// <summary>Beside <see cref="Records"/> also all items that ever stood in this edition.</summary>
    public EditionId? ItemsOf { get; init; }
    public IReadOnlyCollection<string>? Kinds { get; init; }
    public PersonId? By { get; init; }
    public DateTime? FromUtc { get; init; }
    /// <summary>The first moment no longer asked for.</summary>
    public DateTime? UntilUtc { get; init; }
    public ChangeWay? Way { get; init; }
    /// <summary>A part (Money) or a field of the record itself (Text.Outline).</summary>
    public string? Field { get; init; }
    /// <summary>Words that stand in the entry, or the records whose names hold them.</summary>
    public string? Words { get; init; }
    public IReadOnlyCollection<Guid> Named { get; init; } = [];
    /// <summary>The entries that one save wrote.</summary>
    public (DateTime AtUtc, PersonId? By)? Save { get; init; }

    /// <summary>Only entries with a smaller number.</summary>
    public long? Before { get; init; }

    internal IQueryable<ChangeEntry> In(OfficeDb db)
    {
        var entries = db.ChangeEntries.AsNoTracking();
        if (Records is { } records && ItemsOf is { } edition)
        {
            var mark = $"[null,null,\"EditionId\",null,\"{edition.Value:D}\"]";
            entries = entries.Where(e => records.Contains(e.AggregateId)
                || (e.Kind == nameof(PlanItem) && db.ChangeEntries.Any(a => a.AggregateId == e.AggregateId && a.Text.Contains(mark))));
        }
        else if (Records is { } those)
        {
            entries = entries.Where(e => those.Contains(e.AggregateId));
        }

        if (Kinds is { } kinds)
            entries = entries.Where(e => kinds.Contains(e.Kind));
        if (By is { } by)
            entries = entries.Where(e => e.By == by);
        if (FromUtc is { } from)
            entries = entries.Where(e => e.AtUtc >= from);
        if (UntilUtc is { } until)
            entries = entries.Where(e => e.AtUtc < until);
        entries = InWay(db, entries);
        if (Save is { } save)
            entries = entries.Where(e => e.AtUtc == save.AtUtc && e.By == save.By);
        if (Before is { } before)
            entries = entries.Where(e => e.Sequence < before);
        return WithText(db, entries);
    }

    // why: a run is saved together with what it imported; who had the process read from every text would wait seconds.
    private IQueryable<ChangeEntry> InWay(OfficeDb db, IQueryable<ChangeEntry> entries)
    {
        var imports = db.ChangeEntries.Where(i => i.Kind == nameof(Domain.Projects.ImportRun)).Select(i => i.AtUtc);
        return Way switch
        {
            ChangeWay.Imported => entries.Where(e => imports.Contains(e.AtUtc)),
            ChangeWay.ByHand => entries.Where(e => e.By != null && !imports.Contains(e.AtUtc)),
            ChangeWay.ByProgram => entries.Where(e => e.By == null && !imports.Contains(e.AtUtc)),
            _ => entries,
        };
    }

    // why: fields stand in the text alone, always in the same form: quotes inside a value are escaped, so that nothing typed can look like them.
    private IQueryable<ChangeEntry> WithText(OfficeDb db, IQueryable<ChangeEntry> entries)
    {
        if (Field is { } field)
        {
            var (part, own) = ($"[\"{field}\",\"", $"[null,null,\"{field}\",");
            entries = entries.Where(e => e.Text.Contains(part) || e.Text.Contains(own) || db.Set<ChangePayload>().Any(p => p.Sequence == e.Sequence && (p.Text!.Contains(part) || p.Text.Contains(own))));
        }

        if (Words is { Length: > 0 } words)
        {
            var named = Named;
            entries = entries.Where(e => e.Text.Contains(words) || named.Contains(e.AggregateId));
        }

        return entries;
    }
}

/// <summary>How a save came about: with an import, by a person otherwise, or by a command.</summary>
public enum ChangeWay
{
    Imported,
    ByHand,
    ByProgram,
}
