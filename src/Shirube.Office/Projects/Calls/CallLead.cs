using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Shirube.Office.Projects.Calls;

/// <summary>A page opened from a call (<c>?call=…&amp;record=…</c>) leads on to the next blank field when it is saved.</summary>
internal sealed class CallLead : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && done.Result is LocalRedirectResult && request.Query["call"].ToString() is { Length: > 0 } call && At(request.Path) is { } at)
            done.Result = new LocalRedirectResult($"~/calls/{Uri.EscapeDataString(call)}/next?record={Uri.EscapeDataString(request.Query["record"].ToString())}&at={at}");
    }

    private static string? At(PathString path) => path.Value?.Trim('/').Split('/') switch
    {
        ["projects", _, "edit"] => CallStops.Text,
        ["projects", _, "money"] => CallStops.Money,
        ["indicators", var key, "edit"] => Uri.EscapeDataString(key),
        _ => null,
    };
}
