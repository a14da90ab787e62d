using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Links;

/// <summary>What a person says about a goal of the SDGs that an item or project serves.</summary>
public sealed class GoalForm
{
    public static readonly IReadOnlyList<SelectListItem> Goals = [.. GlobalGoals.All.Select(g => new SelectListItem($"{g} {GlobalGoals.NameOf(g)}", $"{g}"))];
    public static readonly IReadOnlyList<SelectListItem> Strengths = [.. Enum.GetValues<Strength>().Select(s => new SelectListItem(Names.Of(s), s.ToString()))];

    [Display(Name = "目標")] public string? Goal { get; set; }
    [Display(Name = "ターゲット"), StringLength(10, ErrorMessage = "ターゲットは10字までです。")] public string? Target { get; set; }
    [Display(Name = "関わりの強さ")] public string? Strength { get; set; } = nameof(Domain.Links.Strength.Mainly);
    [Display(Name = "理由")] public string? Reason { get; set; }

    public static GoalForm Of(GoalLink link) => new() { Goal = $"{link.Goal}", Target = link.Target, Strength = link.Strength.ToString(), Reason = link.Reason };

    /// <summary>The fields with their keys in words, for the conflict page.</summary>
    public IReadOnlyList<FormField> Fields() => [.. FormField.Of(this).Select(f => f with
    {
        Shown = f.Name switch { "Form.Goal" => Goals.FirstOrDefault(g => g.Value == f.Text)?.Text, "Form.Strength" => Strengths.FirstOrDefault(g => g.Value == f.Text)?.Text, _ => null },
    })];

    public GoalWords Words() => new(
        int.TryParse(Goal, out var goal) ? goal : throw new RefusalException(Refusals.GoalMissing), Blank.ToNull(Target?.Normalize(System.Text.NormalizationForm.FormKC).Trim().ToLowerInvariant()),
        Enum.TryParse<Strength>(Strength, out var strength) ? strength : Domain.Links.Strength.Related, Blank.ToNull(Reason?.ReplaceLineEndings("\n")));
}
