namespace Bench;

/// <summary>Pages whose rate stands beside that of a bare hello in the same process.</summary>
internal static class PageBenchmarks
{
    private const string Money = "money.2025.settled.total,money.2025.settled.national,money.2025.settled.prefectural,money.2025.settled.bond,money.2025.settled.other,money.2025.settled.general";

    public static IReadOnlyList<PageBenchmark> All { get; } =
    [
        new("public-project-cached", "a citizen's page of a project, from memory", 0.5, async site => (site.Citizen, await PublicProject(site), Varies: false)),
        new("public-project-uncached", "a citizen's page of a project, rendered for each request", 0.2, async site => (site.Citizen, await PublicProject(site), Varies: true)),
        new("office-list", "100 projects with columns of money out of 2,000", 1d / 50, site => Task.FromResult((site.Planner, $"/office/{ServedSite.Huge}/projects?size=100&columns=number,name,department,item,class,{Money}", Varies: false))) { MostQueries = 5 },
        new("office-project", "the office's page of a project of 2,000", 1d / 20, async site => (site.Planner, await site.Planner.FirstLink($"/office/{ServedSite.Huge}/projects", $"/office/{ServedSite.Huge}/projects/"), Varies: false)) { MostQueries = 6 },
        new("tree", "the office's tree of 3,000 plan items", null, async site => (site.Planner, await site.Planner.FirstLink($"/office/{ServedSite.Huge}/plans", $"/office/{ServedSite.Huge}/plans/"), Varies: false)) { MostQueries = 10, SlowestMs = 150 },
        new("comparison", "the comparison of two editions of 3,000 plan items, 500 of them changed", null, site => Task.FromResult((site.Planner, site.Comparison, Varies: false))) { MostQueries = 6, SlowestMs = 2_000 },
        new("search", "the office's search for a word that every project holds", null, site => Task.FromResult((site.Planner, $"/office/{ServedSite.Huge}/search?q=%E4%BA%8B%E6%A5%AD", Varies: false))) { MostQueries = 6, SlowestMs = 100 },
        new("search-narrow", "the office's search for two words, typed half-width", null, site => Task.FromResult((site.Planner, $"/office/{ServedSite.Huge}/search?q=%EF%BD%BB%EF%BE%9D%EF%BE%8C%EF%BE%9F%EF%BE%99+%E9%81%93%E8%B7%AF", Varies: false))) { MostQueries = 6, SlowestMs = 100 },
    ];

    /// <summary>What the framework, the pipeline and the layout cost without a page in them, and the pages above with all that they read but unrendered: no page can be faster.</summary>
    public static IReadOnlyList<PageBenchmark> Floors { get; } =
    [
        new("floor-public", "an empty page in the citizens' layout, rendered for each request", null, site => Task.FromResult((site.Citizen, $"/{ServedSite.City}/floor", Varies: true))) { IsFloor = true },
        new("floor-office", "an empty page in the office's layout, signed in", null, site => Task.FromResult((site.Planner, $"/office/{ServedSite.Huge}/floor", Varies: false))) { IsFloor = true },
        .. All.Where(b => b.Name is "public-project-uncached" or "office-list" or "office-project").Select(b => b with { Name = $"floor-{b.Name}", What = $"{b.What}, read but not rendered", AtLeast = null, MostQueries = null, IsFloor = true, IsRendered = false }),
    ];

    private static Task<string> PublicProject(ServedSite site) => site.Citizen.FirstLink($"/{ServedSite.City}/projects", $"/{ServedSite.City}/projects/");
}

/// <summary>One page: how its rate compares with hello's, how many queries it makes, how long the slowest twentieth waits.</summary>
/// <param name="AtLeast">The aim for its share of hello's rate; null where none is set.</param>
/// <param name="Address">Who asks for what; an address that varies is another one each time, so that nothing is kept.</param>
internal sealed record PageBenchmark(string Name, string What, double? AtLeast, Func<ServedSite, Task<(Visitor Visitor, string Path, bool Varies)>> Address)
{
    private const int Waited = 100;

    public int? MostQueries { get; init; }
    public double? SlowestMs { get; init; }
    public bool IsFloor { get; init; }
    public bool IsRendered { get; init; } = true;

    public async Task<Outcome> Run(ServedSite site, Plan plan)
    {
        var (visitor, path, varies) = await Address(site);
        Func<int, string> page = varies ? n => $"{path}?n={n}.{Environment.TickCount64}" : _ => path;
        var findings = new List<Finding>();
        await site.Bare.Rate(_ => "/hello", plan.WarmUp);
        await visitor.Rate(page, plan.WarmUp, IsRendered);
        if (AtLeast is not null || IsFloor)
        {
            var series = await Rounds.Alternate(warmUps: 1, plan.Rounds, () => site.Bare.Rate(_ => "/hello", plan.Slice), () => visitor.Rate(page, plan.Slice, IsRendered));
            findings.Add(Finding.Share("share of hello's rate", AtLeast, series[1].Per(series[0])));
        }
        findings.Add(Finding.Told("processor time of an answer, all threads", " ms", await ProcessorTime(site, visitor, page, plan)));
        if (SlowestMs is { } slowest)
            findings.Add(Finding.AtMost("p95 of the answer's time", slowest, " ms", Slow(await visitor.Waits(path, Waited))));
        if (MostQueries is { } most)
            findings.Add(Finding.AtMost("queries", most, "", await site.QueriesOf(visitor, path)));
        return new(Name, What, findings);
    }

    private async Task<double> ProcessorTime(ServedSite site, Visitor visitor, Func<int, string> page, Plan plan)
    {
        var (before, answers) = (await site.ProcessorMs(), 0);
        await visitor.Rate(n => page(answers = n), plan.Slice, IsRendered);
        return (await site.ProcessorMs() - before) / answers;
    }

    private static double Slow(IReadOnlyList<double> waits) => waits.Order().ElementAt(waits.Count * 95 / 100);
}
