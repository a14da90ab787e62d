namespace Bench;

/// <summary>The same thing measured several times.</summary>
public sealed record Series(IReadOnlyList<double> Samples)
{
    public double Median => Sorted[(Samples.Count - 1) / 2] / 2 + Sorted[Samples.Count / 2] / 2;
    public double Least => Samples.Min();
    public double Most => Samples.Max();

    private List<double> Sorted => [.. Samples.Order()];

    /// <summary>One series beside another, round by round, so that a busy moment falls on both.</summary>
    public Series Per(Series other) => new([.. Samples.Zip(other.Samples, (mine, theirs) => mine / theirs)]);
}
