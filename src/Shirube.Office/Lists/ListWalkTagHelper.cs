using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirube.Domain.Common;
using Shirube.Office.Common;

namespace Shirube.Office.Lists;

/// <summary>On a record's page that was opened from a list: back to the list, and to the records before and after in its order. Nothing elsewhere.</summary>
[HtmlTargetElement("list-walk", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ListWalkTagHelper(OfficeLists lists) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The last part of the list's address.</summary>
    public string Of { get; set; } = "";
    public PublicKey At { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        if (!http.Request.Query.TryGetValue(ListWalk.Parameter, out var asked))
        {
            output.SuppressOutput();
            return;
        }
        var query = ListQuery.Of(asked);
        var step = await (Of switch { "projects" => Step(query, lists.Projects), "items" => Step(query, lists.Items), _ => Step(query, lists.Indicators) });
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "list-walk no-print");
        output.Attributes.SetAttribute("aria-label", "一覧の前と次");
        output.Content.AppendHtml(Button(step.List, "一覧へ戻る", null));
        output.Content.AppendHtml("<span class=\"quiet small\">").Append(step.At < 0 ? "いまは、この一覧の条件に合いません" : $"{step.Title} {step.Count:#,0}件のうち{step.At + 1:#,0}件目").AppendHtml("</span>");
        if (step.Before is { } before)
            output.Content.AppendHtml(Button(before + ListWalk.Kept(http), "前へ", "prev"));
        if (step.After is { } after)
            output.Content.AppendHtml(Button(after + ListWalk.Kept(http), "次へ", "next"));
    }

    private async Task<ListStep> Step<T>(ListQuery query, Func<ListSetting, ListOf<T>> make) => await (await lists.Open(query, make)).Step(At);

    private TagBuilder Button(string address, string words, string? rel)
    {
        var link = Anchor.To($"{ViewContext.HttpContext.Request.PathBase}{address[1..]}", words);
        link.AddCssClass("button button-small");
        if (rel is not null)
            link.Attributes["rel"] = rel;
        return link;
    }
}
