using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

/// <summary>One policy for each operation, named like it: <c>[Authorize(Policy = nameof(Operation.EditPlan))]</c>.</summary>
internal sealed record OperationRequirement(Operation Operation) : IAuthorizationRequirement;

// why: asks for the signed-in person only when an operation is to be judged; the handler itself is also made for citizens' requests, which have none.
internal sealed class OperationHandler(IServiceProvider services) : AuthorizationHandler<OperationRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OperationRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated == true && services.GetRequiredService<SignedIn>() is var signedIn && signedIn.Acts(requirement.Operation) && (!signedIn.OwesSecondFactor || IsOpen(context)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool IsOpen(AuthorizationHandlerContext context) => (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<BeforeSecondFactorAttribute>() is not null;
}

/// <summary>A page that people may use who still have to set up a second factor: the one where they do.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BeforeSecondFactorAttribute : Attribute;

internal static class OperationPolicies
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, OperationHandler>();
        var policies = services.AddAuthorizationBuilder();
        foreach (var operation in Enum.GetValues<Operation>())
            policies.AddPolicy(operation.ToString(), p => p.RequireAuthenticatedUser().AddRequirements(new OperationRequirement(operation)));
    }
}
