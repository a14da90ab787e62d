using System.ComponentModel.DataAnnotations;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Projects;

/// <summary>What a person types about a project, all as text.</summary>
public sealed class ProjectForm
{
    [Display(Name = "ID"), StringLength(50, ErrorMessage = "IDは50字までです。")] public string? Number { get; set; }
    [Display(Name = "名前")] public string? Name { get; set; }
    [Display(Name = "所管の部課")] public string? Department { get; set; }
    [Display(Name = "所管がいつから")] public string? DepartmentFrom { get; set; }
    [Display(Name = "区分"), StringLength(100, ErrorMessage = "区分は100字までです。")] public string? Class { get; set; }
    [Display(Name = "法定")] public string? Statutory { get; set; }
    [Display(Name = "根拠"), StringLength(2000, ErrorMessage = "根拠は2,000字までです。")] public string? LegalBasis { get; set; }
    [Display(Name = "期間の区分")] public string? PeriodKind { get; set; }
    [Display(Name = "開始年度")] public string? PeriodFirst { get; set; }
    [Display(Name = "終了年度")] public string? PeriodLast { get; set; }
    [Display(Name = "実施計画への掲載")] public string? InImplementationPlan { get; set; }
    [Display(Name = "総合戦略への掲載")] public string? InRegionalStrategy { get; set; }
    [Display(Name = "概要")] public string? Outline { get; set; }
    [Display(Name = "対象")] public string? Target { get; set; }
    [Display(Name = "意図")] public string? Intent { get; set; }
    [Display(Name = "手段")] public string? Means { get; set; }
    [Display(Name = "今年度の計画")] public string? MeansPlanned { get; set; }
    [Display(Name = "結果")] public string? Result { get; set; }
    [Display(Name = "予算科目")] public string? BudgetLines { get; set; }
    /// <summary>For each plan (by its id) the key of the item that is the project's main place; empty for none.</summary>
    public Dictionary<string, string?> Places { get; set; } = [];

    [Display(Name = "内部の連絡先"), StringLength(500, ErrorMessage = "連絡先は500字までです。")] public string? Contact { get; set; }
    [Display(Name = "内部メモ"), StringLength(20_000, ErrorMessage = "内部メモは20,000字までです。")] public string? Note { get; set; }

    public static ProjectForm Of(Project project, FiscalYear year) => new()
    {
        Number = project.Number,
        Name = project.Name,
        Department = (project.OwnerIn(year) ?? project.Ownerships.OrderBy(o => o.From).FirstOrDefault()?.DepartmentId)?.Value.ToString(),
        DepartmentFrom = $"{year.Value}",
        Places = project.Placements.Where(p => p.IsMain).ToDictionary(p => $"{p.PlanId.Value}", p => (string?)p.ItemKey.Value),
        Class = project.Class,
        Statutory = Word(project.IsStatutory),
        LegalBasis = project.LegalBasis,
        PeriodKind = project.Period.Kind?.ToString(),
        PeriodFirst = project.Period.First is { } first ? $"{first.Value}" : null,
        PeriodLast = project.Period.Last is { } last ? $"{last.Value}" : null,
        InImplementationPlan = Word(project.InImplementationPlan),
        InRegionalStrategy = Word(project.InRegionalStrategy),
        Outline = project.Text.Outline,
        Target = project.Text.Target,
        Intent = project.Text.Intent,
        Means = project.Text.Means,
        MeansPlanned = project.Text.MeansPlanned,
        Result = project.Text.Result,
        BudgetLines = BudgetText.WriteAll(project.BudgetLines),
        Contact = project.InternalContact,
        Note = project.InternalNote,
    };

    public DepartmentId? DepartmentChosen => Guid.TryParse(Department, out var id) ? DepartmentId.From(id) : null;

    /// <summary>Text as stored: browsers send CR LF where the text has LF.</summary>
    public ProjectText TextFor(Project project) => new(
        Kept(Outline, project.Text.Outline), Kept(Means, project.Text.Means), Kept(MeansPlanned, project.Text.MeansPlanned),
        Kept(Target, project.Text.Target), Kept(Intent, project.Text.Intent), Kept(Result, project.Text.Result));

    public static bool? YesOrNo(string? word) => word switch { "yes" => true, "no" => false, _ => null };

    // why: text that nobody touched stays exactly as it came, line breaks and all.
    public static string? Kept(string? typed, string? stored) =>
        (typed ?? "").ReplaceLineEndings("\n") == (stored ?? "").ReplaceLineEndings("\n") ? stored : Blank.ToNull(typed?.ReplaceLineEndings("\n"));

    private static string? Word(bool? value) => value switch { true => "yes", false => "no", _ => null };
}
