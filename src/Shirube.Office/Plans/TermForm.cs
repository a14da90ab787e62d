using System.ComponentModel.DataAnnotations;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>What a person types about a term, all as text.</summary>
public sealed class TermForm
{
    [Display(Name = "用語"), StringLength(GlossaryTerm.LongestName, ErrorMessage = "用語は100字までです。")] public string? Name { get; set; }
    [Display(Name = "よみ"), StringLength(200, ErrorMessage = "よみは200字までです。")] public string? Reading { get; set; }
    [Display(Name = "意味"), StringLength(GlossaryTerm.LongestMeaning, ErrorMessage = "意味は2,000字までです。")] public string? Meaning { get; set; }
    [Display(Name = "出典"), StringLength(500, ErrorMessage = "出典は500字までです。")] public string? Source { get; set; }

    public static TermForm Of(GlossaryTerm term) => new() { Name = term.Name, Reading = term.Reading, Meaning = term.Meaning, Source = term.Source };

    public GlossaryTerm Explain() => GlossaryTerm.Explain(Name ?? "", Reading ?? "", Text ?? "", Source);

    public void Write(GlossaryTerm term) => term.Write(Name ?? "", Reading ?? "", Text ?? "", Source);

    private string? Text => Meaning?.ReplaceLineEndings("\n");
}
