using Shirube.Domain.Common;

namespace Shirube.Domain.Surveys;

/// <summary>アンケート as far as its public facts go: who was asked, when, how many answered. Counts are null where the source does not say.</summary>
public sealed class Survey : Aggregate
{
    private Survey(SurveyId id, PublicKey key, string name)
    {
        Id = id;
        Key = key;
        Name = name;
    }

    public SurveyId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public string Name { get; private set; }
    public string? Population { get; private set; }
    public DateOnly? From { get; private set; }
    public DateOnly? To { get; private set; }
    public int? Sent { get; private set; }
    public int? Valid { get; private set; }
    public int? ByMail { get; private set; }
    public int? ByWeb { get; private set; }
    /// <summary>The rate in percent where only the rate is published.</summary>
    public decimal? StatedRate { get; private set; }
    public string? Note { get; private set; }
    public string? Source { get; private set; }

    public static Survey Report(string name, string? population, DateOnly? from, DateOnly? to, int? sent, int? valid, int? byMail, int? byWeb, decimal? statedRate, string? note, string? source)
    {
        (string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("アンケートの名前") : null).ThrowIfAny();
        return new(SurveyId.New(), PublicKey.New(), name.Trim())
        {
            Population = population, From = from, To = to, Sent = sent, Valid = valid, ByMail = byMail, ByWeb = byWeb, StatedRate = statedRate, Note = note, Source = source,
        };
    }

    /// <summary>回収率 in percent: valid / sent, else the stated rate, else null.</summary>
    public decimal? Rate => Valid is { } valid && Sent is > 0 ? 100m * valid / Sent.Value : StatedRate;
}
