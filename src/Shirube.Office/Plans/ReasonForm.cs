using System.ComponentModel.DataAnnotations;

namespace Shirube.Office.Plans;

/// <summary>Why an item is as it is in an edition.</summary>
public sealed class ReasonForm
{
    [Display(Name = "変更の理由")] public string? Text { get; set; }
}
