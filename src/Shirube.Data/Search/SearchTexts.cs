using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shirube.Domain.Common;
using Shirube.Domain.Deliberation;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Surveys;

namespace Shirube.Data;

/// <summary>The search texts as a whole: kept beside the records, checked against them, made anew from them, and searched.</summary>
public static class SearchTexts
{
    private const int AtOnce = 500;

    private static readonly Dictionary<Type, SearchKind> Kinds = new()
    {
        [typeof(Project)] = SearchKind.Project,
        [typeof(PlanItem)] = SearchKind.PlanItem,
        [typeof(Indicator)] = SearchKind.Indicator,
        [typeof(Plan)] = SearchKind.Plan,
        [typeof(EvaluationFact)] = SearchKind.Evaluation,
        [typeof(Department)] = SearchKind.Department,
        [typeof(Person)] = SearchKind.Person,
        [typeof(Meeting)] = SearchKind.Meeting,
        [typeof(Survey)] = SearchKind.Survey,
        [typeof(ImportRun)] = SearchKind.ImportRun,
        [typeof(EntryCall)] = SearchKind.EntryCall,
        [typeof(SavedView)] = SearchKind.SavedView,
        [typeof(GlossaryTerm)] = SearchKind.GlossaryTerm,
        [typeof(Initiative)] = SearchKind.Initiative,
        [typeof(PartnerActivity)] = SearchKind.PartnerActivity,
    };

    // why: what was folded by earlier rules, or is of a kind that was not searched then, is copied anew.
    private static readonly int Rules = (FoldedText.Rules * 100) + Kinds.Count;

    // why: money typed into a grid is saved often and says nothing that is searched.
    private static readonly HashSet<Type> Unsearched = [typeof(Money), typeof(Staffing), typeof(Ownership), typeof(Placement), typeof(Actual), typeof(Target), typeof(IndicatorUse), typeof(Assignment), typeof(NotApplicable), typeof(ViewStart)];

    /// <summary>The records whose saved state holds all the words. Ends in no rows where the words cannot be searched for, in all where nothing was typed.</summary>
    public static IQueryable<SearchText> Matching(OfficeDb db, SearchWords words)
    {
        var found = db.SearchTexts.AsNoTracking();
        if (words.WhyNot is not null)
            return found.Where(_ => false);
        foreach (var word in words.All)
            found = Holding(found, word.Forms);
        foreach (var word in words.Not)
            found = found.Where(t => !t.FoldedText.Contains(word));
        return found;
    }

    /// <summary>A list of projects narrowed to those that hold all the words, as the search over everything finds them.</summary>
    public static IQueryable<Project> Matching(this IQueryable<Project> projects, OfficeDb db, SearchWords words)
    {
        var found = Found(db, SearchKind.Project, words);
        return words.IsBlank ? projects : projects.Where(p => found.Contains((Guid)(object)p.Id));
    }

    /// <summary>The ids of the records of a kind that hold all the words.</summary>
    public static IQueryable<Guid> Found(OfficeDb db, SearchKind kind, SearchWords words) => Matching(db, words).Where(t => t.Kind == kind).Select(t => t.RecordId);

    /// <summary>The ids of the records of a kind in whose texts one word stands, or in their titles alone.</summary>
    public static IQueryable<Guid> Found(OfficeDb db, SearchKind kind, SearchWord word, bool inTitle = false)
    {
        var typed = word.Forms[0];
        var texts = db.SearchTexts.AsNoTracking().Where(t => t.Kind == kind);
        return (inTitle ? texts.Where(t => t.FoldedTitle.Contains(typed)) : Holding(texts, word.Forms)).Select(t => t.RecordId);
    }

    /// <summary>Copies the texts of records of a kind anew after they were saved, changed or removed, in the transaction at hand.</summary>
    public static async Task RefreshAsync(OfficeDb db, SearchKind kind, IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        foreach (var some in ids.Distinct().Chunk(AtOnce))
        {
            var texts = await SearchSources.ReadAsync(db, kind, some, cancel);
            var gone = some.Except(texts.Select(t => t.RecordId)).ToList();
            if (gone.Count > 0)
                await db.SearchTexts.Where(t => gone.Contains(t.RecordId)).ExecuteDeleteAsync(cancel);
            await SearchRows.WriteAsync(db, texts, Now(db), cancel);
        }

        await write.CommitAsync(cancel);
    }

