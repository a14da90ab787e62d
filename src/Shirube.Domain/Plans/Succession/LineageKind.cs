namespace Shirube.Domain.Plans;

/// <summary>How an item of one plan and of the next hang together; follows from what people asserted and from the titles.</summary>
public enum LineageKind
{
    /// <summary>Nobody has said yet.</summary>
    Unsaid,
    /// <summary>継続: one follows one, under the same title.</summary>
    Carried,
    /// <summary>名称変更: one follows one, under another title.</summary>
    Renamed,
    /// <summary>統合: one follows several.</summary>
    Merged,
    /// <summary>分割: several follow one.</summary>
    Split,
    /// <summary>終了: none follows.</summary>
    Dropped,
    /// <summary>新規: it follows none.</summary>
    New,
}
