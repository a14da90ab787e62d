namespace Bench;

/// <summary>Which benchmarks are run, and how long.</summary>
/// <param name="Unknown">A name that is no benchmark's.</param>
internal sealed record Plan(IReadOnlyList<string> Chosen, int Rounds, TimeSpan Slice, TimeSpan WarmUp, string? Unknown)
{
    private const string Import = "import";

    public static IReadOnlyList<string> Names => [Import, .. PageBenchmarks.All.Select(b => b.Name), WeightBenchmark.Name, MemoryBenchmark.Name];

    public static Plan Read(string[] args)
    {
        var quick = args.Contains("--quick");
        var chosen = args.Where(a => a != "--quick").ToList();
        return new(chosen.Count == 0 ? Names : chosen, quick ? 2 : 7, TimeSpan.FromSeconds(quick ? 1 : 2), TimeSpan.FromSeconds(quick ? 2 : 6), chosen.Find(c => !Names.Contains(c)));
    }

    public async IAsyncEnumerable<Outcome> Run()
    {
        if (Chosen.Contains(Import))
            yield return await ImportBenchmark.Run(Rounds);
        if (Chosen.All(c => c == Import))
            yield break;
        await using var site = await ServedSite.Start();
        foreach (var pages in PageBenchmarks.All.Where(b => Chosen.Contains(b.Name)))
            yield return await pages.Run(site, this);
        if (Chosen.Contains(WeightBenchmark.Name))
            yield return await WeightBenchmark.Run(site);
        // why: last, because it says what the process holds after all that.
        if (Chosen.Contains(MemoryBenchmark.Name))
            yield return await MemoryBenchmark.Run(site, this);
    }
}
