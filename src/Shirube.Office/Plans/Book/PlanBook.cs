using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Files.Papers;

namespace Shirube.Office.Plans;

/// <summary>計画書: one edition of a plan with the indicators and projects of its items, as they stand on a day.</summary>
public sealed class PlanBook
{
    private PlanBook(string municipality, WorkingTree working, DateOnly day)
    {
        (Municipality, Working, Day) = (municipality, working, day);
        Below = working.Items.ToLookup(i => i.ParentId);
    }

    public string Municipality { get; }
    public WorkingTree Working { get; }
    public DateOnly Day { get; }
    public Plan Plan => Working.Plan;
    public Edition Edition => Working.Edition;
    /// <summary>The items under an item in their order; null asks for the top.</summary>
    public ILookup<PlanItemId?, PlanItem> Below { get; }
    public ILookup<PublicKey, Indicator> Indicators { get; private init; } = Array.Empty<Indicator>().ToLookup(i => i.Key);
    public ILookup<PublicKey, BookProject> Projects { get; private init; } = Array.Empty<BookProject>().ToLookup(p => p.Item);
    /// <summary>The year and stage of its amounts; null where no project of the plan has any.</summary>
    public BookCostYear? CostYear { get; private init; }
    /// <summary>The words of the glossary that stand in its texts, in the order of the kana.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; private init; } = [];
    /// <summary>How its texts become blocks, with the figures that they show.</summary>
    internal BookMarkdown Texts { get; private init; } = new(new Dictionary<PublicKey, BookFigure>());
    /// <summary>The plan before it, by name.</summary>
    public string? Predecessor { get; private init; }

    /// <summary>Whether nobody has decided it yet: it is called 案.</summary>
    public bool IsDraft => Edition is { Decision: null, IsInForce: false, Supersession: null };

    public string Name => IsDraft ? $"{Plan.Name}(案)" : Plan.Name;

    public bool HasSamples => Terms.Any(t => t.IsSample) || Working.Items.Any(i => i.IsSample) || Projects.Any(g => g.Any(p => p.IsSample)) || Indicators.Any(g => g.Any(i => i.IsSample));

    /// <summary>Projects with their main place under an item or below it; null asks for the whole plan.</summary>
    public IEnumerable<BookProject> MainBelow(PlanItem? item) =>
        (item is null ? [] : Projects[item.Key].Where(p => p.IsMain)).Concat(Below[item?.Id].SelectMany(MainBelow));

    /// <summary>Null where the plan or the edition is not there. Without a plan that of the edition is meant, without both the one that carries the projects; without an edition the shown one.</summary>
    public static async Task<PlanBook?> Read(OfficeDb db, string municipality, string? planKey, string? edition, DateOnly day)
    {
        if ((planKey ?? (edition is null ? await MainPlan(db, FiscalYear.Of(day)) : await PlanOf(db, edition))) is not { } key || await WorkingTree.Read(db, key, edition) is not { } working)
            return null;
        var plan = working.Plan.Id;
        var cost = await BookCostYear.Of(db, plan, FiscalYear.Of(day));
        return new(municipality, working, day)
        {
            Indicators = await IndicatorsOf(db, plan),
            Projects = (await BookProject.Of(db, plan, cost, FiscalYear.Of(day))).ToLookup(p => p.Item),
            CostYear = cost,
            Terms = await TermsIn(db, working),
            Texts = new(await BookFigures.Of(db, working)),
            Predecessor = working.Plan.PredecessorId is { } before ? await db.Plans.Where(p => p.Id == before).Select(p => p.Name).FirstOrDefaultAsync() : null,
        };
    }

    private static async Task<string?> PlanOf(OfficeDb db, string edition) =>
        (await db.Plans.Where(p => db.Editions.Any(e => e.PlanId == p.Id && e.Key == new PublicKey(edition))).Select(p => (PublicKey?)p.Key).FirstOrDefaultAsync())?.Value;

    private static async Task<string?> MainPlan(OfficeDb db, FiscalYear year)
    {
        var plans = await db.Plans.Where(p => p.ShownId != null).Select(p => new { p.Key, p.Name, p.First, p.Last, Carries = p.Levels.Any(l => l.CarriesProjects), Projects = db.Set<Placement>().Count(l => l.PlanId == p.Id) }).ToListAsync();
        return plans.OrderByDescending(p => p.Projects > 0).ThenByDescending(p => p.Carries).ThenBy(p => p.First <= year && (p.Last is not { } last || year <= last) ? 0 : p.First > year ? 1 : 2)
            .ThenByDescending(p => p.Projects).ThenBy(p => p.First).ThenBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault()?.Key.Value;
    }

    // why: a book explains the words it uses, not those of other plans.
    private static async Task<IReadOnlyList<GlossaryTerm>> TermsIn(OfficeDb db, WorkingTree working)
    {
        var texts = working.Items.SelectMany(i => new[] { i.Title, i.PlainTitle, i.Body }).Prepend(working.Plan.Summary).OfType<string>().ToList();
        return [.. (await db.GlossaryTerms.AsNoTracking().ToListAsync()).Where(t => texts.Exists(text => text.Contains(t.Name, StringComparison.Ordinal))).OrderBy(t => t.Reading, ReadingOrder.Kana).ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    private static async Task<ILookup<PublicKey, Indicator>> IndicatorsOf(OfficeDb db, PlanId plan) =>
        (await db.Indicators.AsNoTracking().Where(i => i.Uses.Any(u => u.PlanId == plan)).Include(i => i.Actuals).Include(i => i.Targets).Include(i => i.Uses).AsSplitQuery().ToListAsync())
            .SelectMany(i => i.Uses.Where(u => u.PlanId == plan && u.ItemKey is not null).Select(u => (Use: u, Indicator: i)))
            .OrderBy(u => u.Use.Order).ThenBy(u => u.Use.Id).ToLookup(u => u.Use.ItemKey!.Value, u => u.Indicator);
}
