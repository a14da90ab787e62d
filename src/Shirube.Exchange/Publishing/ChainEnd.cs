namespace Shirube.Exchange.Publishing;

/// <summary>The office's own memory of its last release, apart from the releases: a chain whose end was cut off is noticed by it.</summary>
internal sealed class ChainEnd(ReleaseFolder folder)
{
    private string File => Path.Combine(folder.PrivateKeys, "last-release.json");

    private sealed record Last(string Release, string ManifestSha256);

    public void Remember(ReleaseId id)
    {
        var next = $"{File}.next";
        System.IO.File.Delete(next);
        ReleaseFolder.WriteWhole(next, CanonicalJson.Write(new Last(id.ToString(), Sha256.OfFile(folder.Manifest(id)))));
        System.IO.File.Move(next, File, overwrite: true);
    }

    /// <summary>The release that must be there, with the hash of its manifest; null where this installation made none.</summary>
    public (ReleaseId Id, string ManifestSha256)? Remembered =>
        System.IO.File.Exists(File) && CanonicalJson.Read<Last>(System.IO.File.ReadAllBytes(File)) is { } last && ReleaseId.TryParse(last.Release, out var id) ? (id, last.ManifestSha256) : null;
}
