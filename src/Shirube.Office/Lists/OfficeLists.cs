using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Lists;

/// <summary>Opens lists for the signed-in person: with the facts of the office as of its last save.</summary>
public sealed class OfficeLists(OfficeDb db, ListMemory memory, SignedIn signedIn)
{
    private static readonly string[] KindsOfFacts = [nameof(Department), nameof(Plan), nameof(Edition), nameof(PlanItem), nameof(Project), nameof(Indicator), nameof(Reorganization)];

    private OfficeMoment? moment;

    public async Task<ListReader<T>> Open<T>(ListQuery query, Func<ListSetting, ListOf<T>> make) => await ListReader<T>.Open(db, memory, await Moment(), make(await Setting(query)), query);

    /// <summary>A page of a list, with everything beside it.</summary>
    public async Task<ListView> Show<T>(ListQuery query, Func<ListSetting, ListOf<T>> make)
    {
        var list = make(await Setting(query));
        var result = await (await ListReader<T>.Open(db, memory, await Moment(), list, query)).Page();
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

    /// <summary>A field of a list by its key; null where there is none.</summary>
    public async Task<ListField?> Field(string path, string key, ListQuery query) => path switch
    {
        "projects" => Projects(await Setting(query)).Find(key),
        "items" => Items(await Setting(query)).Find(key),
        "indicators" => Indicators(await Setting(query)).Find(key),
        "departments" => Departments(await Setting(query)).Find(key),
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
        var (head, lines) = await (await ListReader<T>.Open(db, memory, await Moment(), list, query)).All();
        return new(list.Title, head, lines, list.Setting);
    }

    public async Task<ListSetting> Setting(ListQuery query)
    {
        var facts = await Facts();
        var year = YearOf(query.Year) ?? FiscalYear.Of(signedIn.Today);
        var plan = facts.Plans.FirstOrDefault(p => p.Key.Value == query.Plan) ?? ListSetting.CurrentPlan(facts, year);
        return new(facts, year, plan, [.. signedIn.Person.Assignments.Where(a => a.HoldsOn(signedIn.Today)).Select(a => a.DepartmentId).OfType<DepartmentId>().Distinct()]);
    }

    public async Task<OfficeFacts> Facts() => await memory.Of(db, await Moment(), KindsOfFacts, "facts", new FactReading(db, memory, await Moment()).Read);

    /// <summary>The state of the office that the request speaks of.</summary>
    internal async Task<OfficeMoment> Moment() => moment ??= await memory.Now(db, signedIn.LastChange);

    /// <summary>What was read before, where no record of these kinds was saved since; read anew otherwise.</summary>
    internal async Task<TValue> Remembered<TValue>(IReadOnlyList<string> kinds, string what, Func<Task<TValue>> read, Func<TValue, int> weight) where TValue : class =>
        await memory.Of(db, await Moment(), kinds, what, read, weight);

    /// <summary>What was read before, where nothing at all was saved since; read anew otherwise. What is not there is not remembered.</summary>
    internal async Task<TValue?> RememberedUntilSaved<TValue>(string what, Func<Task<TValue?>> read, Func<TValue, int> weight) where TValue : class =>
        await memory.OfAnyKind(db, await Moment(), what, read, weight);

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
}
