using Shirube.Domain.Plans;

namespace Shirube.Ui.Text;

/// <summary>How a 新旧対照表 calls what happened to an item.</summary>
public static class ItemChangeWords
{
    private const string Body = "本文の変更";
    private const string Signs = "書式だけの変更";

    private static readonly IReadOnlyList<(ItemChanges Change, string Word)> All =
    [
        (ItemChanges.Added, "新設"), (ItemChanges.Removed, "削除"), (ItemChanges.Moved, "移動"), (ItemChanges.Relevelled, "階層の変更"),
        (ItemChanges.Renumbered, "番号の変更"), (ItemChanges.Retitled, "題名の変更"), (ItemChanges.PlainTitle, "わかりやすい題名の変更"), (ItemChanges.Body, Body),
    ];

    public static IEnumerable<string> Of(ComparedItem line) => All.Where(w => line.Changes.HasFlag(w.Change)).Select(w => w.Word == Body && MarkdownMarks.OnlySigns(line.Old?.Body, line.New?.Body) ? Signs : w.Word);

    /// <summary>How many items each of it happened to, where it happened to any.</summary>
    public static IReadOnlyList<(string Word, int Count)> Counts(ComparisonTable table)
    {
        var words = table.Changed.SelectMany(Of).CountBy(w => w).ToDictionary();
        return [.. All.Select(w => w.Word).Append(Signs).Where(words.ContainsKey).Select(w => (w, words[w]))];
    }
}
