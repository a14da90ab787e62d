using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Lists;

/// <summary>A view as menus show it. <see cref="Lost"/> says why who keeps it no longer belongs to whom it is for.</summary>
public sealed record ViewEntry(SavedView View, string Owner, string? Department, bool IsMine, bool IsStart, string? Lost)
{
    public string Shared => View.Audience switch { Audience.Everyone => "全員に共有", Audience.Department => $"{Department}に共有", _ => "自分だけ" };
}

/// <summary>A view everybody has, that nobody keeps.</summary>
public sealed record BuiltInView(string Name, string Address);

/// <summary>The views a person may open.</summary>
public sealed record ViewMenu(IReadOnlyList<ViewEntry> All, IReadOnlyList<BuiltInView> BuiltIn, ViewEntry? Shown)
{
    public IEnumerable<ViewEntry> Mine => All.Where(v => v.IsMine);
    public IEnumerable<ViewEntry> OfDepartment => All.Where(v => !v.IsMine && v.View.Audience == Audience.Department);
    public IEnumerable<ViewEntry> OfEveryone => All.Where(v => !v.IsMine && v.View.Audience == Audience.Everyone);
}

/// <summary>Reads views and judges who belongs to whom they are for.</summary>
public sealed class Views(OfficeDb db, OfficeLists lists, ListMemory memory, Organization.SignedIn signedIn)
{
    private static readonly string[] Kinds = [nameof(SavedView), nameof(Person)];

    private sealed record Everything(IReadOnlyList<SavedView> Views, IReadOnlyDictionary<PersonId, Person> Owners);

    public async Task<IReadOnlyList<ViewEntry>> Open(string? list = null)
    {
        var all = await Read();
        var mine = await UnitsOf(signedIn.Person);
        var entries = new List<ViewEntry>();
        foreach (var view in all.Views.Where(v => (list is null || v.List == list) && v.WhyNotOpen(signedIn.Id, mine) is null).OrderBy(v => v.Name, StringComparer.Ordinal))
            entries.Add(await Entry(view, all));
        return entries;
    }

    /// <summary>Lets a list begin with a view for the signed-in person, and with no other.</summary>
    public async Task StartWith(SavedView view)
    {
        var mine = signedIn.Id;
        foreach (var other in await db.SavedViews.Include(v => v.Starts).Where(v => v.List == view.List && v.Id != view.Id && v.Starts.Any(s => s.PersonId == mine)).ToListAsync())
            other.NoStartFor(mine);
        view.StartFor(mine);
    }

    /// <summary>What the menu of a list offers.</summary>
    public async Task<ViewMenu> Menu(ListView list)
    {
        var all = await Open(list.Path);
        return new(all, list.BuiltIn, all.FirstOrDefault(v => v.View.Key.Value == list.Result.Query.View));
    }

    public async Task<ViewEntry> Entry(SavedView view) => await Entry(view, await Read());

    public async Task<IReadOnlySet<DepartmentId>> UnitsOf(Person person)
    {
        var facts = await lists.Facts();
        return UnitsOf(person, signedIn.Today, facts.Departments, facts.Successions);
    }

    /// <summary>The person's departments on a day, with all that lie above them, and those that ended and that these followed: a view shared with one is still theirs.</summary>
    internal static IReadOnlySet<DepartmentId> UnitsOf(Person person, DateOnly today, IReadOnlyCollection<Department> departments, IReadOnlyList<(DepartmentId, DepartmentId)> successions)
    {
        var parents = departments.ToDictionary(d => d.Id, d => d.ParentId);
        var units = new HashSet<DepartmentId>();
        foreach (var post in person.Assignments.Where(a => a.HoldsOn(today)))
            for (var at = post.DepartmentId; at is { } unit && units.Add(unit); at = parents.GetValueOrDefault(unit)) { }
        var lineage = new DepartmentLineage(successions);
        var ended = departments.Where(d => !d.ExistsIn(FiscalYear.Of(today))).Select(d => d.Id).ToHashSet();
        units.UnionWith(units.SelectMany(lineage.Predecessors).Where(ended.Contains).ToList());
        return units;
    }

    private async Task<ViewEntry> Entry(SavedView view, Everything all)
    {
        var owner = all.Owners.GetValueOrDefault(view.OwnerId);
        var department = view.DepartmentId is { } id ? (await lists.Facts()).Departments.FirstOrDefault(d => d.Id == id)?.Name : null;
        var lost = view.OwnerId == signedIn.Id || view.Audience == Audience.Owner ? null
            : owner?.Assignments.Any(a => a.HoldsOn(signedIn.Today)) != true ? $"共有した{owner?.Name ?? "人"}さんは、いまはこの団体での役割がありません。"
            : view.Audience == Audience.Department && !(await UnitsOf(owner)).Contains(view.DepartmentId!.Value) ? $"共有した{owner.Name}さんは、いまは{department}にいません。" : null;
        return new(view, owner?.Name ?? "(なくなった職員)", department, view.OwnerId == signedIn.Id, view.Starts.Any(s => s.PersonId == signedIn.Id), lost);
    }

    private async Task<Everything> Read() => await memory.Of(db, await lists.Moment(), Kinds, "views", async () =>
    {
        var views = await db.SavedViews.AsNoTracking().Include(v => v.Starts).AsSingleQuery().ToListAsync();
        var owners = views.Select(v => v.OwnerId).Distinct().ToList();
        return new Everything(views, owners.Count == 0 ? new Dictionary<PersonId, Person>() : await db.People.AsNoTracking().Include(p => p.Assignments).Where(p => owners.Contains(p.Id)).AsSingleQuery().ToDictionaryAsync(p => p.Id));
    });
}
