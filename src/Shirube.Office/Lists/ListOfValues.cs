using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>Several values of one condition in an address: a|b|c, and a range as a..b.</summary>
internal static class ListOfValues
{
    public static IEnumerable<string> Read(string value) => value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static (string From, string To) Range(string label, string value) =>
        value.Split("..") is [{ Length: > 0 } from, { Length: > 0 } to] ? (from.Trim(), to.Trim()) : throw new RefusalException(Refusals.RangeUnreadable(label, value));

    public static string Say(IEnumerable<string> values) => string.Join("・", values.Select(v => $"「{v}」"));

    public static RefusalException Unfit(ListField field, Comparison comparison) => new(Refusals.ComparisonUnfit(field.Label, comparison.Label()));
}
