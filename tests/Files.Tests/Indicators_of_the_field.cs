using System.Globalization;
using Given;
using Shirube.Domain.Indicators;
using Shirube.Files.Workbooks;
using Shouldly;
using Xunit;

namespace Files.Tests;

/// <summary>Published figures, and cases computed by others, come out.</summary>
public sealed class Indicators_of_the_field
{
    [Fact]
    public void Six_cases_of_several_formulas_have_the_same_rate_expected_way_and_pace()
    {
        foreach (var row in Rows("indicators/progress_cases.csv"))
        {
            var (from, to, now) = ((int)row.Number("by"), (int)row.Number("ty"), (int)row.Number("cy"));
            var share = ExpectedProgress.Linear(new(from), new(to), new(now));
            var assessment = Assessment.Of(new(IndicatorType.Progress, row.Number("base"), row.Number("target"), row.Number("cur"), share), GradeScheme.Letters);
            assessment.Rate.Percent.ShouldBe(row.Number("baseline_rel"), row.Text("name"));
            (share * 100).ShouldBe(row.Number("expected_now"), row.Text("name"));
            assessment.Pace.Percent.ShouldBe(row.Number("pace"), row.Text("name"));
            var simple = AchievementRate.Of(new(row.Number("dir") > 0 ? IndicatorType.RatioUp : IndicatorType.RatioDown, null, row.Number("target"), row.Number("cur")));
            simple.Percent!.Value.ShouldBe(row.Number("simple_ratio"), 1e-9m, row.Text("name"));
        }
    }

    [Fact]
    public void Sixteen_published_rates_of_investment_come_out_to_the_tenth()
    {
        var rows = Rows("indicators/fuji_investment_progress.csv");
        rows.Count.ShouldBe(16);
        foreach (var row in rows)
        {
            var rate = AchievementRate.Of(new(IndicatorType.RatioUp, null, row.Number("planned_thousand_yen"), row.Number("actual_h23_27_thousand_yen")));
            Math.Round(rate.Percent!.Value, 1, MidpointRounding.AwayFromZero).ShouldBe(row.Number("published_progress_pct"), row.Text("chapter"));
        }
    }

    private static List<Row> Rows(string file)
    {
        var path = SharedData.Find(file);
        Assert.SkipWhen(path is null, $"shared/data/{file} がここにないため、確かめられません。");
        using var stream = File.OpenRead(path);
        using var workbook = Workbook.Open(stream, Path.GetFileName(path));
        var rows = workbook.Sheets[0].Rows().ToList();
        var heads = rows[0].Cells.Select(c => c.Text).ToList();
        return [.. rows.Skip(1).Where(r => r.FilledPlaces.Any()).Select(r => new Row(r, heads))];
    }

    private sealed record Row(SheetRow Of, List<string> Heads)
    {
        public string Text(string head) => Of[Heads.IndexOf(head)].Text;

        public decimal Number(string head) => decimal.Parse(Text(head), CultureInfo.InvariantCulture);
    }
}
