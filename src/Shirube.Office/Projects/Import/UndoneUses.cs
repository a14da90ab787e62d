using Shirube.Domain.Common;
using Shirube.Office.Links;

namespace Shirube.Office.Projects.Import;

/// <summary>What people have since put upon the things a run made: it would be left without its ground if they went.</summary>
internal sealed class UndoneUses(Holdings holdings, IReadOnlySet<Guid> made, IReadOnlySet<Guid> staffed, LinkedThings linked)
{
    public IEnumerable<string> Remaining() =>
        Projects().Concat(Indicators()).Concat(Evaluations()).Concat(Items()).Concat(Departments()).Concat(Editions()).Concat(Plans()).Concat(Links());

    private IEnumerable<string> Projects()
    {
        var keys = holdings.Items.Where(i => made.Contains(i.Id.Value)).Select(i => i.Key).ToHashSet();
        return holdings.Projects.Where(p => !made.Contains(p.Id.Value))
            .Where(p => p.Ownerships.Any(o => made.Contains(o.DepartmentId.Value)) || p.Placements.Any(l => keys.Contains(l.ItemKey)))
            .Select(p => $"事務事業「{p.Name}」");
    }

    private IEnumerable<string> Indicators()
    {
        var keys = holdings.Items.Where(i => made.Contains(i.Id.Value)).Select(i => i.Key).ToHashSet();
        return holdings.Indicators.Where(i => !made.Contains(i.Id.Value))
            .Where(i => i.Uses.Any(u => (u.ProjectId is { } p && made.Contains(p.Value)) || (u.ItemKey is { } k && keys.Contains(k))))
            .Select(i => $"指標「{i.Name}」");
    }

    private IEnumerable<string> Evaluations() =>
        holdings.Evaluations.Where(e => !made.Contains(e.Id.Value) && made.Contains(e.ProjectId.Value)).Select(e => $"{e.Year.Era}の評価");

    private IEnumerable<string> Items() =>
        holdings.Items.Where(i => !made.Contains(i.Id.Value) && ((i.ParentId is { } up && made.Contains(up.Value)) || made.Contains(i.EditionId.Value))).Select(i => $"計画項目「{i.Title}」");

    private IEnumerable<string> Departments() =>
        holdings.Departments.Where(d => !made.Contains(d.Id.Value) && d.ParentId is { } up && made.Contains(up.Value))
            .Concat(holdings.Departments.Where(d => made.Contains(d.Id.Value) && staffed.Contains(d.Id.Value))).Select(d => $"部課「{d.Name}」");

    private IEnumerable<string> Editions() =>
        holdings.Editions.Where(e => !made.Contains(e.Id.Value) && made.Contains(e.PlanId.Value)).Select(e => $"版「{e.Label}」");

    private IEnumerable<string> Plans() =>
        holdings.Plans.Where(p => !made.Contains(p.Id.Value) && p.PredecessorId is { } before && made.Contains(before.Value)).Select(p => $"計画「{p.Name}」");

    private IEnumerable<string> Links() =>
        holdings.Projects.Where(p => made.Contains(p.Id.Value) && linked.Projects.Contains(p.Id.Value)).Select(p => $"事務事業「{p.Name}」のつながり")
            .Concat(holdings.Items.Where(i => made.Contains(i.Id.Value) && linked.Items.Contains(i.Key)).Select(i => $"計画項目「{i.Title}」のつながり"))
            .Concat(holdings.Plans.Where(p => made.Contains(p.Id.Value) && linked.Plans.Contains(p.Id.Value)).Select(p => $"計画「{p.Name}」のつながりや引き継ぎ"));
}
