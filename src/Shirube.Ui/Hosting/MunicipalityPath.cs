using Microsoft.AspNetCore.Http;
using Shirube.Domain.Common;

namespace Shirube.Ui.Hosting;

/// <summary>Moves /office/{code} or /{code} into PathBase and sets the face and the municipality. Runs before routing and authentication.</summary>
public sealed class MunicipalityPath(RequestDelegate next, MunicipalityLookup municipalities)
{
    private static readonly PathString Office = "/office";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var underOffice = request.Path.StartsWithSegments(Office, StringComparison.Ordinal, out var rest);
        var face = underOffice ? Face.Office : Face.Public;
        if (!TakeCode(underOffice ? rest : request.Path, out var code, out var remaining) || municipalities.NameOf(face, code) is not { } name)
        {
            context.Features.Set(new CurrentFace(Face.Root));
            await next(context);
            return;
        }
        if (!remaining.HasValue)
        {
            context.Response.Redirect($"{request.PathBase}{request.Path}/{request.QueryString}");
            return;
        }
        var (pathBase, path) = (request.PathBase, request.Path);
        request.PathBase = pathBase + (underOffice ? Office : PathString.Empty) + $"/{code}";
        request.Path = remaining;
        context.Features.Set(new CurrentFace(face));
        context.Features.Set(new CurrentMunicipality(code, name));
        try
        {
            await next(context);
        }
        finally
        {
            (request.PathBase, request.Path) = (pathBase, path);
        }
    }

    private static bool TakeCode(PathString path, out MunicipalityCode code, out PathString remaining)
    {
        (code, remaining) = (default, PathString.Empty);
        var text = path.Value is { Length: >= 7 } value && (value.Length == 7 || value[7] == '/') ? value[1..7] : null;
        if (text is null || MunicipalityCode.WhyNot(text) is not null)
            return false;
        code = MunicipalityCode.Parse(text);
        remaining = new(path.Value![7..]);
        return true;
    }
}
