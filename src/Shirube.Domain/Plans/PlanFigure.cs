using System.Text.RegularExpressions;
using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>図: a picture that texts of plans show by its key, with the words that stand for it where it cannot be seen. The picture itself never changes, so that what was decided keeps the picture it was decided with.</summary>
public sealed partial class PlanFigure : Aggregate
{
    public const int LongestTitle = 100;
    public const int LongestAlt = 1_000;

    private PlanFigure(PlanFigureId id, PublicKey key, string title, string alt, PictureKind kind, int width, int height, string sha256)
    {
        Id = id;
        Key = key;
        Title = title;
        Alt = alt;
        Kind = kind;
        Width = width;
        Height = height;
        Sha256 = sha256;
    }

    public PlanFigureId Id { get; private set; }
    public PublicKey Key { get; private set; }
    /// <summary>図の題名, as it stands under the picture.</summary>
    public string Title { get; private set; }
    /// <summary>What the picture says, in words: for people who do not see it.</summary>
    public string Alt { get; private set; }
    /// <summary>Where the picture or its figures were taken from; null where it is the municipality's own.</summary>
    public string? Source { get; private set; }
    public PictureKind Kind { get; private set; }
    /// <summary>In pixels.</summary>
    public int Width { get; private set; }
    /// <summary>In pixels.</summary>
    public int Height { get; private set; }
    /// <summary>Of the picture's bytes, in small hexadecimal letters.</summary>
    public string Sha256 { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }

    /// <summary>What one writes into a text to show it.</summary>
    public string Mark => $"![{Title.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}]({Address(Key)})";

    public static PlanFigure Keep(string title, string alt, string? source, PictureKind kind, int width, int height, string sha256, bool isSample = false)
    {
        var figure = new PlanFigure(PlanFigureId.New(), PublicKey.New(), title, alt, kind, width, height, sha256) { IsSample = isSample };
        figure.Write(title, alt, source);
        return figure;
    }

    public static Refusal? WhyNotWrite(string? title, string? alt) =>
        string.IsNullOrWhiteSpace(title) ? Refusals.NameMissing("図の題名")
        : title.Trim().Length > LongestTitle ? Refusals.TextTooLong("図の題名", LongestTitle, title.Trim().Length)
        : string.IsNullOrWhiteSpace(alt) ? Refusals.NameMissing("図の説明")
        : alt.Trim().Length > LongestAlt ? Refusals.TextTooLong("図の説明", LongestAlt, alt.Trim().Length) : null;

    public void Write(string title, string alt, string? source)
    {
        WhyNotWrite(title, alt).ThrowIfAny();
        Title = title.Trim();
        Alt = alt.Trim();
        Source = Blank.ToNull(source?.Trim());
    }

    /// <summary>How a text names a figure: 図/ and its key.</summary>
    public static string Address(PublicKey key) => $"図/{key}";

    /// <summary>The key in an address of a text; null where it names no figure.</summary>
    public static PublicKey? KeyIn(string? address) => address is not null && Named().Match(address) is { Success: true } named ? new(named.Groups["key"].Value) : null;

    /// <summary>The figures that a text shows, each once, in the order of the text.</summary>
    public static IReadOnlyList<PublicKey> KeysIn(string? text) => string.IsNullOrEmpty(text) ? [] : [.. Shown().Matches(text).Select(m => new PublicKey(m.Groups["key"].Value)).Distinct()];

    [GeneratedRegex(@"^図/(?<key>[0-9a-z]{1,20})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\]\(\s*<?図/(?<key>[0-9a-z]{1,20})\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}

/// <summary>The form of a picture's file.</summary>
public enum PictureKind
{
    Png,
    Jpeg,
}
