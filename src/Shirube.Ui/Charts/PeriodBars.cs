using Microsoft.AspNetCore.Html;
using Shirube.Domain.Common;

namespace Shirube.Ui.Charts;

/// <summary>One bar on the axis of days: both days included, an open end is null. The kind (1–3) decides its look, its words stand on it.</summary>
public sealed record Period(string Row, string Words, DateOnly From, DateOnly? To, int Kind);

/// <summary>A mark below the bars of a row, at the end of a day.</summary>
public sealed record Moment(string Row, string Words, DateOnly Day);

/// <summary>Plan periods and mayoral terms on one axis of fiscal years.</summary>
public sealed record PeriodBars(string Summary, IReadOnlyList<Period> Periods, DateOnly Today)
{
    private const double Width = 880, Left = 8, Right = 8, RowHeight = 70, Head = 30;

    public IReadOnlyList<Moment> Moments { get; init; } = [];

    public IHtmlContent Render()
    {
        if (Periods.Count == 0)
            return HtmlString.Empty;
        var first = FiscalYear.Of(Periods.Min(p => p.From)).Value;
        var last = Math.Max(FiscalYear.Of(Periods.Max(p => p.To ?? p.From)).Value + 1, Periods.Any(p => p.To is null) ? FiscalYear.Of(Periods.Where(p => p.To is null).Max(p => p.From)).Value + 12 : 0);
        var rows = Periods.Select(p => p.Row).Distinct().ToList();
        var svg = new SvgWriter(Width, Head + rows.Count * RowHeight + 12);
        var begin = new DateOnly(first, 4, 1);
        var days = new DateOnly(last + 1, 3, 31).DayNumber - begin.DayNumber + 1;
        double X(DateOnly day) => Left + (double)(day.DayNumber - begin.DayNumber) / days * (Width - Left - Right);
        Years(svg, first, last, X);
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var y = Head + i * RowHeight;
            svg.Text(Left, y + 18, row, "start", "strong");
            foreach (var period in Periods.Where(p => p.Row == row).OrderBy(p => p.From))
                Bar(svg, period, X(period.From), period.To is { } to ? X(to.AddDays(1)) : Width - Right, y + 24);
            foreach (var moment in Moments.Where(m => m.Row == row))
                Mark(svg, moment.Words, X(moment.Day.AddDays(1)), y + 52);
        }
        if (FiscalYear.Of(Today).Value >= first && FiscalYear.Of(Today).Value <= last)
        {
            svg.Line("now", X(Today), Head - 6, X(Today), svg.Height - 4);
            svg.Text(X(Today) + 4, Head + 4, "きょう");
        }
        return svg.Figure(Summary, wide: true);
    }

    private static void Years(SvgWriter svg, int first, int last, Func<DateOnly, double> x)
    {
        var every = Math.Max(1, (int)Math.Ceiling((last - first + 1) / 22d));
        for (var year = first; year <= last; year++)
        {
            var at = x(new(year, 4, 1));
            svg.Line("chart-grid", at, Head - 8, at, svg.Height - 4);
            if ((year - first) % every == 0)
                svg.Text(at + 2, Head - 12, new FiscalYear(year).Short);
        }
    }

    private static void Mark(SvgWriter svg, string words, double at, double y)
    {
        svg.Path("moment", $"M{SvgWriter.N(at)} {SvgWriter.N(y)}l6 7-6 7-6-7z");
        svg.Text(at + 9, y + 12, words);
    }

    private static void Bar(SvgWriter svg, Period period, double from, double to, double y)
    {
        const double height = 28;
        if (period.To is null)
            svg.Path($"bar period-{period.Kind}", $"M{SvgWriter.N(from)} {SvgWriter.N(y)}H{SvgWriter.N(to - 14)}l14 14-14 14H{SvgWriter.N(from)}z");
        else
            svg.Rect($"bar period-{period.Kind}", from + 1, y, Math.Max(2, to - from - 2), height, period.Words);
        var room = (int)((to - from - 12) / 13);
        if (room < 2)
            return;
        var words = period.Words.Length <= room ? period.Words : period.Words[..(room - 1)] + "…";
        svg.Text(from + 8, y + 19, words, "start", period.Kind == 1 ? "on-dark" : null);
    }
}
