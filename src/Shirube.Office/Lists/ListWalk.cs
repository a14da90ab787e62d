using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Shirube.Office.Lists;

/// <summary>The list a record was opened from, in the address of its pages (<c>?list=…</c>): who saves on the way through a list comes back to the record with the list still at hand.</summary>
public sealed class ListWalk : IPageFilter
{
    internal const string Parameter = "list";

    /// <summary>What links of a list's rows say of the list; nothing where records have no walk.</summary>
    public static string? From(ListView list) => list.Path is "projects" or "items" or "indicators" ? With(list.Sound.Address(withPage: false)) : null;

    /// <summary>What links to pages below a record's page keep of it.</summary>
    public static string? Kept(HttpContext http) => http.Request.Query.TryGetValue(Parameter, out var address) ? With(address.ToString()) : null;

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context) { }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && context.Result is LocalRedirectResult { Url: var url } && !url.Contains('?') && Kept(context.HttpContext) is { } list
            && request.Path.Value?.Trim('/').Split('/') is ["projects" or "indicators", _, "edit" or "money"] or ["plans", _, _, "edit"])
            context.Result = new LocalRedirectResult(url + list);
    }

    private static string With(string address) => $"?{Parameter}={Uri.EscapeDataString(address)}";
}
