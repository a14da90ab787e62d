namespace Shirube.Domain.Plans;

/// <summary>One line of a 新旧対照表: an item in the old edition, in the new one, or in both.</summary>
/// <param name="Depth">How far below the top it is shown, from 0.</param>
public sealed record ComparedItem(ItemState? Old, ItemState? New, int Depth, ItemChanges Changes)
{
    /// <summary>As the new edition has it, or the old one where it is gone.</summary>
    public ItemState Shown => New ?? Old!;

    public bool IsChanged => Changes != ItemChanges.None;
}
