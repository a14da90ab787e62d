using System.Text.Json;
using Shirube.Domain.Common;

namespace Shirube.Safety;

/// <summary>When and where the last backup of a municipality was made: a small file in its folder, which the check of the installation reads.</summary>
internal sealed record BackupMark(DateTime AtUtc, string File)
{
    public const string FileName = "last-backup.json";

    private static string PathOf(string dataFolder, MunicipalityCode code) => Path.Combine(dataFolder, code.Value, FileName);

    public void Leave(string dataFolder, MunicipalityCode code)
    {
        var path = PathOf(dataFolder, code);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, JsonSerializer.Serialize(this));
    }

    public static BackupMark? Of(string dataFolder, MunicipalityCode code)
    {
        var path = PathOf(dataFolder, code);
        try
        {
            return System.IO.File.Exists(path) ? JsonSerializer.Deserialize<BackupMark>(System.IO.File.ReadAllText(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
