using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Indicators;

/// <summary>What an indicator is, and its values and targets by year, all as typed.</summary>
public sealed class IndicatorForm
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<IndicatorKind>().Select(k => new SelectListItem(Names.Of(k), k.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Statuses = [.. Enum.GetValues<ActualStatus>().Select(s => new SelectListItem(Names.Of(s), s.ToString()))];

    public static readonly IReadOnlyList<SelectListItem> Judgements = [.. Enum.GetValues<Judgement>().Select(j => new SelectListItem(AssessmentWords.Of(j), j.ToString()))];

    [Display(Name = "名前"), StringLength(300, ErrorMessage = "名前は300字までです。")] public string? Name { get; set; }
    [Display(Name = "単位"), StringLength(30, ErrorMessage = "単位は30字までです。")] public string? Unit { get; set; }
    [Display(Name = "種類")] public string? Kind { get; set; }
    [Display(Name = "定義"), StringLength(5000, ErrorMessage = "定義は5,000字までです。")] public string? Definition { get; set; }

    /// <summary>「2026-actual」, 「2026-status」, 「2026-target」 to what was typed.</summary>
    public Dictionary<string, string?> Cells { get; set; } = [];

    public static IndicatorForm Of(Indicator indicator, IEnumerable<FiscalYear> years)
    {
        var form = new IndicatorForm { Name = indicator.Name, Unit = indicator.Unit, Kind = indicator.Kind.ToString(), Definition = indicator.Definition };
        foreach (var year in years)
        {
            var actual = indicator.Actuals.FirstOrDefault(a => a.FiscalYear == year);
            var target = indicator.TargetFor(year);
            form.Cells[$"{year.Value}-actual"] = actual is null ? null : actual.Value is { } value ? Text(value) : actual.AsWritten;
            form.Cells[$"{year.Value}-status"] = actual?.Status.ToString() ?? "";
            form.Cells[$"{year.Value}-note"] = actual?.Note;
            form.Cells[$"{year.Value}-period"] = PeriodText.Of(actual?.Measured);
            if (indicator.Type == IndicatorType.TextTarget)
                form.Cells[$"{year.Value}-judgement"] = actual?.Judgement?.ToString() ?? "";
            form.Cells[$"{year.Value}-target"] = target is null ? null : target.Value is { } aim ? Text(aim) : target.AsWritten;
        }
        return form;
    }

    public IEnumerable<FiscalYear> Years() => YearCells.Years(Cells);

    public string? Cell(FiscalYear year, string row) => YearCells.Of(Cells, year, row);

    public void Describe(Indicator indicator) =>
        indicator.Describe(Name ?? "", Unit, Enum.TryParse<IndicatorKind>(Kind, out var kind) ? kind : indicator.Kind, Projects.ProjectForm.Kept(Definition, indicator.Definition));

    public IReadOnlyList<FormField> Fields() =>
        [.. FormField.Of(this), .. Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new FormField($"Form.Cells[{c.Key}]", Label(c.Key), c.Value, Chosen(c.Key, c.Value)))];

    public bool HasJudgements => Cells.Keys.Any(k => k.EndsWith("-judgement", StringComparison.Ordinal));

    private static string? Chosen(string key, string? value) =>
        (key.EndsWith("status", StringComparison.Ordinal) ? Statuses : key.EndsWith("judgement", StringComparison.Ordinal) ? Judgements : []).FirstOrDefault(s => s.Value == value)?.Text;

    private static string Label(string key) => YearCells.Label(key, row => row switch { "actual" => "実績", "status" => "状態", "note" => "注記", "period" => "測定期間", "judgement" => "判断", _ => "目標" });

    private static string Text(decimal value) => value.ToString("0.############");
}
