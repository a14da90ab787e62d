using System.ComponentModel.DataAnnotations;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Office.Common;

namespace Shirube.Office.Links;

/// <summary>What a person types about an initiative.</summary>
public sealed class InitiativeForm
{
    [Display(Name = "名前")] public string? Name { get; set; }
    [Display(Name = "説明")] public string? Words { get; set; }
    [Display(Name = "並び順")] public string? Order { get; set; } = "1";

    public static InitiativeForm Of(Initiative initiative) => new() { Name = initiative.Name, Words = initiative.Words, Order = $"{initiative.Order}" };

    public int Place => (int)Math.Clamp(Typed.Number(Order) ?? 1, 1, 999);

    public string? Text => Blank.ToNull(Words?.ReplaceLineEndings("\n"));
}
