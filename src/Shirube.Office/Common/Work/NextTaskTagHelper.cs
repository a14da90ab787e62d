using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirube.Domain.Organization;

namespace Shirube.Office.Common;

/// <summary>On a page of the way to the first release: which step this is, or which comes next. Nothing once there is a release, and nothing for who does not publish.</summary>
[HtmlTargetElement("next-task", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NextTaskTagHelper(WorkScope scope, OfficeState state) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tasks = scope.May(Operation.Publish) && (await state.Counts()) is { ReleasedAtUtc: null } counts ? FirstTasks.Of(counts) : [];
        if (tasks.FirstOrDefault(t => !t.IsDone) is not { } next)
        {
            output.SuppressOutput();
            return;
        }
        var http = ViewContext.HttpContext.Request;
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note next-task no-print");
        output.Content.AppendHtml("<b>最初の公表まで</b> ").Append($"{tasks.Count}つの手順のうち{tasks.Count(t => t.IsDone)}つが終わりました。");
        if (next.Address.Split('?')[0][1..] == http.Path)
            output.Content.Append($"いまは、この画面の「{next.Words}」です。");
        else
            output.Content.Append("次は、").AppendHtml(Anchor.To(http.PathBase + next.Address[1..], next.Words)).Append("。");
        output.Content.AppendHtml(" ").AppendHtml(Anchor.To($"{http.PathBase}/first-steps", "手順をすべて見る"));
    }
}
