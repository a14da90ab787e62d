namespace Bench;

/// <summary>Measures variants in turn, so that what else the machine does falls on all of them alike.</summary>
public static class Rounds
{
    public static async Task<IReadOnlyList<Series>> Alternate(int warmUps, int rounds, params Func<Task<double>>[] variants)
    {
        var samples = variants.Select(_ => new List<double>()).ToList();
        for (var round = -warmUps; round < rounds; round++)
            for (var v = 0; v < variants.Length; v++)
            {
                GC.Collect();
                var sample = await variants[v]();
                if (round >= 0)
                    samples[v].Add(sample);
            }

        return [.. samples.Select(s => new Series(s))];
    }
}
