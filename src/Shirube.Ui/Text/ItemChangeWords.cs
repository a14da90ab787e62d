using Shirube.Domain.Plans;

namespace Shirube.Ui.Text;

/// <summary>How a 新旧対照表 calls what happened to an item.</summary>
public static class ItemChangeWords
{
    public static readonly IReadOnlyList<(ItemChanges Change, string Word)> All =
    [
        (ItemChanges.Added, "新設"), (ItemChanges.Removed, "削除"), (ItemChanges.Moved, "移動"), (ItemChanges.Relevelled, "階層の変更"),
        (ItemChanges.Renumbered, "番号の変更"), (ItemChanges.Retitled, "題名の変更"), (ItemChanges.PlainTitle, "わかりやすい題名の変更"), (ItemChanges.Body, "本文の変更"),
    ];

    public static IEnumerable<string> Of(ItemChanges changes) => All.Where(w => changes.HasFlag(w.Change)).Select(w => w.Word);
}
