using System.ComponentModel.DataAnnotations;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Office.Common;

namespace Shirube.Office.Links;

/// <summary>What a person types about a goal of the municipality's own.</summary>
public sealed class OwnGoalForm
{
    [Display(Name = "名前")] public string? Name { get; set; }
    [Display(Name = "説明")] public string? Words { get; set; }
    [Display(Name = "並び順")] public string? Order { get; set; } = "1";
    public List<int> Goals { get; set; } = [];
    /// <summary>The chosen goals as one text, as the conflict page sends them.</summary>
    [Display(Name = "関わりのある目標")] public string? GoalText { get; set; }

    public static OwnGoalForm Of(OwnGoal goal) => new() { Name = goal.Name, Words = goal.Words, Order = $"{goal.Order}", Goals = [.. goal.Goals] };

    public IReadOnlyList<int> Chosen => GoalText is null ? Goals : [.. GoalText.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(g => int.TryParse(g, out var goal) ? goal : 0)];

    public int Place => (int)Math.Clamp(Typed.Number(Order) ?? 1, 1, 999);

    public string? Text => Blank.ToNull(Words?.ReplaceLineEndings("\n"));

    /// <summary>The fields for the conflict page, the boxes as one.</summary>
    public IReadOnlyList<FormField> Fields() => [.. FormField.Of(this).Select(f => f.Name != "Form.GoalText" ? f
        : f with { Text = string.Join(',', Chosen.Order()), Shown = string.Join("、", Chosen.Order().Where(GlobalGoals.Knows).Select(g => $"{g} {GlobalGoals.NameOf(g)}")) })];
}

/// <summary>What a person types about the whole set.</summary>
public sealed class OwnGoalSetForm
{
    [Display(Name = "名前")] public string? Name { get; set; }
    [Display(Name = "説明")] public string? Words { get; set; }
    [Display(Name = "出典"), StringLength(1000, ErrorMessage = "出典は1,000字までです。")] public string? Source { get; set; }

    public static OwnGoalSetForm Of(OwnGoalSet? set) => new() { Name = set?.Name, Words = set?.Words, Source = set?.Source };

    public string? Text => Blank.ToNull(Words?.ReplaceLineEndings("\n"));
}
