using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Shirube.Ui.Hosting;

/// <summary>Where both faces have a page at the same address, the one of the request's face answers. An endpoint that names no face answers on all.</summary>
public sealed class FaceMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    // why: before the method policy (-1000), so that a method only the other face knows is "not found", not "not allowed".
    public override int Order => -2000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => e.Metadata.GetMetadata<FaceMetadata>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var face = httpContext.CurrentFace();
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint?.Metadata.GetMetadata<FaceMetadata>() is { } its && its.Face != face)
                candidates.SetValidity(i, false);
        }
        return Task.CompletedTask;
    }
}
