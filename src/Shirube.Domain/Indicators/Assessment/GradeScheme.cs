namespace Shirube.Domain.Indicators;

/// <summary>判定の段階: bands of the pace from best to worst, each with its lower bound in percent (included; the last has none), what it means and the mark it is shown by.</summary>
/// <param name="NotGraded">What stands where there is no grade.</param>
public sealed record GradeScheme(string Key, string Name, IReadOnlyList<GradeBand> Bands, string NotGraded = "算定不可")
{
    public static readonly GradeScheme Letters = new("abcd", "A・B・C・D", [new("A", 100, "計画どおりか、それ以上に進んでいる"), new("B", 80, "おおむね計画どおりに進んでいる"), new("C", 60, "計画よりやや遅れている"), new("D", null, "計画より大きく遅れている")]);

    public static readonly GradeScheme WithBest = new("sabc", "S・A・B・C・−", [new("S", 120, "計画を大きく上回って進んでいる"), new("A", 100, "計画どおりに進んでいる"), new("B", 80, "おおむね計画どおりに進んでいる"), new("C", null, "計画より遅れている")], "−");

    public static readonly GradeScheme Marks = new("marks", "◎○△×", [new("◎", 100, "計画どおりか、それ以上に進んでいる"), new("○", 80, "おおむね計画どおりに進んでいる"), new("△", 60, "計画よりやや遅れている"), new("×", null, "計画より大きく遅れている")]);

    /// <summary>1 is best.</summary>
    public static readonly GradeScheme Numbers = new("five", "1から5(1が最もよい)", [new("1", 100, "計画どおりか、それ以上に進んでいる"), new("2", 80, "おおむね計画どおりに進んでいる"), new("3", 60, "計画よりやや遅れている"), new("4", 40, "計画より遅れている"), new("5", null, "計画より大きく遅れている")]);

    public static readonly IReadOnlyList<GradeScheme> Known = [Letters, WithBest, Marks, Numbers];

    /// <summary>The band of a pace: the first whose bound it reaches.</summary>
    public GradeBand BandOf(decimal pace) => Bands.FirstOrDefault(b => b.From is not { } from || pace >= from) ?? Bands[^1];

    /// <summary>Best is 1, so that municipalities whose 1 is best and whose A is best compare.</summary>
    public int RankOf(GradeBand band) => Bands.ToList().IndexOf(band) + 1;
}

/// <param name="From">The least pace of the band, in percent; null for all below.</param>
public sealed record GradeBand(string Label, decimal? From, string Meaning);
