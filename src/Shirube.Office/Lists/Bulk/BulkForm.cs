using Shirube.Domain.Common;
using Shirube.Office.Common;

namespace Shirube.Office.Lists.Bulk;

/// <summary>What the preview was asked for, and the versions it was made of.</summary>
public sealed class BulkForm
{
    public string? Value { get; set; }
    public string? From { get; set; }
    public string? Why { get; set; }
    /// <summary>Key and version of each record in the preview.</summary>
    public string? Basis { get; set; }
    /// <summary>Keys of the records that are left as they are.</summary>
    public List<string> Left { get; set; } = [];

    internal IReadOnlyDictionary<PublicKey, int> Versions() => RecordVersions.Read(Basis).ToDictionary(r => r.Key, r => r.Version);

    internal static string BasisOf(IEnumerable<BulkRow> rows) => RecordVersions.Of(rows.Select(r => (r.Key, r.Version)));
}

/// <summary>One record before and after; the refusal where it cannot be changed.</summary>
public sealed record BulkRow(PublicKey Key, int Version, string Name, string Address, string? Before, string? After, Refusal? Refusal);

/// <summary>What would happen: the records that change, those that cannot, and how many have the value already.</summary>
public sealed record BulkPreview(IReadOnlyList<BulkRow> Changed, IReadOnlyList<BulkRow> Refused, int Same);

/// <summary>Everything the page shows.</summary>
public sealed record BulkView(string Path, string Title, string ListAddress, IReadOnlyList<Chip> Chips, int Count, IReadOnlyList<BulkField> Fields, BulkField? Field, BulkForm Form, BulkPreview? Preview);
