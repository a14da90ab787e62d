using Microsoft.AspNetCore.Http;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Ui.Hosting;

/// <summary>The municipality whose address was called; a feature of the HttpContext, absent on root pages.</summary>
public sealed record CurrentMunicipality(MunicipalityCode Code, string Name);

/// <summary>Who is signed in, as the office layout shows it; a feature of the HttpContext, absent before sign-in.</summary>
/// <param name="May">What the person may do anywhere: the navigation leads only there.</param>
public sealed record SignedInPerson(string Name, string? Department, string? Role, IReadOnlyCollection<Operation> May);

/// <summary>How long the session lasts from now if nothing more is asked of it; a feature of the HttpContext, absent before sign-in.</summary>
public sealed record SessionTime(TimeSpan Left);

/// <summary>Finds the name of a municipality on a face, or null where it is not there. The program gives it: the office asks its catalogue, the public face its releases.</summary>
public sealed class MunicipalityLookup(Func<Face, MunicipalityCode, string?> nameOf)
{
    public string? NameOf(Face face, MunicipalityCode code) => nameOf(face, code);
}

public static class HttpContextFaces
{
    public static Face CurrentFace(this HttpContext context) => context.Features.Get<CurrentFace>()?.Face ?? Face.Root;

    public static CurrentMunicipality Municipality(this HttpContext context) =>
        context.Features.Get<CurrentMunicipality>() ?? throw new InvalidOperationException("This page has no municipality: it is not under /{code} or /office/{code}.");
}
