using System.Collections.Concurrent;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Projects;

namespace Shirube.Office.Lists;

/// <summary>What lists offer and name of the whole office: departments, the trees of plans, classes, the years of money.</summary>
public sealed record OfficeFacts(
    IReadOnlyList<Department> Departments, PlanPlaces Places, IReadOnlyList<PlanFacts> Plans, IReadOnlyList<string> Classes, IReadOnlyList<(FiscalYear Year, MoneyStage Stage)> Slices, IReadOnlyList<FiscalYear> IndicatorYears)
{
    /// <summary>Which department follows which, by all reorganizations that hold.</summary>
    public IReadOnlyList<(DepartmentId Predecessor, DepartmentId Successor)> Successions { get; init; } = [];

    private readonly ConcurrentDictionary<string, object> made = new(StringComparer.Ordinal);

    /// <summary>What is made of these facts, once for as long as they hold: fields over thousands of items and years of money cost more than the query they are for.</summary>
    internal TMade Once<TMade>(string what, Func<TMade> make) where TMade : class => (TMade)made.GetOrAdd(what, static (_, make) => make(), make);
}

/// <summary>A plan as far as lists need it.</summary>
public sealed record PlanFacts(PlanId Id, PublicKey Key, string Name, FiscalYear First, FiscalYear? Last, IReadOnlyList<(int Order, string Name)> Levels, int Projects);

/// <summary>For which fiscal year, plan and person a list is read.</summary>
public sealed record ListSetting(OfficeFacts Facts, FiscalYear Year, PlanFacts? Plan, IReadOnlyList<DepartmentId> Own)
{
    private const string OwnWord = "own";

    /// <summary>The year and stage whose money a list shows before anybody chose: the newest settled one, or the newest.</summary>
    public (FiscalYear Year, MoneyStage Stage)? Slice =>
        Facts.Slices.OrderByDescending(s => s.Year).ThenByDescending(s => s.Stage).ToList() is { Count: > 0 } all ? all.Cast<(FiscalYear, MoneyStage)?>().FirstOrDefault(s => s!.Value.Item2 == MoneyStage.Settled) ?? all[0] : null;

    public static PlanFacts? CurrentPlan(OfficeFacts facts, FiscalYear year) =>
        facts.Plans.OrderByDescending(p => p.Projects > 0).ThenByDescending(p => p.First <= year && (p.Last is not { } last || year <= last)).ThenByDescending(p => p.Projects).ThenByDescending(p => p.First).ThenBy(p => p.Name).FirstOrDefault();

    /// <summary>All departments that ever were, those of the shown year first to be chosen.</summary>
    public ChoiceSet<DepartmentId?> Departments() => Facts.Once($"departments {Year.Value} {string.Join(' ', Own)}", ReadDepartments);

    public static string WordOf(Department department) => department.Key.Value;

    /// <summary>The items of the shown plan; or of all plans.</summary>
    public ChoiceSet<PublicKey?> Items(bool allPlans = false) => Facts.Once($"items {(allPlans ? null : Plan?.Key)}", () => ReadItems(allPlans));

    /// <summary>The items of one level; a row stands under the one its own item lies below.</summary>
    public ChoiceSet<PublicKey?> ItemsOfLevel(int level) => Facts.Once($"items {Plan?.Key} {level}", () => ReadItemsOfLevel(level));

    private ChoiceSet<DepartmentId?> ReadDepartments()
    {
        var mine = Own.Count == 0 ? [] : new[] { new FieldChoice(OwnWord, "(自分の部課)") };
        return new([.. DepartmentChoices.InOrder(Facts.Departments).Select(d => new Choice<DepartmentId?>(d.Department.Id, WordOf(d.Department), d.Department.Name) { Also = d.Department.Code is { } code ? [code] : [] })])
        {
            Below = id => [.. SelfAndBelow(id!.Value).Select(d => (DepartmentId?)d)],
            // why: addresses of the first version name departments by their ids.
            Sets = Facts.Departments.ToDictionary(d => d.Id.Value.ToString(), d => (d.Name, (IReadOnlyList<DepartmentId?>)[d.Id])).Append(new(OwnWord, ("自分の部課", [.. Own.Select(o => (DepartmentId?)o)]))).ToDictionary(),
            Offered = [.. mine, .. DepartmentChoices.InOrder(Facts.Departments.Where(d => d.ExistsIn(Year))).Select(d => new FieldChoice(WordOf(d.Department), new string('\u3000', d.Depth) + d.Department.Name))],
        };
    }

    private ChoiceSet<PublicKey?> ReadItems(bool allPlans)
    {
        var places = (allPlans ? Facts.Places.ByPlan.SelectMany(p => p) : Tree).ToList();
        var byId = places.ToDictionary(p => p.Id);
        return new([.. places.Select(p => new Choice<PublicKey?>(p.Key, p.Key.Value, new string('\u3000', p.Level - 1) + p.Name)
        {
            Also = p.Code is null ? [] : [p.Code, p.Title],
            Note = p.ParentId is { } parent && byId.TryGetValue(parent, out var above) ? above.Name : allPlans ? p.PlanName : null,
        })])
        {
            Below = Below,
        };
    }

    private ChoiceSet<PublicKey?> ReadItemsOfLevel(int level)
    {
        var tree = Tree.ToList();
        var byId = tree.ToDictionary(p => p.Id);
        var up = new Dictionary<PublicKey, PublicKey>();
        foreach (var place in tree)
            for (var at = place; at is not null; at = at.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null)
                if (at.Level == level)
                    up[place.Key] = at.Key;
        return new(Items().All)
        {
            Below = Below,
            Up = key => up.TryGetValue(key!.Value, out var there) ? there : null,
            Offered = [.. tree.Where(p => p.Level == level).Select(p => new FieldChoice(p.Key.Value, p.Name))],
        };
    }

    private IReadOnlyList<PublicKey?> Below(PublicKey? key) => [.. Facts.Places.SelfAndBelow(key!.Value).Select(k => (PublicKey?)k)];

    /// <summary>The items of the shown plan in the order of its tree.</summary>
    internal IEnumerable<PlanPlaces.Place> Tree => Plan is null ? [] : Facts.Places.ByPlan.Where(p => p.Key == Plan.Id).SelectMany(p => p);

    /// <summary>A department and all below it.</summary>
    internal IReadOnlyList<DepartmentId> SelfAndBelow(DepartmentId top)
    {
        var found = new List<DepartmentId> { top };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(Facts.Departments.Where(d => d.ParentId == found[i] && !found.Contains(d.Id)).Select(d => d.Id));
        return found;
    }
}
