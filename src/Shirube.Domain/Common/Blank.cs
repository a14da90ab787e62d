namespace Shirube.Domain.Common;

/// <summary>Text that says nothing is no text: null, empty and white space are one.</summary>
public static class Blank
{
    public static string? ToNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
