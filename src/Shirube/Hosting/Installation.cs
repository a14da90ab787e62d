namespace Shirube.Hosting;

/// <summary>One installation: the folder that holds everything it owns, and the faces it shows.</summary>
public sealed record Installation(string DataFolder, FacesServed Faces)
{
    public bool HasOffice => Faces is not FacesServed.Public;
    public bool HasPublic => Faces is not FacesServed.Office;
    public string In(params string[] path) => Path.Combine([DataFolder, .. path]);
}

public enum FacesServed
{
    Both,
    Office,
    Public,
}
