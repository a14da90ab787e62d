using System.ComponentModel.DataAnnotations;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>What a person types about an item of a plan.</summary>
public sealed class ItemForm
{
    [Display(Name = "番号"), StringLength(30, ErrorMessage = "番号は30字までです。")] public string? Code { get; set; }
    [Display(Name = "題名")] public string? Title { get; set; }
    [Display(Name = "わかりやすい題名"), StringLength(300, ErrorMessage = "わかりやすい題名は300字までです。")] public string? PlainTitle { get; set; }
    [Display(Name = "本文")] public string? Body { get; set; }

    public static ItemForm Of(PlanItem item) => new() { Code = item.Code, Title = item.Title, PlainTitle = item.PlainTitle, Body = item.Body };

    public void Write(PlanItem item) => item.Write(Code, Title ?? "", PlainTitle, Projects.ProjectForm.Kept(Body, item.Body));
}
