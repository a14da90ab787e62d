namespace Shirube.Ui.Charts;

/// <summary>A value axis with round ticks that holds all values.</summary>
internal sealed class Scale
{
    private readonly double top;
    private readonly double bottom;

    public Scale(IEnumerable<decimal> values, double top, double bottom, bool fromZero, int ticks = 4)
    {
        (this.top, this.bottom) = (top, bottom);
        var all = values.Select(v => (double)v).DefaultIfEmpty(0).ToList();
        var (low, high) = (all.Min(), all.Max());
        if (fromZero || (low >= 0 && low < high * .5))
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        if (low == high)
            (low, high) = low == 0 ? (0, 1) : (low - Math.Abs(low) * .1, high + Math.Abs(high) * .1);
        var step = Round((high - low) / ticks);
        Low = Math.Floor(low / step + 1e-9) * step;
        High = Math.Ceiling(high / step - 1e-9) * step;
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((High - Low) / step) + 1).Select(i => Low + i * step)];
    }

    public double Low { get; }
    public double High { get; }
    public IReadOnlyList<double> Ticks { get; }

    public double At(double value) => bottom - (value - Low) / (High - Low) * (bottom - top);

    private static double Round(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return (raw / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 } * power;
    }

    /// <summary>A tick in few letters: 1.5億, 300万, 84.5.</summary>
    public static string Words(double value) =>
        Math.Abs(value) switch
        {
            >= 1e12 => Short(value / 1e12) + "兆",
            >= 1e8 => Short(value / 1e8) + "億",
            >= 1e5 => Short(value / 1e4) + "万",
            _ => Short(value),
        };

    private static string Short(double value) => value.ToString("#,0.###", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');
}
