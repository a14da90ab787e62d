using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Common;

/// <summary>How one logged field is called, and how its text in the change log reads. A text alone is the name of a field that reads as it stands.</summary>
internal sealed record FieldWord(string Name, Func<string, HistoryNames, string?>? Reading = null)
{
    /// <summary>Keys, orders and marks that say nothing to a person, or repeat what the line says already.</summary>
    public static readonly FieldWord Unsaid = new("");

    public static implicit operator FieldWord(string name) => new(name);

    public static FieldWord YesNo(string name) => new(name, (text, _) => text == "true" ? "はい" : "いいえ");

    public static FieldWord Year(string name) => new(name, (text, _) => EraOf(text));

    public static FieldWord Day(string name) => new(name, (text, _) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? Format.Day(day) : text);

    public static FieldWord Moment(string name) => new(name, (text, _) => MomentOf(text));

    public static FieldWord Number(string name) => new(name, (text, _) => NumberOf(text));

    /// <summary>The id of a department, a person, an item, a plan …</summary>
    public static FieldWord Record(string name) => new(name, (text, names) => names.Of(text));

    /// <summary>The key of an item of a plan.</summary>
    public static FieldWord Item(string name) => new(name, (text, names) => names.Item(text));

    /// <summary>That it changed is said, never what it is.</summary>
    public static FieldWord Secret(string name) => new(name, (_, _) => "(見せません)");

    public static FieldWord Of<T>(string name, Func<T, string> word) where T : struct, Enum => new(name, (text, _) => WordOf(text, word));

    public string? Read(string? text, HistoryNames names) => text is null ? null : Reading is { } reading ? reading(text, names) : text;

    public static string EraOf(string year) => int.TryParse(year, CultureInfo.InvariantCulture, out var value) && value is >= 1868 and <= 2200 ? new FiscalYear(value).Era : year;

    public static string WordOf<T>(string text, Func<T, string> word) where T : struct, Enum => Enum.TryParse<T>(text, out var known) ? word(known) : text;

    public static string NumberOf(string text) => decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? Format.Number(number) : text;

    private static string MomentOf(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? When.Of(at) : text;
}

/// <summary>A moment in the municipality's time, in words.</summary>
public static class When
{
    /// <summary>令和8年10月1日10時05分</summary>
    public static string Of(DateTime utc) => $"{Format.Day(Tokyo.DayOf(utc))} {Tokyo.At(utc).ToString("H時mm分", CultureInfo.InvariantCulture)}";
}
