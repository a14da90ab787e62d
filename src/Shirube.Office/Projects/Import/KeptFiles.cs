using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;

namespace Shirube.Office.Projects.Import;

/// <summary>A file brought to be taken in: its name as it came and who brought it. The same bytes are the same file.</summary>
public sealed record KeptFile(string Sha256, string Name, long Bytes, DateTime AtUtc, PersonId? By);

/// <summary>The files brought to a municipality, each in <c>CODE/imports/SHA256</c> of the data folder with the mapping it is read through.</summary>
public sealed partial class KeptFiles(Catalogue catalogue, TimeProvider clock)
{
    public const long Largest = 50 * 1024 * 1024;

    /// <summary>Keeps a file. One that is no workbook is refused and not kept.</summary>
    public async Task<KeptFile> KeepAsync(MunicipalityCode code, Stream content, string name, PersonId? by, CancellationToken cancel = default)
    {
        var arriving = Path.Combine(Directory.CreateDirectory(Folder(code)).FullName, $".{Guid.NewGuid():N}");
        try
        {
            var file = await ReceiveAsync(content, arriving, Path.GetFileName(name), by, cancel);
            var folder = Directory.CreateDirectory(Folder(code, file.Sha256)).FullName;
            File.Move(arriving, Path.Combine(folder, "file"), overwrite: true);
            await File.WriteAllTextAsync(Path.Combine(folder, "file.json"), JsonSerializer.Serialize(file), cancel);
            return file;
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    public KeptFile? Find(MunicipalityCode code, string sha256) =>
        Sha().IsMatch(sha256) && File.Exists(Path.Combine(Folder(code, sha256), "file.json")) ? Read(Folder(code, sha256)) : null;

    public IReadOnlyList<KeptFile> All(MunicipalityCode code) =>
        Directory.Exists(Folder(code))
            ? [.. Directory.GetDirectories(Folder(code)).Where(f => File.Exists(Path.Combine(f, "file.json"))).Select(Read).OrderByDescending(f => f.AtUtc)] : [];

    public FileStream Open(MunicipalityCode code, KeptFile file) => File.OpenRead(Path.Combine(Folder(code, file.Sha256), "file"));

    /// <summary>The mapping the file is read through; null until one was chosen.</summary>
    public MappingChoice? MappingOf(MunicipalityCode code, KeptFile file) =>
        File.Exists(Path.Combine(Folder(code, file.Sha256), "mapping.json"))
            ? new(MappingFile.Read(File.ReadAllText(Path.Combine(Folder(code, file.Sha256), "mapping.json"))), File.ReadAllText(Path.Combine(Folder(code, file.Sha256), "mapping.txt"))) : null;

    public void SetMapping(MunicipalityCode code, KeptFile file, MappingChoice mapping)
    {
        File.WriteAllText(Path.Combine(Folder(code, file.Sha256), "mapping.txt"), mapping.Words);
        File.WriteAllText(Path.Combine(Folder(code, file.Sha256), "mapping.json"), mapping.Json);
    }

    private async Task<KeptFile> ReceiveAsync(Stream content, string arriving, string name, PersonId? by, CancellationToken cancel)
    {
        await using var stream = new FileStream(arriving, FileMode.CreateNew, FileAccess.ReadWrite);
        await content.CopyToAsync(stream, cancel);
        if (stream.Length > Largest)
            throw new RefusalException(Refusals.UploadTooLarge(name, Largest));
        stream.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
        stream.Position = 0;
        using var workbook = Workbook.Open(stream, name);
        return new(sha256, name, stream.Length, clock.GetUtcNow().UtcDateTime, by);
    }

    private static KeptFile Read(string folder) => JsonSerializer.Deserialize<KeptFile>(File.ReadAllText(Path.Combine(folder, "file.json")))!;

    private string Folder(MunicipalityCode code, params string[] rest) => Path.Combine([catalogue.Folder, code.Value, "imports", .. rest]);

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha();
}