    /// <summary>Makes all texts anew from the records.</summary>
    public static async Task RebuildAsync(OfficeDb db, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var changed = await ChangesAsync(db, cancel);
        await db.SearchTexts.ExecuteDeleteAsync(cancel);
        foreach (var kind in Enum.GetValues<SearchKind>())
        {
            var texts = await SearchSources.ReadAsync(db, kind, null, cancel);
            foreach (var text in texts)
                text.ChangedAtUtc = changed.GetValueOrDefault(text.RecordId, Now(db));
            await SearchRows.WriteAsync(db, texts, null, cancel);
        }

        var files = await SchemaFilesAsync(db, cancel);
        await db.Set<SearchState>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Rules, Rules).SetProperty(s => s.SchemaFiles, files), cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>How many texts differ from the records, are missing or are left over; 0 where the search finds exactly what is there.</summary>
    public static async Task<int> StrayAsync(OfficeDb db, CancellationToken cancel = default)
    {
        var stray = 0;
        foreach (var kind in Enum.GetValues<SearchKind>())
        {
            var due = (await SearchSources.ReadAsync(db, kind, null, cancel)).ToDictionary(t => t.RecordId);
            var there = await db.SearchTexts.AsNoTracking().Where(t => t.Kind == kind).ToListAsync(cancel);
            stray += there.Count(t => !due.TryGetValue(t.RecordId, out var now) || !now.IsSame(t)) + due.Keys.Except(there.Select(t => t.RecordId)).Count();
        }

        return stray;
    }

    /// <summary>Makes the texts of a database that has none yet, has them by earlier rules of folding, or whose records a schema file may have changed since.</summary>
    internal static async Task CatchUpAsync(OfficeDb db, CancellationToken cancel = default)
    {
        var files = await SchemaFilesAsync(db, cancel);
        if (!await db.Set<SearchState>().AnyAsync(s => s.Rules == Rules && s.SchemaFiles == files, cancel))
            await RebuildAsync(db, cancel);
    }

    /// <summary>What a save is about to change of what is searched; called before it, because afterwards the rows no longer say.</summary>
    internal static async Task<IReadOnlyList<(SearchKind Kind, Guid Id)>> ChangedAsync(OfficeDb db, Dictionary<EntityEntry, List<EntityEntry>> roots, Untracked untracked, CancellationToken cancel)
    {
        var changed = new List<(SearchKind, Guid)>();
        foreach (var (root, rows) in roots)
        {
            if (root.Entity is Plan plan && root.State == EntityState.Modified && root.Property(nameof(Plan.ShownId)).IsModified)
                changed.AddRange(await ItemsOfAsync(db, plan.Id, cancel));
            if (root.Entity is Edition edition)
                changed.Add((SearchKind.Plan, edition.PlanId.Value));
            else if (Kinds.TryGetValue(root.Metadata.ClrType, out var kind) && rows.Any(r => !Unsearched.Contains(r.Metadata.ClrType)))
                changed.Add((kind, Roots.IdOf(root)));
        }

        foreach (var added in untracked.Aggregates)
        {
            if (added is Edition edition)
                changed.Add((SearchKind.Plan, edition.PlanId.Value));
            else if (Kinds.TryGetValue(added.GetType(), out var kind))
                changed.Add((kind, untracked.IdOf(added)));
        }

        return changed;
    }

    // why: another edition is shown, so the items of the one before are no longer found.
    private static async Task<List<(SearchKind, Guid)>> ItemsOfAsync(OfficeDb db, PlanId plan, CancellationToken cancel) =>
        [.. (await (from i in db.PlanItems join e in db.Editions on i.EditionId equals e.Id where e.PlanId == plan select i.Id).ToListAsync(cancel)).Select(i => (SearchKind.PlanItem, i.Value))];

    private static Task<int> SchemaFilesAsync(OfficeDb db, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM schema_files").SingleAsync(cancel);

    private static async Task<Dictionary<Guid, DateTime>> ChangesAsync(OfficeDb db, CancellationToken cancel)
    {
        var last = await db.ChangeEntries.GroupBy(e => e.AggregateId).Select(g => new { Id = g.Key, At = g.Max(e => e.AtUtc) }).ToListAsync(cancel);
        return last.ToDictionary(c => c.Id, c => c.At);
    }

    private static IQueryable<SearchText> Holding(IQueryable<SearchText> texts, IReadOnlyList<string> forms)
    {
        var (first, second, third, fourth) = (forms[0], forms.ElementAtOrDefault(1) ?? forms[0], forms.ElementAtOrDefault(2) ?? forms[0], forms.ElementAtOrDefault(3) ?? forms[0]);
        return forms.Count == 1 ? texts.Where(t => t.FoldedText.Contains(first))
            : texts.Where(t => t.FoldedText.Contains(first) || t.FoldedText.Contains(second) || t.FoldedText.Contains(third) || t.FoldedText.Contains(fourth));
    }

    private static DateTime Now(OfficeDb db) => Conversions.Utc(db.Home.Clock.GetUtcNow().UtcDateTime);
}
