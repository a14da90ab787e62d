using System.ComponentModel.DataAnnotations;

namespace Shirube.Office.Links;

/// <summary>With which item of another plan an item is linked, and why.</summary>
public sealed class LinkForm
{
    [Display(Name = "つなぐ項目")] public string? Other { get; set; }
    [Display(Name = "説明")] public string? Note { get; set; }
}
