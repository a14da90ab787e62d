namespace Shirube.Files.Tables;

/// <summary>How much room a text takes in a cell of a workbook. Programs other than Excel do not fit the height of a row to its text when they open a file, so that it is written into it.</summary>
internal static class CellSize
{
    /// <summary>The most that Excel knows.</summary>
    private const double Highest = 409;

    /// <summary>In Excel's unit, the digit of the usual font: a letter of Japanese is nearly as wide as two (15 of its pixels to 8 in Yu Gothic of 11 points).</summary>
    public static double WidthOf(string line) => line.Sum(c => c < 256 ? 1.05 : 1.9);

    /// <summary>How many lines a text takes in a column of a width.</summary>
    public static int Lines(string text, double width) => text.Split('\n').Sum(l => Math.Max(1, (int)Math.Ceiling(WidthOf(l) / Math.Max(1, width))));

    public static double Height(int lines, double points) => Math.Min(Highest, lines * points * 1.65 + 2);
}
