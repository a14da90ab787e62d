using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Common;

/// <summary>Why a page was denied: the operation the person's roles do not allow, or a refusal of its own. A feature of the HttpContext.</summary>
public sealed record Denied(Operation? Operation, Refusal? Refusal);

/// <summary>The address that was asked for, before it was answered by another page. A feature of the HttpContext.</summary>
public sealed record AskedPath(string Path);

/// <summary>Answers an office request that ended in 403 or 404 without a body with a page that says why and what to do.</summary>
internal sealed class OfficeAnswers(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        if (context.CurrentFace() != Face.Office || response.HasStarted || response.StatusCode is not (403 or 404) || response.ContentType is not null || response.ContentLength > 0)
            return;
        var status = response.StatusCode;
        var path = context.Request.Path;
        context.Features.Set(new AskedPath(path));
        if (context.Features.Get<Denied>() is { Operation: null } denied)
            context.Features.Set(denied with { Operation = OperationOf(context) });
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        (context.Request.Path, context.Request.Method, response.StatusCode) = ($"/answers/{status}", HttpMethods.Get, 200);
        await next(context);
        context.Request.Path = path;
    }

    private static Operation? OperationOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => Enum.TryParse<Operation>(a.Policy, out var known) ? known : (Operation?)null).LastOrDefault(o => o is not null);
}

/// <summary>Remembers which operation was missing, for the page that explains it.</summary>
internal sealed class MissingRole : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden)
            return usual.HandleAsync(next, context, policy, authorizeResult);
        if (context.CurrentFace() == Face.Office && context.RequestServices.GetRequiredService<SignedIn>().OwesSecondFactor)
        {
            context.Response.Redirect($"{context.Request.PathBase}/account/second-factor");
            return Task.CompletedTask;
        }
        context.Features.Set(new Denied(policy.Requirements.OfType<OperationRequirement>().FirstOrDefault()?.Operation, null));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
