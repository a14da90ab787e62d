namespace Shirube.Domain.Plans;

/// <summary>What happened to an item from one edition to another; several may hold at once, <see cref="Added"/> and <see cref="Removed"/> stand alone.</summary>
[Flags]
public enum ItemChanges
{
    None = 0,
    /// <summary>新設: only the new edition has it.</summary>
    Added = 1,
    /// <summary>削除: only the old edition has it.</summary>
    Removed = 2,
    /// <summary>移動: under another item, or in another place among the siblings that stayed.</summary>
    Moved = 4,
    /// <summary>番号の変更.</summary>
    Renumbered = 8,
    /// <summary>階層の変更.</summary>
    Relevelled = 16,
    /// <summary>題名の変更.</summary>
    Retitled = 32,
    /// <summary>やさしい題名の変更.</summary>
    PlainTitle = 64,
    /// <summary>本文の変更.</summary>
    Body = 128,
}
