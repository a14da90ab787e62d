using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>What a person types about a plan, all as text.</summary>
public sealed class PlanForm
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<PlanKind>().Select(k => new SelectListItem(Names.Of(k), k.ToString()))];

    [Display(Name = "名前"), StringLength(200, ErrorMessage = "名前は200字までです。")] public string? Name { get; set; }
    [Display(Name = "始まりの年度")] public string? First { get; set; }
    [Display(Name = "終わりの年度")] public string? Last { get; set; }
    [Display(Name = "期間の言葉"), StringLength(300, ErrorMessage = "期間の言葉は300字までです。")] public string? PeriodNote { get; set; }
    [Display(Name = "根拠"), StringLength(2000, ErrorMessage = "根拠は2,000字までです。")] public string? LegalBasis { get; set; }
    [Display(Name = "概要"), StringLength(20_000, ErrorMessage = "概要は20,000字までです。")] public string? Summary { get; set; }
    [Display(Name = "出典"), StringLength(2000, ErrorMessage = "出典は2,000字までです。")] public string? Source { get; set; }

    public static PlanForm Of(Plan plan) => new()
    {
        Name = plan.Name,
        First = $"{plan.First.Value}",
        Last = plan.Last is { } last ? $"{last.Value}" : null,
        PeriodNote = plan.PeriodNote,
        LegalBasis = plan.LegalBasis,
        Summary = plan.Summary,
        Source = plan.Source,
    };

    public FiscalYear FirstYear() => Typed.Year(First) ?? throw new RefusalException(Refusals.YearUnreadable(First ?? ""));

    public void Write(Plan plan) => plan.Describe(Name ?? "", FirstYear(), Typed.Year(Last), PeriodNote, LegalBasis, Summary?.ReplaceLineEndings("\n"), Source);
}
