using System.Globalization;
using Shirube.Domain.Common;

namespace Shirube.Office.Common;

/// <summary>Which version of each of many records a form was made of, in one hidden text.</summary>
internal static class RecordVersions
{
    public static string Of(IEnumerable<(PublicKey Key, int Version)> records) => string.Join(' ', records.Select(r => $"{r.Key.Value}:{r.Version}"));

    /// <summary>In the order of the form. What is no version is left out.</summary>
    public static IReadOnlyList<(PublicKey Key, int Version)> Read(string? text) =>
        [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':'))
            .Where(pair => pair.Length == 2 && int.TryParse(pair[1], CultureInfo.InvariantCulture, out _))
            .DistinctBy(pair => pair[0]).Select(pair => (new PublicKey(pair[0]), int.Parse(pair[1], CultureInfo.InvariantCulture)))];
}
