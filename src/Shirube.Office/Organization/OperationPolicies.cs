using Microsoft.AspNetCore.Authorization;
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
        if (context.User.Identity?.IsAuthenticated == true && services.GetRequiredService<SignedIn>().May(requirement.Operation))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

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
