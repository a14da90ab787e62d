using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>Where the files of one municipality's releases lie.</summary>
internal sealed class ReleaseFolder(string dataDir, MunicipalityCode code)
{
    public string Path { get; } = System.IO.Path.Combine(dataDir, "releases", code.Value);
    public string PublicKeys => System.IO.Path.Combine(Path, "keys");
    public string PrivateKeys { get; } = System.IO.Path.Combine(dataDir, "keys", code.Value);
    public string Upgraded { get; } = System.IO.Path.Combine(dataDir, "cache", "releases", code.Value);
    public string File(ReleaseId id) => System.IO.Path.Combine(Path, $"{id}.release");
    public string Manifest(ReleaseId id) => System.IO.Path.Combine(Path, $"{id}.manifest.json");
    public string Withdrawal(ReleaseId id) => System.IO.Path.Combine(Path, $"{id}.withdrawal.json");

    /// <summary>The ids that have a file with this ending, oldest first.</summary>
    public IReadOnlyList<ReleaseId> Ids(string ending) => !Directory.Exists(Path) ? []
        : [.. Directory.EnumerateFiles(Path, "*" + ending).Select(f => ReleaseId.TryParse(System.IO.Path.GetFileName(f)[..^ending.Length], out var id) ? id : (ReleaseId?)null).OfType<ReleaseId>().Order()];

    /// <summary>Holds off every other publisher, of this process or another, until disposed.</summary>
    public FileStream Lock()
    {
        Directory.CreateDirectory(Path);
        for (var waited = 0; ; waited += 20)
            try
            {
                return new(System.IO.Path.Combine(Path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < 60_000)
            {
                Thread.Sleep(20);
            }
            catch (IOException)
            {
                throw new RefusalException(Refusals.ReleaseBusy);
            }
    }

    /// <summary>Writes a whole file or none: to a temporary name, onto the disk, then renamed.</summary>
    public static void WriteWhole(string path, byte[] bytes, UnixFileMode? mode = null)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        System.IO.File.Move(temporary, path, overwrite: false);
    }
}
