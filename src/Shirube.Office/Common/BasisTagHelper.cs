using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shirube.Office.Common;

/// <summary>What a form is based on, in two hidden inputs: see <see cref="EditPage{TForm}"/>.</summary>
[HtmlTargetElement("basis", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BasisTagHelper : TagHelper
{
    public int Version { get; set; }
    public string? Was { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.AppendHtml(Hidden("Version", $"{Version}")).AppendHtml(Hidden("Was", Was));
    }

    private static TagBuilder Hidden(string name, string? value) =>
        new("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "hidden", ["name"] = name, ["value"] = value } };
}
