using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Shirube.Ui.Hosting;

/// <summary>Pages under /Features/Office are the office's, under /Features/Public the citizens'; all others are root pages.</summary>
public sealed class FaceConvention : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        var face = FaceOf(model.RelativePath);
        foreach (var selector in model.Selectors)
            selector.EndpointMetadata.Add(new FaceMetadata(face));
    }

    public static Face FaceOf(string pagePath) =>
        pagePath.StartsWith("/Features/Office/", StringComparison.Ordinal) ? Face.Office
        : pagePath.StartsWith("/Features/Public/", StringComparison.Ordinal) ? Face.Public : Face.Root;
}
