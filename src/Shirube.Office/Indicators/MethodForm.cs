using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Indicators;

/// <summary>達成率の求め方, and where the figures come from, all as typed.</summary>
public sealed class MethodForm
{
    public static readonly IReadOnlyList<SelectListItem> Types = [.. Enum.GetValues<IndicatorType>().Select(t => new SelectListItem(AssessmentWords.Of(t), t.ToString()))];

    [Display(Name = "達成率の求め方")] public string? Type { get; set; }
    [Display(Name = "基準値の年度")] public string? BaselineYear { get; set; }
    [Display(Name = "基準値")] public string? Baseline { get; set; }
    [Display(Name = "範囲の下限")] public string? Lower { get; set; }
    [Display(Name = "範囲の上限")] public string? Upper { get; set; }
    [Display(Name = "許容幅")] public string? Tolerance { get; set; }
    [Display(Name = "出典"), StringLength(500, ErrorMessage = "出典は500字までです。")] public string? Source { get; set; }
    [Display(Name = "値がわかる月")] public string? CollectionMonth { get; set; }
    /// <summary>「2026-share」 in percent, 「2026-break」 to what was typed.</summary>
    public Dictionary<string, string?> Cells { get; set; } = [];

    public static MethodForm Of(Indicator indicator, IEnumerable<FiscalYear> years)
    {
        var form = new MethodForm
        {
            Type = indicator.Type?.ToString(), BaselineYear = indicator.BaselineYear?.Era, Baseline = Text(indicator.Baseline), Lower = Text(indicator.Lower), Upper = Text(indicator.Upper), Tolerance = Text(indicator.Tolerance),
            Source = indicator.Source, CollectionMonth = indicator.CollectionMonth?.ToString(),
        };
        foreach (var year in years)
        {
            form.Cells[$"{year.Value}-share"] = Text(indicator.Shares.FirstOrDefault(s => s.FiscalYear == year)?.Share * 100);
            form.Cells[$"{year.Value}-break"] = indicator.Breaks.FirstOrDefault(b => b.FiscalYear == year)?.Note;
        }

        return form;
    }

    public IEnumerable<FiscalYear> Years() => YearCells.Years(Cells);

    public string? Cell(FiscalYear year, string row) => YearCells.Of(Cells, year, row);

    /// <summary>Every field that cannot be read is said at its place; the indicator is then left as far as it was written.</summary>
    internal void Write(Indicator indicator, FormErrors errors)
    {
        var method = new IndicatorMethod(
            Enum.TryParse<IndicatorType>(Type, out var type) ? type : null,
            errors.Read<FiscalYear?>(nameof(BaselineYear), () => Typed.Year(BaselineYear)), errors.Read(nameof(Baseline), () => Typed.Number(Baseline)),
            new(errors.Read(nameof(Lower), () => Typed.Number(Lower)), errors.Read(nameof(Upper), () => Typed.Number(Upper)), errors.Read(nameof(Tolerance), () => Typed.Number(Tolerance))));
        var month = errors.Read(nameof(CollectionMonth), () => Typed.Whole(CollectionMonth));
        foreach (var year in Years())
        {
            errors.Read<object>($"Cells[{year.Value}-share]", () =>
            {
                indicator.Expect(year, Typed.Number(Cell(year, "share")?.TrimEnd('%', '\uFF05')) / 100);
                return null;
            });
            indicator.BreakAt(year, Cell(year, "break"));
        }

        if (!errors.Any)
        {
            indicator.AssessBy(method);
            indicator.TakeFrom(Source, month);
        }
    }

    public IReadOnlyList<FormField> Fields() => [.. FormField.Of(this), .. Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new FormField($"Form.Cells[{c.Key}]", Label(c.Key), c.Value))];

    private static string Label(string key) => YearCells.Label(key, row => row == "share" ? "進んでいるはずの割合" : "数え方が変わったこと");

    private static string? Text(decimal? value) => value?.ToString("0.############");
}
