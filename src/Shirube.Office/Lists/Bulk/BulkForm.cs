using System.Globalization;
using Shirube.Domain.Common;

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

    internal IReadOnlyDictionary<PublicKey, int> Versions() =>
        (Basis ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':'))
            .Where(pair => pair.Length == 2 && int.TryParse(pair[1], CultureInfo.InvariantCulture, out _))
            .DistinctBy(pair => pair[0]).ToDictionary(pair => new PublicKey(pair[0]), pair => int.Parse(pair[1], CultureInfo.InvariantCulture));

    internal static string BasisOf(IEnumerable<BulkRow> rows) => string.Join(' ', rows.Select(r => $"{r.Key.Value}:{r.Version}"));
}

/// <summary>One record before and after; the refusal where it cannot be changed.</summary>
public sealed record BulkRow(PublicKey Key, int Version, string Name, string Address, string? Before, string? After, Refusal? Refusal);

/// <summary>What would happen: the records that change, those that cannot, and how many have the value already.</summary>
public sealed record BulkPreview(IReadOnlyList<BulkRow> Changed, IReadOnlyList<BulkRow> Refused, int Same);

/// <summary>Everything the page shows.</summary>
public sealed record BulkView(string Path, string Title, string ListAddress, IReadOnlyList<Chip> Chips, int Count, IReadOnlyList<BulkField> Fields, BulkField? Field, BulkForm Form, BulkPreview? Preview);
