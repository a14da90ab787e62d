using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Evaluation;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>What a form is called and used for, and its stages, as typed.</summary>
public sealed class FormForm
{
    public static readonly IReadOnlyList<SelectListItem> Targets = [.. Enum.GetValues<FormTarget>().Select(t => new SelectListItem(FormWords.Of(t), t.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Uses = [.. Enum.GetValues<FormUse>().Select(u => new SelectListItem(FormWords.Of(u), u.ToString()))];

    [Display(Name = "名前")] public string? Name { get; set; }
    [Display(Name = "対象")] public string? Target { get; set; }
    [Display(Name = "種類")] public string? Use { get; set; }
    [Display(Name = "使う事業")] public string? For { get; set; }
    [Display(Name = "段階")] public string? Stages { get; set; }

    public static readonly IReadOnlyList<SelectListItem> Scopes = [new("すべての事業", "all"), new("法定事務だけ", "statutory")];

    public static FormForm Of(FormSpec spec) => new() { Name = spec.Name, Target = spec.Target.ToString(), Use = spec.Use.ToString(), For = spec.OnlyStatutory ? "statutory" : "all", Stages = string.Join('\n', spec.Stages) };

    public FormSpec Spec(IReadOnlyList<QuestionSpec> questions) =>
        new(Name ?? "", Enum.TryParse<FormTarget>(Target, out var target) ? target : FormTarget.Project, Enum.TryParse<FormUse>(Use, out var use) ? use : FormUse.Yearly, For == "statutory", Typed.Lines(Stages), questions);
}
