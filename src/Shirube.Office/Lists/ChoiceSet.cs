using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>A value that can be chosen: its word in addresses, its name (set in by wide spaces where it lies below the one before), and what people call it besides.</summary>
public sealed record Choice<TValue>(TValue Value, string Word, string Name)
{
    public IReadOnlyList<string> Also { get; init; } = [];
    /// <summary>What tells it from others of the same name.</summary>
    public string? Note { get; init; }
    public string Plain => Name.Trim('\u3000');
}

/// <summary>The values of a field that holds one of a few: in their order. A value may stand for itself and what lies below it.</summary>
public sealed class ChoiceSet<TValue>
{
    private readonly Lazy<Dictionary<string, Choice<TValue>>> byWord;
    private readonly Lazy<Dictionary<object, (Choice<TValue> Choice, int Rank)>> byValue;
    private readonly Lazy<IReadOnlyList<FieldChoice>> offered;
    private readonly Lazy<IReadOnlyList<(Choice<TValue> Choice, bool IsOffered, string[] Names)>> called;

    public ChoiceSet(IReadOnlyList<Choice<TValue>> all)
    {
        All = all;
        byWord = new(() => All.DistinctBy(c => c.Word).ToDictionary(c => c.Word));
        byValue = new(() => All.Select((c, i) => (c, i)).DistinctBy(c => c.c.Value).ToDictionary(c => (object)c.c.Value!));
        offered = new(() => Offered ?? [.. All.Select(c => new FieldChoice(c.Word, c.Name) { Note = c.Note })]);
        called = new(Called);
    }

    public IReadOnlyList<Choice<TValue>> All { get; }
    /// <summary>Words that stand for others: 「自分の部課」.</summary>
    public IReadOnlyDictionary<string, (string Name, IReadOnlyList<TValue> Values)> Sets { get; init; } = new Dictionary<string, (string, IReadOnlyList<TValue>)>();
    public Func<TValue, IReadOnlyList<TValue>>? Below { get; init; }
    /// <summary>The value as whose a row is shown and gathered; itself where nothing is said.</summary>
    public Func<TValue, TValue?>? Up { get; init; }
    /// <summary>What is offered where that is not all.</summary>
    public IReadOnlyList<FieldChoice>? Offered { get; init; }
    public IReadOnlyList<FieldChoice> Choices => offered.Value;

    public Choice<TValue>? Of(object value) => byValue.Value.TryGetValue(value, out var found) ? found.Choice : null;

    public int? RankOf(object value) => byValue.Value.TryGetValue(value, out var found) ? found.Rank : null;

    public Choice<TValue> Find(string label, string word) => byWord.Value.TryGetValue(word, out var found) ? found : throw new RefusalException(Refusals.ChoiceUnknown(label, word));

    /// <summary>The word of what was typed: itself, or the one value called so, whatever the width, kana and case. Several of that name are a refusal.</summary>
    public string WordOf(string label, string typed)
    {
        if (byWord.Value.ContainsKey(typed) || Sets.ContainsKey(typed) || All.All(c => c.Word == c.Name))
            return typed;
        var folded = FoldedText.Fold(typed);
        var exact = called.Value.Where(c => c.Names.Contains(folded)).ToList();
        var found = exact.Count > 0 ? exact : [.. called.Value.Where(c => c.IsOffered && folded.Length > 0 && c.Names[0].Contains(folded, StringComparison.Ordinal))];
        if (found.Count > 1 && found.FindAll(c => c.IsOffered) is [var one])
            found = [one];
        return found switch
        {
            [] => throw new RefusalException(Refusals.ChoiceUnknown(label, typed)),
            [var only] => only.Choice.Word,
            _ => throw new RefusalException(Refusals.ChoiceAmbiguous(label, typed, found.Count, [.. found.Take(3).Select(c => c.Choice.Plain)])),
        };
    }

    /// <summary>What is offered to who typed a part of a name: the names that begin with it first.</summary>
    public IEnumerable<FieldChoice> Suggest(string typed)
    {
        var folded = FoldedText.Fold(typed);
        return called.Value.Where(c => c.IsOffered && c.Names.Any(n => n.Contains(folded, StringComparison.Ordinal)))
            .OrderBy(c => c.Names.Contains(folded) ? 0 : c.Names.Any(n => n.StartsWith(folded, StringComparison.Ordinal)) ? 1 : 2)
            .Select(c => new FieldChoice(c.Choice.Word, c.Choice.Plain) { Note = c.Choice.Note });
    }

    private List<(Choice<TValue>, bool, string[])> Called()
    {
        var there = Offered?.Select(o => o.Value).ToHashSet();
        return [.. All.Select(c => (c, there is null || there.Contains(c.Word), (string[])[FoldedText.Fold(c.Plain), .. c.Also.Select(FoldedText.Fold)]))];
    }
}
