using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shirube.Ui.Controls;

/// <summary>Pages of a list; keeps the rest of the address and changes only ?p= (why: "page" is taken by Razor Pages itself). Nothing when one page holds all.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The page shown, from 1.</summary>
    public int Current { get; set; } = 1;
    public int Total { get; set; }
    public int Size { get; set; } = 50;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = (Total + Size - 1) / Size;
        if (last < 2)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "一覧のページ");
        output.Content.AppendHtml("<ul>");
        if (Current > 1)
            output.Content.AppendHtml("<li>").AppendHtml(Link(Current - 1, "前へ")).AppendHtml("</li>");
        var shown = Enumerable.Range(1, last).Where(p => p == 1 || p == last || Math.Abs(p - Current) <= 2).ToList();
        foreach (var (page, before) in shown.Zip(shown.Prepend(0)))
        {
            if (page - before > 1)
                output.Content.AppendHtml("<li aria-hidden=\"true\">…</li>");
            output.Content.AppendHtml("<li>").AppendHtml(page == Current ? Here(page) : Link(page, $"{page}")).AppendHtml("</li>");
        }
        if (Current < last)
            output.Content.AppendHtml("<li>").AppendHtml(Link(Current + 1, "次へ")).AppendHtml("</li>");
        output.Content.AppendHtml("</ul>").AppendHtml("<span class=\"small quiet\">").Append($"{Total:#,0}件のうち{(Current - 1) * Size + 1:#,0}〜{Math.Min(Current * Size, Total):#,0}件目").AppendHtml("</span>");
    }

    private static TagBuilder Here(int page)
    {
        var here = new TagBuilder("span") { Attributes = { ["aria-current"] = "page" } };
        here.InnerHtml.Append($"{page}");
        return here;
    }

    private TagBuilder Link(int page, string words)
    {
        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(q => q.Key != "p").SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        var link = new TagBuilder("a") { Attributes = { ["href"] = request.PathBase + request.Path + QueryString.Create(query.Append(KeyValuePair.Create("p", (string?)$"{page}"))) } };
        if (words == $"{page}")
            link.Attributes["aria-label"] = $"{page}ページ目";
        link.InnerHtml.Append(words);
        return link;
    }
}
