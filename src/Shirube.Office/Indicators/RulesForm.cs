using System.ComponentModel.DataAnnotations;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Office.Common;

namespace Shirube.Office.Indicators;

/// <summary>判定の決まり as typed: up to ten bands from best to worst; empty rows are none.</summary>
public sealed class RulesForm
{
    [Display(Name = "名前"), Required(ErrorMessage = "名前を入力してください。"), StringLength(50, ErrorMessage = "名前は50字までです。")] public string? Name { get; set; }
    [Display(Name = "判定できないときの表示"), Required(ErrorMessage = "判定できないときの表示を入力してください。"), StringLength(10, ErrorMessage = "10字までです。")] public string? NotGraded { get; set; }
    public bool IsFirstYearGraded { get; set; }
    public bool SaysBeyond { get; set; }
    /// <summary>「1-label」, 「1-from」, 「1-meaning」 to what was typed.</summary>
    public Dictionary<string, string?> Cells { get; set; } = [];

    public static RulesForm Of(AssessmentRules rules)
    {
        var form = new RulesForm { IsFirstYearGraded = rules.IsFirstYearGraded, SaysBeyond = rules.SaysBeyond };
        form.Fill(rules.Scheme);
        return form;
    }

    public void Fill(GradeScheme scheme)
    {
        (Name, NotGraded, Cells) = (scheme.Name, scheme.NotGraded, []);
        for (var i = 1; i <= AssessmentRules.MostBands; i++)
        {
            var band = scheme.Bands.ElementAtOrDefault(i - 1);
            (Cells[$"{i}-label"], Cells[$"{i}-from"], Cells[$"{i}-meaning"]) = (band?.Label, band?.From?.ToString("0.####"), band?.Meaning);
        }
    }

    public string? Cell(int row, string column) => Cells.GetValueOrDefault($"{row}-{column}");

    internal GradeScheme Scheme(FormErrors errors) => new("own", Name?.Trim() ?? "",
        [.. Enumerable.Range(1, AssessmentRules.MostBands).Where(i => new[] { "label", "from", "meaning" }.Any(c => Blank.ToNull(Cell(i, c)) is not null)).Select(i => new GradeBand(Cell(i, "label")?.Trim() ?? "", errors.Read($"Cells[{i}-from]", () => Typed.Number(Cell(i, "from"))), Cell(i, "meaning")?.Trim() ?? ""))],
        NotGraded?.Trim() ?? "");

    public IReadOnlyList<FormField> Fields() =>
    [
        .. FormField.Of(this), new("Form.IsFirstYearGraded", "初年度の判定", IsFirstYearGraded ? "true" : "false", IsFirstYearGraded ? "する" : "しない"), new("Form.SaysBeyond", "100%超と0%未満の表示", SaysBeyond ? "true" : "false", SaysBeyond ? "まとめて示す" : "数で示す"),
        .. Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new FormField($"Form.Cells[{c.Key}]", Label(c.Key), c.Value)),
    ];

    private static string Label(string key) => key.Split('-') is [var row, var column] ? $"{row}番目の{(column == "label" ? "記号" : column == "from" ? "下限" : "意味")}" : key;
}
