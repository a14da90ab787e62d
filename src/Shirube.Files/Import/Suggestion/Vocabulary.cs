using System.Text.Json;
using System.Text.RegularExpressions;
using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>The words offices use in headings, held as data in vocabulary.json.</summary>
internal sealed class Vocabulary
{
    private static readonly Lazy<Vocabulary> Loaded = new(Load);
    private readonly Dictionary<string, Words> fields = [];

    private sealed record Words(IReadOnlyList<Regex> Patterns, IReadOnlyList<Regex> Not);

    public static Vocabulary Known => Loaded.Value;
    public IReadOnlyList<string> Levels { get; private init; } = [];
    public IReadOnlySet<string> LevelCodes { get; private init; } = new HashSet<string>();
    public IReadOnlySet<string> LevelTitles { get; private init; } = new HashSet<string>();
    public IReadOnlyList<string> MoneyContext { get; private init; } = [];
    public IReadOnlyList<string> NeverMoney { get; private init; } = [];
    public IReadOnlyList<(MoneyKind Kind, IReadOnlyList<string> Words)> MoneyKinds { get; private init; } = [];
    public IReadOnlyList<(MoneyStage Stage, IReadOnlyList<string> Words)> Stages { get; private init; } = [];
    public IReadOnlyList<(string Word, string Offset)> RelativeYears { get; private init; } = [];

    /// <summary>How well a heading stands for a field: 1 for its best word, less for later ones, 0 where it does not.</summary>
    public double Fit(string field, string heading)
    {
        if (heading.Length == 0 || fields[field] is not { } words || words.Not.Any(n => n.IsMatch(heading)))
            return 0;
        for (var i = 0; i < words.Patterns.Count; i++)
            if (words.Patterns[i].IsMatch(heading))
                return 1 - i / (double)(2 * words.Patterns.Count);
        return 0;
    }

    private static Vocabulary Load()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("Shirube.Files.Import.Suggestion.vocabulary.json")!;
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        var money = root.GetProperty("money");
        var vocabulary = new Vocabulary
        {
            Levels = Strings(root.GetProperty("levels")),
            LevelCodes = Strings(root.GetProperty("levelCode")).ToHashSet(),
            LevelTitles = Strings(root.GetProperty("levelTitle")).ToHashSet(),
            MoneyContext = Strings(money.GetProperty("context")),
            NeverMoney = Strings(money.GetProperty("never")),
            MoneyKinds = [.. Enum.GetValues<MoneyKind>().Select(k => (k, Strings(money.GetProperty(k.ToString()))))],
            Stages = [.. root.GetProperty("stages").EnumerateObject().Select(p => (Enum.Parse<MoneyStage>(p.Name), Strings(p.Value)))],
            RelativeYears = [.. root.GetProperty("relativeYears").EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))],
        };
        foreach (var field in root.GetProperty("fields").EnumerateObject())
            vocabulary.fields.Add(field.Name, new(Patterns(field.Value, "words"), Patterns(field.Value, "not")));
        return vocabulary;
    }

    private static List<Regex> Patterns(JsonElement field, string name) =>
        field.TryGetProperty(name, out var words) ? [.. Strings(words).Select(w => new Regex("^" + Regex.Escape(HeadingText.Fold(w)).Replace("\\*", ".*") + "$", RegexOptions.None, TimeSpan.FromSeconds(1)))] : [];

    private static IReadOnlyList<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];
}
