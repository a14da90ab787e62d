using Shirube.Domain.Common;

namespace Shirube.Domain.Indicators;

/// <summary>判定の決まり: how a municipality grades its indicators. One row; without it the first of the known schemes holds.</summary>
public sealed class AssessmentRules : Aggregate
{
    private readonly List<GradeBandOfRules> bands = [];

    private AssessmentRules(AssessmentRulesId id, string name, string notGraded) => (Id, Name, NotGraded) = (id, name, notGraded);

    public const int MostBands = 10;
    public const int LongestLabel = 10;
    public const int LongestMeaning = 100;

    // why: one row for a municipality; two people who make it at once meet at its key.
    private static readonly AssessmentRulesId Only = AssessmentRulesId.From(new("5a3c1f60-0000-7000-8000-000000000001"));

    public AssessmentRulesId Id { get; private set; }
    public string Name { get; private set; }
    /// <summary>What stands where there is no grade.</summary>
    public string NotGraded { get; private set; }
    public bool IsFirstYearGraded { get; private set; } = true;
    /// <summary>Whether a rate above 100 is shown as 100%超 and one below 0 as 0%未満. What is stored stays.</summary>
    public bool SaysBeyond { get; private set; }
    public IReadOnlyList<GradeBandOfRules> Bands => bands;

    public GradeScheme Scheme => new("own", Name, [.. bands.OrderBy(b => b.Order).Select(b => new GradeBand(b.Label, b.From, b.Meaning))], NotGraded);

    public AssessmentRule Rule => new(Scheme, IsFirstYearGraded);

    public static AssessmentRules First()
    {
        var rules = new AssessmentRules(Only, "", "");
        rules.Decide(GradeScheme.Letters, isFirstYearGraded: true, saysBeyond: false);
        return rules;
    }

    public static Refusal? WhyNotDecide(GradeScheme scheme) =>
        scheme.Bands.Count is < 2 or > MostBands ? Refusals.BandsOutside(MostBands)
        : scheme.Bands.Any(b => b.Label.Length is 0 or > LongestLabel || b.Meaning.Length is 0 or > LongestMeaning) ? Refusals.BandIncomplete
        : scheme.Bands.Select(b => b.Label).Distinct(StringComparer.Ordinal).Count() < scheme.Bands.Count ? Refusals.BandTwice
        : scheme.Bands[^1].From is not null || scheme.Bands.SkipLast(1).Any(b => b.From is null) || scheme.Bands.Zip(scheme.Bands.Skip(1)).Any(p => p.First.From <= p.Second.From) ? Refusals.BandsNotFalling : null;

    public void Decide(GradeScheme scheme, bool isFirstYearGraded, bool saysBeyond)
    {
        WhyNotDecide(scheme).ThrowIfAny();
        (Name, NotGraded, IsFirstYearGraded, SaysBeyond) = (scheme.Name, scheme.NotGraded, isFirstYearGraded, saysBeyond);
        bands.RemoveAll(b => b.Order > scheme.Bands.Count);
        foreach (var (band, i) in scheme.Bands.Select((b, i) => (b, i)))
            if (bands.Find(b => b.Order == i + 1) is { } there)
                there.Set(band);
            else
                bands.Add(new(Id, i + 1, band.Label, band.From, band.Meaning));
    }
}

/// <summary>One band of a municipality's scheme; order 1 is best.</summary>
public sealed class GradeBandOfRules : IPartOf<AssessmentRules>
{
    internal GradeBandOfRules(AssessmentRulesId rulesId, int order, string label, decimal? from, string meaning) => (RulesId, Order, Label, From, Meaning) = (rulesId, order, label, from, meaning);

    public AssessmentRulesId RulesId { get; private set; }
    public int Order { get; private set; }
    public string Label { get; private set; }
    public decimal? From { get; private set; }
    public string Meaning { get; private set; }

    internal void Set(GradeBand band) => (Label, From, Meaning) = (band.Label, band.From, band.Meaning);
}
