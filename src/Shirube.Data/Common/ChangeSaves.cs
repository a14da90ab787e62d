using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>One save, however many records it changed: an import is one.</summary>
/// <param name="Last">The number of its newest entry.</param>
/// <param name="Kinds">How many records of which kind.</param>
/// <param name="Shown">Its newest entries, a few.</param>
/// <param name="Run">The import run that was saved with it.</param>
public sealed record ChangeSave(DateTime AtUtc, PersonId? By, long Last, int Count, IReadOnlyDictionary<string, int> Kinds, IReadOnlyList<HistoryEntry> Shown, Guid? Run);

/// <summary>The change log as a list of saves.</summary>
public sealed class ChangeSaves(OfficeDb db)
{
    private const int Few = 4;
    private const string ImportRun = nameof(Domain.Projects.ImportRun);

    public Task<int> CountAsync(ChangeFilter filter, CancellationToken cancel = default) =>
        filter.In(db).GroupBy(e => new { e.AtUtc, e.By }).CountAsync(cancel);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ChangeSave>> ReadAsync(ChangeFilter filter, int skip, int take, CancellationToken cancel = default)
    {
        var saves = await filter.In(db).GroupBy(e => new { e.AtUtc, e.By })
            .Select(g => new { g.Key.AtUtc, g.Key.By, Last = g.Max(e => e.Sequence), Count = g.Count() })
            .OrderByDescending(g => g.Last).Skip(skip).Take(take).ToListAsync(cancel);
        var moments = saves.ConvertAll(s => s.AtUtc);
        var kinds = await filter.In(db).Where(e => moments.Contains(e.AtUtc)).GroupBy(e => new { e.AtUtc, e.By, e.Kind })
            .Select(g => new { g.Key.AtUtc, g.Key.By, g.Key.Kind, Count = g.Count(), Last = g.Max(e => e.Sequence) }).ToListAsync(cancel);
        // why: the entries of a save lie side by side; the few before its newest one are of it, or of the save before and left out below.
        var near = saves.SelectMany(s => Enumerable.Range(0, Few).Select(back => s.Last - back)).Concat(kinds.Where(k => k.Kind == ImportRun).Select(k => k.Last)).Distinct().ToList();
        var shown = await new ChangeLog(db).ReadAsync(filter, near, cancel);
        return [.. saves.Select(s => new ChangeSave(s.AtUtc, s.By, s.Last, s.Count,
            kinds.Where(k => k.AtUtc == s.AtUtc && k.By == s.By).ToDictionary(k => k.Kind, k => k.Count),
            [.. shown.Where(e => (e.Kind != ImportRun || s.Count == 1) && e.AtUtc == s.AtUtc && e.PersonId == s.By).Take(Few)],
            shown.FirstOrDefault(e => e.Kind == ImportRun && e.AtUtc == s.AtUtc && e.PersonId == s.By)?.Id))];
    }

    /// <summary>The import runs that were saved at these moments.</summary>
    public async Task<IReadOnlyDictionary<DateTime, Guid>> RunsAsync(IReadOnlyCollection<DateTime> moments, CancellationToken cancel = default) =>
        (await db.ChangeEntries.Where(e => e.Kind == ImportRun && moments.Contains(e.AtUtc)).Select(e => new { e.AtUtc, e.AggregateId }).ToListAsync(cancel))
            .GroupBy(e => e.AtUtc).ToDictionary(g => g.Key, g => g.First().AggregateId);
}
