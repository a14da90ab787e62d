using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Lists;
using Shirube.Office.Organization;

namespace Shirube.Office.Search;

/// <summary>A record that was found, as a line shows it: where it belongs, and the text beside its title.</summary>
public sealed record Hit(SearchKind Kind, string? Address, string? Number, string Title, string? Where, string Text, DateTime ChangedAtUtc);

/// <summary>What a search found of what the person may see: how much of each kind, and one page of it, the likeliest first.</summary>
public sealed class Finding
{
    private Finding() { }

    public IReadOnlyList<(SearchKind Kind, int Count)> Kinds { get; private init; } = [];
    /// <summary>How many there are of the kind asked for, or of all.</summary>
    public int Total { get; private init; }
    public IReadOnlyList<Hit> Hits { get; private init; } = [];
    public int All => Kinds.Sum(k => k.Count);

    private sealed record Match(Guid Id, SearchKind Kind, string? Number, string Title, Guid? Parent, DateTime ChangedAtUtc);

    public static async Task<Finding> Read(OfficeDb db, SignedIn signedIn, SearchWords words, SearchKind? only, int skip, int take)
    {
        if (words.IsBlank || words.WhyNot is not null)
            return new();
        var kinds = SearchKinds.For(signedIn);
        // why: all matches come, without their texts: counts by kind, their total and the order are made of one look through the texts.
        var matches = await SearchTexts.Matching(db, words).Where(t => kinds.Contains(t.Kind))
            .Select(t => new Match(t.RecordId, t.Kind, t.FoldedNumber, t.FoldedTitle, t.ParentId, t.ChangedAtUtc)).ToListAsync();
        await ForgetHiddenViews(db, signedIn, matches);
        var wanted = only is null ? matches : matches.FindAll(m => m.Kind == only);
        var own = wanted.Count > 1 ? await OwnProjects(db, signedIn) : [];
        var page = wanted.OrderBy(m => Rank(m, words)).ThenByDescending(m => own.Contains(m.Id) || (m.Parent is { } parent && own.Contains(parent)))
            .ThenBy(m => m.Kind).ThenByDescending(m => m.ChangedAtUtc).ThenBy(m => m.Id).Skip(skip).Take(take).Select(m => m.Id).ToList();
        return new()
        {
            Kinds = [.. matches.GroupBy(m => m.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
            Total = wanted.Count,
            Hits = await Read(db, signedIn, page),
        };
    }

    // why: a view belongs to whom it is shared with, which no kind of record says; asked only where one was found.
    private static async Task ForgetHiddenViews(OfficeDb db, SignedIn signedIn, List<Match> matches)
    {
        var ids = matches.Where(m => m.Kind == SearchKind.SavedView).Select(m => SavedViewId.From(m.Id)).ToList();
        if (ids.Count == 0)
            return;
        var units = Views.UnitsOf(signedIn.Person, signedIn.Today, await db.Departments.AsNoTracking().ToListAsync(), await DepartmentTree.PairsOf(db));
        var open = (await db.SavedViews.AsNoTracking().Where(v => ids.Contains(v.Id)).ToListAsync()).Where(v => v.WhyNotOpen(signedIn.Id, units) is null).Select(v => v.Id.Value).ToHashSet();
        matches.RemoveAll(m => m.Kind == SearchKind.SavedView && !open.Contains(m.Id));
    }

    /// <summary>The lines of some records, in the order of their ids.</summary>
    internal static async Task<IReadOnlyList<Hit>> Read(OfficeDb db, SignedIn signedIn, IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0)
            return [];
        var year = FiscalYear.Of(signedIn.Today);
        var manages = signedIn.May(Operation.ManageDepartments);
        var rows = await db.SearchTexts.AsNoTracking().Where(t => ids.Contains(t.RecordId)).Select(t => new
        {
            t.RecordId, t.Kind, t.Key, t.ParentKey, t.Number, t.Title, t.Text, t.ChangedAtUtc,
            Parent = db.SearchTexts.Where(p => p.RecordId == t.ParentId).Select(p => p.Title).FirstOrDefault(),
            Owner = t.Kind != SearchKind.Project ? null
                : db.Set<Ownership>().Where(o => (Guid)(object)o.ProjectId == t.RecordId && o.From <= year).OrderByDescending(o => o.From)
                    .Select(o => db.Departments.Where(d => d.Id == o.DepartmentId).Select(d => d.Name).FirstOrDefault()).FirstOrDefault(),
        }).ToDictionaryAsync(t => t.RecordId);
        return [.. ids.Where(rows.ContainsKey).Select(i => rows[i]).Select(t =>
            new Hit(t.Kind, SearchKinds.Address(t.Kind, t.Key, t.ParentKey, manages), t.Number, t.Title, t.Parent ?? t.Owner, t.Text, t.ChangedAtUtc))];
    }

    // 0 the number itself, 1 the title itself, 2 begins the title, 3 stands in the title, 4 only in the text
    private static int Rank(Match match, SearchWords words) =>
        match.Number == words.Whole ? 0
        : match.Title == words.Whole ? 1
        : !words.All.All(w => w.Forms.Any(f => match.Title.Contains(f, StringComparison.Ordinal) || match.Number?.Contains(f, StringComparison.Ordinal) == true)) ? 4
        : words.All[0].Forms.Any(f => match.Title.StartsWith(f, StringComparison.Ordinal)) ? 2 : 3;

    // why: an office has three levels (部, 課, 係); somebody's department is the one of the post and what lies below it.
    private static async Task<HashSet<Guid>> OwnProjects(OfficeDb db, SignedIn signedIn)
    {
        var posts = signedIn.Person.Assignments.Where(a => a.HoldsOn(signedIn.Today) && a.DepartmentId is not null).Select(a => a.DepartmentId!.Value).ToList();
        if (posts.Count == 0)
            return [];
        var year = FiscalYear.Of(signedIn.Today);
        var own = db.Departments.Where(d => posts.Contains(d.Id) || posts.Contains(d.ParentId!.Value) || db.Departments.Any(up => up.Id == d.ParentId && posts.Contains(up.ParentId!.Value))).Select(d => d.Id);
        var projects = await db.Set<Ownership>().Where(o => o.From <= year && own.Contains(o.DepartmentId) && !db.Set<Ownership>().Any(later => later.ProjectId == o.ProjectId && later.From > o.From && later.From <= year))
            .Select(o => o.ProjectId).ToListAsync();
        return [.. projects.Select(p => p.Value)];
    }
}
