using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Organization;

/// <summary>A page that more people may see than change: the operation its forms are for. <see cref="Operation.Read"/> where everybody changes only what is their own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ChangesNeedAttribute(Operation operation) : Attribute, IAuthorizationFilter
{
    public Operation Operation => operation;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.RequestServices.GetRequiredService<SignedIn>().Acts(operation))
            return;
        http.Features.Set(new Denied(operation, null));
        context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
