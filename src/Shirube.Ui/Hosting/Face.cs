namespace Shirube.Ui.Hosting;

/// <summary>Which side of the product a request is for: the list of municipalities, the office, or the citizens' pages.</summary>
public enum Face
{
    Root,
    Office,
    Public,
}

/// <summary>Marks an endpoint as belonging to a face. Pages are marked by their folder, see <see cref="FaceConvention"/>.</summary>
public sealed record FaceMetadata(Face Face);

/// <summary>The face of the current request; a feature of the HttpContext.</summary>
public sealed record CurrentFace(Face Face);
