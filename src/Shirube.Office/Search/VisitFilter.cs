using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Office.Organization;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Search;

/// <summary>Notes which record's page a signed-in person was shown.</summary>
internal sealed class VisitFilter : IResultFilter
{
    private static readonly Dictionary<string, (SearchKind Kind, string Key)> Records = new(StringComparer.Ordinal)
    {
        ["projects/{key}"] = (SearchKind.Project, "key"),
        ["indicators/{key}"] = (SearchKind.Indicator, "key"),
        ["plans/{plan}"] = (SearchKind.Plan, "plan"),
        ["plans/{plan}/{item}"] = (SearchKind.PlanItem, "item"),
        ["departments/{key}"] = (SearchKind.Department, "key"),
        ["people/{key}"] = (SearchKind.Person, "key"),
        ["imports/{id:guid}"] = (SearchKind.ImportRun, "id"),
    };

    public void OnResultExecuting(ResultExecutingContext context) { }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        var http = context.HttpContext;
        if (context is not { Result: PageResult, Canceled: false, Exception: null } || !HttpMethods.IsGet(http.Request.Method) || http.Response.StatusCode != StatusCodes.Status200OK || http.CurrentFace() != Face.Office
            || !Records.TryGetValue(context.ActionDescriptor.AttributeRouteInfo?.Template ?? "", out var record) || http.User.Identity?.IsAuthenticated != true
            || context.RouteData.Values[record.Key]?.ToString() is not { } key)
            return;
        http.RequestServices.GetRequiredService<VisitLog>().Note(http.Municipality().Code, http.RequestServices.GetRequiredService<SignedIn>().Id, record.Kind, key);
    }
}
