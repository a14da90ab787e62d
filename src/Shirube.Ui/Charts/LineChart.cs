using Microsoft.AspNetCore.Html;
using Shirube.Domain.Common;
using Shirube.Ui.Text;

namespace Shirube.Ui.Charts;

/// <summary>A year's value; a provisional one (速報, 推計) is drawn hollow.</summary>
public sealed record ChartPoint(FiscalYear Year, decimal Value, bool IsProvisional = false);

/// <summary>An indicator over the years with its targets as diamonds. Years without a value leave a gap: nothing is drawn between.</summary>
public sealed record LineChart(string Name, string? Unit, IReadOnlyList<ChartPoint> Actuals, IReadOnlyList<ChartPoint> Targets)
{
    private const double Width = 420, Height = 230, Left = 52, Right = 24, Top = 24, Bottom = 34;

    /// <summary>The first years of a new way of counting: nothing is drawn across, a line says so.</summary>
    public IReadOnlyList<FiscalYear> Breaks { get; init; } = [];

    /// <summary>Whether the way from the last value to the last target is drawn.</summary>
    public bool ShowsWay { get; init; }

    public bool HasAnything => Actuals.Count + Targets.Count > 0;

    /// <summary>What the chart shows in one sentence.</summary>
    public string Summary
    {
        get
        {
            var actuals = Actuals.OrderBy(p => p.Year).ToList();
            var course = actuals switch
            {
                [] => $"{Name}の実績はまだありません。",
                [var only] => $"{Name}は{only.Year.Era}に{Say(only)}です。",
                [var first, .., var last] => $"{Name}は{first.Year.Era}の{Say(first)}から{last.Year.Era}の{Say(last)}へ{Direction(first.Value, last.Value)}。",
            };
            return Targets.OrderBy(p => p.Year).LastOrDefault() is { } target ? $"{course}目標は{target.Year.Era}に{Say(target)}です。" : course;
        }
    }

    public IHtmlContent Render()
    {
        if (!HasAnything)
            return HtmlString.Empty;
        var svg = new SvgWriter(Width, Height);
        var scale = new Scale(Actuals.Concat(Targets).Select(p => p.Value), Top, Height - Bottom, fromZero: false);
        var years = Actuals.Concat(Targets).Select(p => p.Year.Value).ToList();
        var (first, last) = (years.Min(), years.Max());
        double X(FiscalYear year) => first == last ? (Left + Width - Right) / 2 : Left + 14 + (year.Value - first) * (Width - Right - Left - 28) / (last - first);
        Axes(svg, scale, first, last, X);
        Goals(svg, scale, X);
        Way(svg, scale, X);
        Course(svg, scale, X);
        return svg.Figure(Summary);
    }

    private static string Direction(decimal from, decimal to) => to > from ? "増えました" : to < from ? "減りました" : "変わっていません";

    private string Say(ChartPoint point) => Format.WithUnit(point.Value, Unit);

    private static void Axes(SvgWriter svg, Scale scale, int first, int last, Func<FiscalYear, double> x)
    {
        foreach (var tick in scale.Ticks)
        {
            svg.Line("chart-grid", Left, scale.At(tick), Width - Right, scale.At(tick));
            svg.Text(Left - 8, scale.At(tick) + 4, Scale.Words(tick), "end");
        }
        svg.Line("chart-axis", Left, Height - Bottom, Width - Right, Height - Bottom);
        var every = Math.Max(1, (int)Math.Ceiling((last - first + 1) / 9d));
        for (var year = last; year >= first; year -= every)
            svg.Text(x(new(year)), Height - Bottom + 20, new FiscalYear(year).Short, "middle");
    }

    private void Goals(SvgWriter svg, Scale scale, Func<FiscalYear, double> x)
    {
        var goals = Targets.OrderBy(p => p.Year).ToList();
        if (goals.Count > 1)
            svg.Path("chart-goal", "M" + string.Join('L', goals.Select(g => $"{SvgWriter.N(x(g.Year))} {SvgWriter.N(scale.At((double)g.Value))}")));
        foreach (var goal in goals)
        {
            var (gx, gy) = (x(goal.Year), scale.At((double)goal.Value));
            svg.Path("chart-goal-mark", $"M{SvgWriter.N(gx)} {SvgWriter.N(gy - 7)}l7 7-7 7-7-7z");
        }
        if (goals.LastOrDefault() is { } last)
            svg.Text(Math.Min(x(last.Year) + 8, Width - 4), scale.At((double)last.Value) - 12, $"目標 {Format.Readable(last.Value)}", "end");
    }

    private void Way(SvgWriter svg, Scale scale, Func<FiscalYear, double> x)
    {
        foreach (var year in Breaks.Where(b => Actuals.Any(p => p.Year == b)))
        {
            var middle = (x(year) + x(new(year.Value - 1))) / 2;
            svg.Line("chart-break", middle, Top, middle, Height - Bottom);
            svg.Text(middle, Top - 6, "数え方の変更", "middle");
        }

        if (ShowsWay && Actuals.MaxBy(p => p.Year) is { } last && Targets.MaxBy(p => p.Year) is { } goal && goal.Year > last.Year)
            svg.Line("chart-way", x(last.Year), scale.At((double)last.Value), x(goal.Year), scale.At((double)goal.Value));
    }

    private void Course(SvgWriter svg, Scale scale, Func<FiscalYear, double> x)
    {
        var points = Actuals.OrderBy(p => p.Year).ToList();
        foreach (var (a, b) in points.Zip(points.Skip(1)).Where(pair => pair.Second.Year - pair.First.Year == 1 && !Breaks.Contains(pair.Second.Year)))
            svg.Line("chart-line", x(a.Year), scale.At((double)a.Value), x(b.Year), scale.At((double)b.Value));
        foreach (var point in points)
            svg.Circle(point.IsProvisional ? "chart-dot-soft" : "chart-dot", x(point.Year), scale.At((double)point.Value), 5);
        if (points.LastOrDefault() is not { } last)
            return;
        var y = scale.At((double)last.Value);
        var collides = Targets.Any(t => t.Year == last.Year && Math.Abs(scale.At((double)t.Value) - y) < 30 && t.Value >= last.Value);
        svg.Text(Math.Min(x(last.Year), Width - 30), collides ? y + 22 : y - 11, Format.Readable(last.Value), "middle", "strong");
    }
}
