using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Lists;

namespace Shirube.Office.Organization;

/// <summary>What names departments without being one's own: the conditions of saved views, and open calls for entries. They follow a reorganization in its save.</summary>
public sealed class ReorganizationFollowers
{
    private readonly Reorganization there;
    private readonly List<SavedView> views;
    private readonly List<EntryCall> calls;

    private ReorganizationFollowers(Reorganization there, List<SavedView> views, List<EntryCall> calls) => (this.there, this.views, this.calls) = (there, views, calls);

    internal static async Task<ReorganizationFollowers> Read(OfficeDb db, Reorganization there) =>
        new(there, await db.SavedViews.OrderBy(v => v.Id).ToListAsync(), await db.EntryCalls.Include(c => c.Asked).OrderBy(c => c.Id).ToListAsync());

    /// <summary>Views that will name the departments that follow. One that asks for an earlier year stays, since its departments were there then.</summary>
    public IReadOnlyList<SavedView> Views(IReadOnlyCollection<Department> departments) => [.. views.Where(v => After(v, departments, begun: true) != v.Address)];

    /// <summary>Views that name a department that ends and that nothing follows.</summary>
    public IReadOnlyList<SavedView> LeftBehind(IReadOnlyCollection<Department> departments)
    {
        var ending = there.Predecessors.Where(p => !p.Continues && there.HeirsOf(p.DepartmentId).Count == 0).SelectMany(p => WordsOf(p.DepartmentId, departments)).ToHashSet();
        return [.. views.Where(v => !(OfficeLists.YearOf(ListQuery.Of(v.Address).Year) < there.Year) && FollowedConditions.In(v.Address, w => ending.Contains(w) ? [] : [w]) != v.Address)];
    }

    /// <summary>Open calls that ask a department that ends, each with a department that follows it.</summary>
    public IReadOnlyList<(EntryCall Call, DepartmentId Heir)> Calls =>
        [.. from call in calls where call.Closed is null
            from asked in call.Asked from heir in there.HeirsOf(asked.DepartmentId)
            where !call.Asked.Any(a => a.DepartmentId == heir)
            select (call, heir)];

    internal void CarryOut(ReorganizationOutcome outcome, IReadOnlyCollection<Department> departments, DateTime atUtc)
    {
        var begun = Tokyo.DayOf(atUtc) >= there.Year.FirstDay;
        foreach (var view in Views(departments))
        {
            view.Point(After(view, departments, begun));
            outcome.ViewFollowed(view.Id);
        }

        foreach (var (call, heir) in Calls)
            if (call.AlsoAsk(heir))
                outcome.CallFollowed(call.Id.Value, heir);
    }

    /// <summary>Views say again what they said before; where somebody changed one since, it names the predecessors of the departments that go.</summary>
    internal async Task Reverse(OfficeDb db, IReadOnlyCollection<Department> departments, IReadOnlyCollection<Department> gone)
    {
        var moved = there.Effects.Where(e => e.Kind == EffectKind.ViewFollowed).Select(e => e.Subject).ToHashSet();
        var carried = there.Carrying!.AtUtc;
        foreach (var view in views)
            view.Point((moved.Contains(view.Id.Value) ? await Before(db, view, carried) : null) ?? FollowedConditions.In(view.Address, w => Back(w, departments, gone)));
        foreach (var effect in there.Effects.Where(e => e.Kind == EffectKind.CallFollowed))
            calls.Find(c => c.Id.Value == effect.Subject)?.AskNoLonger(DepartmentId.From(effect.Made!.Value));
    }

    private static async Task<string?> Before(OfficeDb db, SavedView view, DateTime sinceUtc)
    {
        var entries = await db.ChangeLog.OfAsync(view.Id, take: int.MaxValue);
        var pointed = entries.Where(e => e.AtUtc >= sinceUtc && e.Action == "changed").SelectMany(e => e.Fields.Where(f => f.Part is null && f.Field == nameof(SavedView.Address))).ToList();
        return pointed is [var only] && (only.After ?? "") == view.Address ? only.Before ?? "" : null;
    }

    // why: before 1 April the projects are still the predecessor's, after it the successors'; the view shows them on either day.
    private string After(SavedView view, IReadOnlyCollection<Department> departments, bool begun)
    {
        var asked = OfficeLists.YearOf(ListQuery.Of(view.Address).Year);
        if (asked < there.Year)
            return view.Address;
        var heirs = there.Predecessors.Select(p => (p.DepartmentId, Heirs: there.HeirsOf(p.DepartmentId))).Where(p => p.Heirs.Count > 0)
            .SelectMany(p => WordsOf(p.DepartmentId, departments).Select(w => (Word: w, p.Heirs))).ToDictionary(p => p.Word, p => p.Heirs);
        return FollowedConditions.In(view.Address, w => !heirs.TryGetValue(w, out var found) ? [w]
            : [.. begun || asked is not null ? Array.Empty<string>() : [w], .. found.Select(h => WordsOf(h, departments)[0])]);
    }

    private IReadOnlyList<string> Back(string word, IReadOnlyCollection<Department> departments, IReadOnlyCollection<Department> gone) =>
        gone.FirstOrDefault(d => d.Key.Value == word || d.Id.Value.ToString() == word) is { } successor
        && there.Successions.Where(s => s.SuccessorId == successor.Id).Select(s => WordsOf(s.PredecessorId, departments)[0]).ToList() is { Count: > 0 } before ? before : [word];

    // why: addresses of the first version name departments by their ids; a planned department has no other name yet.
    private static IReadOnlyList<string> WordsOf(DepartmentId id, IEnumerable<Department> departments) =>
        departments.FirstOrDefault(d => d.Id == id) is { } found ? [ListSetting.WordOf(found), id.Value.ToString()] : [id.Value.ToString()];
}
