using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>The picture of a figure, out of the release that is looked at.</summary>
internal static class FigurePictures
{
    public static IResult Send(Release release, string key)
    {
        if (release.First<ReleasedFigure>("SELECT * FROM figures WHERE key = @key", new { key }) is not { } figure)
            return Results.Text("この図は、この公表の内容にありません。", "text/plain; charset=utf-8", statusCode: 404);
        var picture = release.First<string>("SELECT content FROM figure_pictures WHERE figure = @key", new { key })!;
        return Results.Bytes(Convert.FromBase64String(picture), figure.Kind == PictureKind.Png ? "image/png" : "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{figure.Sha256}\""));
    }
}
