using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;

namespace Shirube.Office.Lists.Bulk;

/// <summary>What a person typed once for many records: a text or a choice, and from which fiscal year where the field asks for it. Empty means none.</summary>
public sealed record BulkValue(string? Text, FiscalYear? From);

/// <summary>A field as the page offers it.</summary>
public record BulkField(string Key, string Label)
{
    /// <summary>What may be chosen; null where a text is typed.</summary>
    public IReadOnlyList<SelectListItem>? Choices { get; init; }
    public IReadOnlyList<string> Suggestions { get; init; } = [];
    public string? Hint { get; init; }
    public bool AsksFrom { get; init; }
}

/// <summary>One field that may be set for many records at once, by the record's own verb.</summary>
public sealed record BulkField<T>(string Key, string Label, Func<T, string?> Shown, Action<T, BulkValue> Write) : BulkField(Key, Label);
