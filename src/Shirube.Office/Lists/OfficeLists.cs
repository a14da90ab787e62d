using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Office.Projects;

namespace Shirube.Office.Lists;

/// <summary>Opens lists for the signed-in person: with the facts of the office as of its last save.</summary>
public sealed class OfficeLists(OfficeDb db, ListMemory memory, SignedIn signedIn)
{
    private long? state;

    public async Task<ListReader<T>> Open<T>(ListQuery query, Func<ListSetting, ListOf<T>> make) => new(db, memory, make(await Setting(query)), query, await State());

    /// <summary>A page of a list, with everything beside it.</summary>
    public async Task<ListView> Show<T>(ListQuery query, Func<ListSetting, ListOf<T>> make)
    {
        var list = make(await Setting(query));
        var result = await new ListReader<T>(db, memory, list, query, await State()).Page();
        ListColumn[] years = list.HasYears ? [new("year", "金額の年度", FieldKind.Year, false)] : [];
        return new(list.Path, list.Title, result, list.Fields, list.Quick, [.. list.Fields.Where(f => f.Groups).Select(f => new ListColumn(f.Key, f.Label, f.Kind, false)), .. years], list.Setting) { BuiltIn = list.BuiltIn };
    }

    /// <summary>A whole list for a file, by the last part of its address; null where there is no such list.</summary>
    public async Task<ListContent?> Content(string path, ListQuery query) => path switch
    {
        "projects" => await ContentOf(query, Projects),
        "items" => await ContentOf(query, Items),
        "indicators" => await ContentOf(query, Indicators),
        "departments" => await ContentOf(query, Departments),
        _ => null,
    };

    public static string? TitleOf(string path) => path switch { "projects" => "事務事業", "items" => "計画の項目", "indicators" => "指標", "departments" => "部課", _ => null };

    public ProjectFields Projects(ListSetting setting) => new() { Setting = setting };

    public ItemFields Items(ListSetting setting) => new() { Setting = setting, Db = db };

    public IndicatorFields Indicators(ListSetting setting) => new() { Setting = setting, Db = db };

    public DepartmentFields Departments(ListSetting setting) => new() { Setting = setting, Db = db };

    private async Task<ListContent> ContentOf<T>(ListQuery query, Func<ListSetting, ListOf<T>> make)
    {
        var list = make(await Setting(query));
        var (head, lines) = await new ListReader<T>(db, memory, list, query, await State()).All();
        return new(list.Title, head, lines, list.Setting);
    }

    public async Task<ListSetting> Setting(ListQuery query)
    {
        var facts = await Facts();
        var year = YearOf(query.Year) ?? FiscalYear.Of(signedIn.Today);
        var plan = facts.Plans.FirstOrDefault(p => p.Key.Value == query.Plan) ?? ListSetting.CurrentPlan(facts, year);
        return new(facts, year, plan, [.. signedIn.Person.Assignments.Where(a => a.HoldsOn(signedIn.Today)).Select(a => a.DepartmentId).OfType<DepartmentId>().Distinct()]);
    }

    public async Task<OfficeFacts> Facts() => await memory.Of(db, await State(), "facts", ReadFacts);

    public async Task<long> State() => state ??= await ListMemory.StateOf(db);

    /// <summary>The fiscal year as typed; null where it cannot be read.</summary>
    public static FiscalYear? YearOf(string? text)
    {
        try
        {
            return Typed.Year(text);
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    private async Task<OfficeFacts> ReadFacts()
    {
        var plans = await db.Plans.AsNoTracking().Select(p => new
        {
            p.Id, p.Key, p.Name, p.First, p.Last,
            Levels = p.Levels.OrderBy(l => l.Order).Select(l => new { l.Order, l.Name }).ToList(),
            Projects = db.Set<Placement>().Count(l => l.PlanId == p.Id && l.IsMain),
        }).AsSingleQuery().ToListAsync();
        var slices = await db.Set<Money>().Select(m => new { m.FiscalYear, m.Stage }).Distinct().ToListAsync();
        return new(
            await db.Departments.AsNoTracking().ToListAsync(), await PlanPlaces.Read(db),
            [.. plans.Select(p => new PlanFacts(p.Id, p.Key, p.Name, p.First, p.Last, [.. p.Levels.Select(l => (l.Order, l.Name))], p.Projects))],
            [.. (await db.Projects.Where(p => p.Class != null).Select(p => p.Class!).Distinct().ToListAsync()).Order(StringComparer.Ordinal)],
            [.. slices.Select(s => (s.FiscalYear, s.Stage))],
            [.. (await db.Set<Domain.Indicators.Actual>().Select(a => a.FiscalYear).Union(db.Set<Domain.Indicators.Target>().Select(t => t.FiscalYear)).ToListAsync()).Order()])
        {
            Successions = await DepartmentTree.PairsOf(db),
        };
    }
}
