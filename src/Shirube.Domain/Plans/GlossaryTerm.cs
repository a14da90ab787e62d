using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>用語: a word of the municipality's plans with how it is read and what it means. One for all plans, so that the same word means the same in each.</summary>
public sealed class GlossaryTerm : Aggregate
{
    public const int LongestName = 100;
    public const int LongestMeaning = 2_000;

    private GlossaryTerm(GlossaryTermId id, PublicKey key, string name, string reading, string meaning)
    {
        Id = id;
        Key = key;
        Name = name;
        Reading = reading;
        Meaning = meaning;
    }

    public GlossaryTermId Id { get; private set; }
    public PublicKey Key { get; private set; }
    /// <summary>The word as it stands in texts; each once in a municipality.</summary>
    public string Name { get; private set; }
    /// <summary>よみ in hiragana or katakana: what terms are ordered by.</summary>
    public string Reading { get; private set; }
    public string Meaning { get; private set; }
    /// <summary>Where the meaning was taken from; null where it is the municipality's own.</summary>
    public string? Source { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }

    public static GlossaryTerm Explain(string name, string reading, string meaning, string? source, bool isSample = false)
    {
        var term = new GlossaryTerm(GlossaryTermId.New(), PublicKey.New(), name, reading, meaning) { IsSample = isSample };
        term.Write(name, reading, meaning, source);
        return term;
    }

    public static Refusal? WhyNotWrite(string? name, string? reading, string? meaning) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("用語")
        : name.Trim().Length > LongestName ? Refusals.TextTooLong("用語", LongestName, name.Trim().Length)
        : string.IsNullOrWhiteSpace(reading) ? Refusals.NameMissing("よみ")
        : !ReadingOrder.IsKana(reading.Trim()) ? Refusals.ReadingNotKana(reading.Trim())
        : string.IsNullOrWhiteSpace(meaning) ? Refusals.NameMissing("意味")
        : meaning.Trim().Length > LongestMeaning ? Refusals.TextTooLong("意味", LongestMeaning, meaning.Trim().Length) : null;

    public void Write(string name, string reading, string meaning, string? source)
    {
        WhyNotWrite(name, reading, meaning).ThrowIfAny();
        Name = name.Trim();
        Reading = reading.Trim();
        Meaning = meaning.Trim();
        Source = Blank.ToNull(source?.Trim());
    }
}
