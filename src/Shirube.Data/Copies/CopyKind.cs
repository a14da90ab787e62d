namespace Shirube.Data;

/// <summary>What a column holds, the same word on every database: what a copy writes is read back as exactly this.</summary>
public enum CopyKind
{
    Text,
    Id,
    Whole,
    Number,
    Real,
    Flag,
    Instant,
    OffsetInstant,
    Day,
    Time,
    Bytes,
}
