using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>Who saves a record on the way through a list comes back to the record with the list still at hand.</summary>
internal sealed class ListWalk : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context) { }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && context.Result is LocalRedirectResult { Url: var url } && !url.Contains('?') && ListWalkTagHelper.Kept(context.HttpContext) is { } list
            && request.Path.Value?.Trim('/').Split('/') is ["projects" or "indicators", _, "edit" or "money"] or ["plans", _, _, "edit"])
            context.Result = new LocalRedirectResult(url + list);
    }
}

/// <summary>On a record's page that was opened from a list (<c>?list=…</c>, the list's address): back to the list, and to the records before and after in its order. Nothing elsewhere.</summary>
[HtmlTargetElement("list-walk", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ListWalkTagHelper(OfficeLists lists) : TagHelper
{
    private const string Parameter = "list";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The last part of the list's address.</summary>
    public string Of { get; set; } = "";
    public PublicKey At { get; set; }

    /// <summary>What links of a list's rows say of the list; nothing where records have no walk.</summary>
    public static string? From(ListView list) => list.Path is "projects" or "items" or "indicators" ? With(list.Sound.Address(withPage: false)) : null;

    /// <summary>What links to pages below a record's page keep of it.</summary>
    public static string? Kept(HttpContext http) => http.Request.Query.TryGetValue(Parameter, out var address) ? With(address.ToString()) : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        if (!http.Request.Query.TryGetValue(Parameter, out var asked))
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
        output.Content.AppendHtml(Link(step.List, "一覧へ戻る", null));
        output.Content.AppendHtml("<span class=\"quiet small\">").Append(step.At < 0 ? "いまは、この一覧の条件に合いません" : $"{step.Title} {step.Count:#,0}件のうち{step.At + 1:#,0}件目").AppendHtml("</span>");
        if (step.Before is { } before)
            output.Content.AppendHtml(Link(before + Kept(http), "前へ", "prev"));
        if (step.After is { } after)
            output.Content.AppendHtml(Link(after + Kept(http), "次へ", "next"));
    }

    private async Task<ListStep> Step<T>(ListQuery query, Func<ListSetting, ListOf<T>> make) => await (await lists.Open(query, make)).Step(At);

    private static string With(string address) => $"?{Parameter}={Uri.EscapeDataString(address)}";

    private TagBuilder Link(string address, string words, string? rel)
    {
        var link = new TagBuilder("a") { Attributes = { ["href"] = $"{ViewContext.HttpContext.Request.PathBase}{address[1..]}", ["class"] = "button button-small" } };
        if (rel is not null)
            link.Attributes["rel"] = rel;
        link.InnerHtml.Append(words);
        return link;
    }
}

/// <summary>A record among the rows of the list it was opened from. <see cref="At"/> counts from 0 and is negative where the record is not among them any more.</summary>
public sealed record ListStep(string Title, string List, int Count, int At, string? Before, string? After);
