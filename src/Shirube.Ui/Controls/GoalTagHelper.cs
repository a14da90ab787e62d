using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirube.Domain.Links;

namespace Shirube.Ui.Controls;

/// <summary>A goal of the SDGs as its number in colour and its name: <c>&lt;goal number="11" target="11.2" /&gt;</c>.</summary>
[HtmlTargetElement("goal", Attributes = "number", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GoalTagHelper : TagHelper
{
    public int Number { get; set; }
    public string? Target { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "goal");
        output.Content.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<span class=\"goal-number goal-{Number}\">{Number}</span><span>")).Append(GlobalGoals.NameOf(Number));
        if (!string.IsNullOrEmpty(Target))
            output.Content.Append($"(ターゲット{Target})");
        output.Content.AppendHtml("</span>");
    }
}
