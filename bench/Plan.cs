namespace Bench;

/// <summary>Which benchmarks are run, and how long.</summary>
/// <param name="Workbook">A city's own workbook for the import.</param>
/// <param name="Unknown">A name that is no benchmark's.</param>
internal sealed record Plan(IReadOnlyList<string> Chosen, bool Quick, int Rounds, TimeSpan Slice, TimeSpan WarmUp, FileInfo? Workbook, string? Unknown)
{
    private const string Import = "import";
    private const string Floor = "floor";
    private static readonly string[] OfEvaluation = [OpeningBenchmark.Name, SavingBenchmark.Name];

    public static IReadOnlyList<string> Names => [Import, PlanBookBenchmark.Name, SheetsBenchmark.Name, .. OfEvaluation, .. PageBenchmarks.All.Concat(PageBenchmarks.Floors).Select(b => b.Name), WeightBenchmark.Name, MemoryBenchmark.Name];

    public static Plan Read(string[] args)
    {
        var quick = args.Contains("--quick");
        var named = Array.IndexOf(args, "--workbook") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var chosen = args.Where(a => a is not ("--quick" or "--workbook") && a != named)
            .SelectMany(a => a == Floor ? PageBenchmarks.Floors.Select(f => f.Name) : [a]).ToList();
        return new(chosen.Count == 0 ? Names : chosen, quick, quick ? 2 : 7, TimeSpan.FromSeconds(quick ? 1 : 2), TimeSpan.FromSeconds(quick ? 4 : 20), named is null ? null : new(named), chosen.Find(c => !Names.Contains(c)));
    }

    public async IAsyncEnumerable<Outcome> Run()
    {
        if (Chosen.Contains(Import))
            yield return await ImportBenchmark.Run(Rounds, Workbook);
        if (Chosen.Contains(PlanBookBenchmark.Name))
            yield return await PlanBookBenchmark.Run(Rounds);
        if (Chosen.Contains(SheetsBenchmark.Name))
            yield return await SheetsBenchmark.Run(Rounds);
        await foreach (var outcome in RunEvaluation())
            yield return outcome;
        if (Chosen.All(c => c is Import or PlanBookBenchmark.Name or SheetsBenchmark.Name || OfEvaluation.Contains(c)))
            yield break;
        await using var site = await ServedSite.Start();
        foreach (var pages in PageBenchmarks.All.Concat(PageBenchmarks.Floors).Where(b => Chosen.Contains(b.Name)))
            yield return await pages.Run(site, this);
        if (Chosen.Contains(WeightBenchmark.Name))
            yield return await WeightBenchmark.Run(site);
        // why: last, because it says what the process holds after all that.
        if (Chosen.Contains(MemoryBenchmark.Name))
            yield return await MemoryBenchmark.Run(site, this);
    }

    private async IAsyncEnumerable<Outcome> RunEvaluation()
    {
        if (!Chosen.Any(OfEvaluation.Contains))
            yield break;
        await using var site = await EvaluationSite.Start();
        if (Chosen.Contains(OpeningBenchmark.Name))
            yield return await OpeningBenchmark.Run(site, Rounds);
        if (Chosen.Contains(SavingBenchmark.Name))
            yield return await SavingBenchmark.Run(site, Quick);
    }
}
