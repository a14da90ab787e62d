using Microsoft.AspNetCore.Html;
using Shirube.Domain.Common;
using Shirube.Ui.Text;

namespace Shirube.Ui.Charts;

/// <summary>One year's bar: the parts in the order of the keys (null where unknown), or only a stated total.</summary>
public sealed record BarYear(FiscalYear Year, string? Note, IReadOnlyList<Yen?> Parts, Yen? StatedTotal)
{
    /// <summary>The height of the bar: the stated total, else the sum of the parts that are known; null where nothing is.</summary>
    public Yen? Total => StatedTotal ?? (Parts.Any(p => p is not null) ? Parts.OfType<Yen>().Aggregate(Yen.Zero, (a, b) => a + b) : null);
    public bool HasParts => Parts.Any(p => p is { Value: not 0 });
}

/// <summary>Money by year, stacked by source. A total whose sources are unknown is a bar of its own kind; a year without a figure has no bar and says so.</summary>
public sealed record StackedBars(string Name, IReadOnlyList<string> Keys, IReadOnlyList<BarYear> Years)
{
    private const double Width = 420, Height = 250, Left = 56, Right = 8, Top = 26, Bottom = 36;

    public bool HasAnything => Years.Any(y => y.Total is not null);

    public string Summary
    {
        get
        {
            var known = Years.Where(y => y.Total is not null).OrderBy(y => y.Year).ToList();
            return known switch
            {
                [] => $"{Name}は公表されていません。",
                [var only] => $"{Name}は{Label(only)}に{Format.Yen(only.Total!.Value)}です。",
                [var first, .., var last] => $"{Name}は{Label(first)}の{Format.Yen(first.Total!.Value)}から{Label(last)}の{Format.Yen(last.Total!.Value)}へ{(last.Total > first.Total ? "増えました" : last.Total < first.Total ? "減りました" : "変わっていません")}。",
            };
        }
    }

    public IHtmlContent Render()
    {
        if (!HasAnything)
            return HtmlString.Empty;
        var svg = new SvgWriter(Width, Height);
        var years = Years.OrderBy(y => y.Year).ToList();
        var heights = years.SelectMany(y => new decimal[] { y.Total?.Value ?? 0, Sum(y, p => p > 0), Sum(y, p => p < 0) });
        var scale = new Scale(heights, Top, Height - Bottom, fromZero: true);
        foreach (var tick in scale.Ticks)
        {
            svg.Line("chart-grid", Left, scale.At(tick), Width - Right, scale.At(tick));
            svg.Text(Left - 8, scale.At(tick) + 4, Scale.Words(tick), "end");
        }
        var slot = (Width - Left - Right) / years.Count;
        foreach (var (year, i) in years.Select((y, i) => (y, i)))
            Bar(svg, scale, year, Left + slot * (i + .5), Math.Min(44, slot * .62));
        svg.Line("chart-axis", Left, scale.At(0), Width - Right, scale.At(0));
        return svg.Figure(Summary, SvgWriter.Keys(UsedKeys(years)));
    }

    private static string Label(BarYear year) => year.Note is null ? year.Year.Era : $"{year.Year.Era}({year.Note})";

    private static decimal Sum(BarYear year, Func<long, bool> which) => year.Parts.OfType<Yen>().Where(p => which(p.Value)).Sum(p => (decimal)p.Value);

    private IEnumerable<(string, string)> UsedKeys(IReadOnlyList<BarYear> years)
    {
        for (var i = 0; i < Keys.Count; i++)
        {
            if (years.Any(y => y.Parts[i] is { Value: not 0 }))
                yield return ($"k{i + 1}", Keys[i]);
        }
        if (years.Any(y => !y.HasParts && y.Total is { Value: not 0 }))
            yield return ("k6", "財源の内訳は公表されていません");
    }

    private void Bar(SvgWriter svg, Scale scale, BarYear year, double middle, double width)
    {
        svg.Text(middle, Height - Bottom + 18, year.Year.Short, "middle");
        if (year.Note is not null)
            svg.Text(middle, Height - 3, year.Note, "middle");
        if (year.Total is not { } total)
        {
            svg.Text(middle, scale.At(0) - 6, Format.None, "middle");
            return;
        }
        if (!year.HasParts)
            Part(svg, scale, "k6", middle - width / 2, width, 0, total.Value, "事業費計");
        double up = 0, down = 0;
        foreach (var (part, i) in year.Parts.Select((p, i) => (p, i)).Where(p => year.HasParts && p.p is { Value: not 0 }))
        {
            var from = part!.Value.Value > 0 ? up : down;
            Part(svg, scale, $"k{i + 1}", middle - width / 2, width, from, from + part.Value.Value, Keys[i]);
            (up, down) = part.Value.Value > 0 ? (from + part.Value.Value, down) : (up, from + part.Value.Value);
        }
        svg.Text(middle, scale.At(Math.Max(up, Math.Max(total.Value, 0))) - 6, Scale.Words(RoundForLabel(total.Value)), "middle", "strong");
    }

    private static double RoundForLabel(long value)
    {
        if (value == 0)
            return 0;
        var digits = Math.Max(0, (int)Math.Floor(Math.Log10(Math.Abs((double)value))) - 3);
        var power = Math.Pow(10, digits);
        return Math.Round(value / power) * power;
    }

    private static void Part(SvgWriter svg, Scale scale, string @class, double x, double width, double from, double to, string name)
    {
        var (top, bottom) = (scale.At(Math.Max(from, to)), scale.At(Math.Min(from, to)));
        svg.Rect($"bar {@class}", x, top, width, Math.Max(.5, bottom - top), $"{name} {Format.ExactYen(new((long)(to - from)))}");
    }
}
