namespace Shirube.Hosting;

/// <summary>One installation: the folder that holds everything it owns, and the faces it shows.</summary>
public sealed record Installation(string DataFolder, FacesServed Faces)
{
    public bool HasOffice => Faces is not FacesServed.Public;
    public bool HasPublic => Faces is not FacesServed.Office;
    /// <summary>Where the settings of the mail relay are found.</summary>
    public string MailFile { get; init; } = Path.Combine(DataFolder, "mail.json");
    public string In(params string[] path) => Path.Combine([DataFolder, .. path]);
}

public enum FacesServed
{
    Both,
    Office,
    Public,
}
