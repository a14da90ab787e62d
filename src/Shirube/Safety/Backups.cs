using System.Globalization;
using System.Text.RegularExpressions;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Safety;

/// <param name="LostIn">The table because of which it cannot be restored; null where it can.</param>
internal sealed record MadeBackup(string Municipality, string File, long Bytes, int Tables, long Rows, IReadOnlyList<string> Removed, string? LostIn);

/// <summary>Makes backups while others work: written under another name, brought onto the disk, read back, and only then called a backup.</summary>
internal sealed partial class Backups(Catalogue catalogue, TimeProvider clock, Progress progress)
{
    /// <summary>Where backups go when nothing else is said.</summary>
    public string UsualFolder => Path.Combine(catalogue.Folder, "backups");

    /// <param name="to">A folder, or the file itself (its name ends in .zip); null for the usual folder.</param>
    /// <param name="keep">How many backups of this municipality stay in the folder; older ones of this program are removed.</param>
    public MadeBackup Make(Municipality municipality, string? to, int? keep, CancellationToken cancel)
    {
        var file = FileFor(municipality.Code, to);
        if (File.Exists(file))
            throw new RefusalException(Refusals.CopyTargetExists(file));
        PrivateFiles.MakeFolder(Path.GetDirectoryName(file)!);
        progress.Say($"団体 {municipality.Code}「{municipality.Name}」のバックアップをつくっています…");
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            var (manifest, lost) = Write(municipality, beside, cancel);
            File.Move(beside, file);
            // why: it is kept for who mends the data, but it is no backup: older ones stay, and doctor goes on asking for one.
            if (lost is null)
                new BackupMark(clock.GetUtcNow().UtcDateTime, file).Leave(catalogue.Folder, municipality.Code);
            var removed = keep is { } count && lost is null ? Rotate(municipality.Code, Path.GetDirectoryName(file)!, count) : [];
            return new(municipality.Code.Value, file, new FileInfo(file).Length, manifest.Tables.Count, manifest.Rows, removed, lost);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private (CopyManifest Manifest, string? LostIn) Write(Municipality municipality, string beside, CancellationToken cancel)
    {
        var packing = new Packing(catalogue, clock, progress);
        CopyManifest manifest;
        using (var writer = new ZipCopyWriter(beside))
            manifest = packing.Pack(municipality, writer, LeftOut.Nothing, cancel);
        using var reader = CopyReader.At(beside);
        reader.Check(cancel);
        progress.Say("  書いたものを読み直して確かめました。");
        return (manifest, packing.LostIn);
    }

    private string FileFor(MunicipalityCode code, string? to)
    {
        if (to is not null && to.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(to))
            return Path.GetFullPath(to);
        var now = Tokyo.At(clock.GetUtcNow().UtcDateTime);
        return Path.Combine(Path.GetFullPath(to ?? UsualFolder), $"shirube-{code}-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.zip");
    }

    // why: by name and by what it says of itself: a file somebody put there stays.
    private static List<string> Rotate(MunicipalityCode code, string folder, int keep)
    {
        var old = Directory.EnumerateFiles(folder).Where(f => OurName().Match(Path.GetFileName(f)) is { Success: true } m && m.Groups["code"].Value == code.Value)
            .OrderByDescending(Path.GetFileName, StringComparer.Ordinal).Skip(keep).Where(f => IsBackupOf(f, code)).ToList();
        old.ForEach(File.Delete);
        return old;
    }

    private static bool IsBackupOf(string file, MunicipalityCode code)
    {
        try
        {
            using var reader = CopyReader.At(file);
            return reader.Manifest.MunicipalityCode == code.Value;
        }
        catch (RefusalException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^shirube-(?<code>\d{6})-\d{8}-\d{6}\.zip$", RegexOptions.ExplicitCapture)]
    private static partial Regex OurName();
}
