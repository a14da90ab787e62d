using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Shirube.Ui.Hosting;

/// <summary>Pages under /Features/Office are the office's, under /Features/Public the citizens', under /Features/Any every face's; all others are root pages.</summary>
// why: metadata on the page's model; what is put on its routes is lost when the page is compiled.
public sealed class FaceConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (FaceOf(model.RelativePath) is { } face)
            model.EndpointMetadata.Add(new FaceMetadata(face));
    }

    public static Face? FaceOf(string pagePath) =>
        pagePath.StartsWith("/Features/Office/", StringComparison.Ordinal) ? Face.Office
        : pagePath.StartsWith("/Features/Public/", StringComparison.Ordinal) ? Face.Public
        : pagePath.StartsWith("/Features/Any/", StringComparison.Ordinal) ? null : Face.Root;
}
