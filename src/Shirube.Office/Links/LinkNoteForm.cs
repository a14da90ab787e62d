using System.ComponentModel.DataAnnotations;

namespace Shirube.Office.Links;

/// <summary>What a person says about how two items belong together.</summary>
public sealed class LinkNoteForm
{
    [Display(Name = "説明")] public string? Note { get; set; }
}
