namespace Bench;

/// <summary>What the whole program holds in memory after both faces have been busy.</summary>
internal static class MemoryBenchmark
{
    public const string Name = "memory";

    public static async Task<Outcome> Run(ServedSite site, Plan plan)
    {
        foreach (var pages in PageBenchmarks.All)
        {
            var (visitor, path, _) = await pages.Address(site);
            await visitor.Rate(_ => path, plan.WarmUp);
        }

        return new(Name, "resident memory of the process after all pages above were loaded for seconds, two municipalities open", [Finding.AtMost("resident", 300, " MiB", await site.MemoryMiB())]);
    }
}
