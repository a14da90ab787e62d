using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;

namespace Shirube.Office.Organization;

/// <summary>The database failed when it was asked who somebody is.</summary>
public sealed record UnreadableSession(Exception Failure)
{
    /// <summary>Call after UseAuthentication: lets the request fail as the database did, but not the page that says so.</summary>
    public static void Stop(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<UnreadableSession>() is { Failure: var failure } && context.Features.Get<IExceptionHandlerFeature>() is null)
            ExceptionDispatchInfo.Throw(failure);
        return next(context);
    });
}
