using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;

namespace Shirube.Office.Lists.Bulk;

/// <summary>What a person typed once for many records: a text or a choice, and the fiscal year where the field asks for it. Empty means none.</summary>
public sealed record BulkValue(string? Text, FiscalYear? From);

/// <summary>A field as the page offers it.</summary>
public record BulkField(string Key, string Label)
{
    /// <summary>What may be chosen; null where a text is typed.</summary>
    public IReadOnlyList<SelectListItem>? Choices { get; init; }
    public IReadOnlyList<string> Suggestions { get; init; } = [];
    public string? Hint { get; init; }
    /// <summary>Whether there is no record without it.</summary>
    public bool IsRequired { get; init; }
    /// <summary>What the fiscal year is to the field, and how it is typed; null where none is asked for.</summary>
    public (string Label, string Hint)? Year { get; init; }
    /// <summary>Where choices are asked for while a name is typed, where there are too many to send.</summary>
    public string? Suggest { get; init; }
}

/// <summary>One field that may be set for many records at once, by the record's own verb.</summary>
public sealed record BulkField<T>(string Key, string Label, Func<T, BulkValue, string?> Shown, Action<T, BulkValue> Write) : BulkField(Key, Label)
{
    public BulkField(string key, string label, Func<T, string?> shown, Action<T, BulkValue> write) : this(key, label, (record, _) => shown(record), write) { }

    /// <summary>The word of what was typed; a refusal where it names nothing.</summary>
    public Func<string, string> Worded { get; init; } = typed => typed;

    public BulkValue Read(BulkValue typed) => typed.Text is { } text ? typed with { Text = Worded(text) } : typed;
}
