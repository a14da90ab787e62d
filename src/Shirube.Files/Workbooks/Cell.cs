using System.Globalization;

namespace Shirube.Files.Workbooks;

public enum CellKind
{
    Blank,
    Text,
    Number,
    Day,
    Truth,
    /// <summary>#REF! and its like, or a formula that was never calculated.</summary>
    Error,
}

/// <summary>One cell as the file has it: text untouched, numbers without the noise of binary fractions.</summary>
public readonly record struct Cell
{
    private readonly string? text;

    private Cell(CellKind kind, string? text, decimal number, bool isPercent)
    {
        Kind = kind;
        this.text = text;
        Number = number;
        IsPercent = isPercent;
    }

    public CellKind Kind { get; }
    public decimal Number { get; }
    /// <summary>Shown as a percentage: 0.987 is seen as 98.7%.</summary>
    public bool IsPercent { get; }
    public bool IsBlank => Kind == CellKind.Blank;
    public bool IsFilled => Kind != CellKind.Blank;
    public string Text => text ?? (Kind == CellKind.Number ? Number.ToString(CultureInfo.InvariantCulture) : "");
    public DateOnly Day => DateOnly.ParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Cell Of(string? text) => string.IsNullOrWhiteSpace(text) ? default : new(CellKind.Text, text, 0, false);
    public static Cell Of(decimal number, bool isPercent = false) => new(CellKind.Number, null, number, isPercent);
    public static Cell Of(DateOnly day) => new(CellKind.Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 0, false);
    public static Cell Of(bool truth) => new(CellKind.Truth, truth ? "TRUE" : "FALSE", truth ? 1 : 0, false);
    public static Cell Error(string text) => new(CellKind.Error, text, 0, false);

    /// <summary>A binary number as its sheet shows it: fifteen significant digits, so that 1355.3924999999999 is 1355.3925.</summary>
    public static Cell Of(double number, bool isPercent = false) =>
        double.IsFinite(number) && Math.Abs(number) < 1e27
            ? Of(Trimmed(decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)), isPercent)
            : new(CellKind.Text, number.ToString("R", CultureInfo.InvariantCulture), 0, false);

    public override string ToString() => Text;

    /// <summary>The same number without zeros at its end: 55.500 is 55.5.</summary>
    internal static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;
}
