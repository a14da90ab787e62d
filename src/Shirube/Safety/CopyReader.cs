using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Shirube.Domain.Common;

namespace Shirube.Safety;

/// <summary>A backup or an export as it lies there, believed in nothing before <see cref="Check"/>.</summary>
internal abstract class CopyReader(string path) : IDisposable
{
    private CopyManifest? manifest;

    /// <summary>The file or folder.</summary>
    public string Place { get; } = path;

    public abstract IReadOnlyCollection<string> Names { get; }

    public CopyManifest Manifest => manifest ??= ReadManifest();

    public static CopyReader At(string path) =>
        Directory.Exists(path) ? new FolderCopyReader(path) : File.Exists(path) ? new ZipCopyReader(path) : throw new RefusalException(Refusals.CopyMissing(path));

    public abstract Stream Open(string name);

    /// <summary>Reads everything once: every file is there, is what it was, and none was added.</summary>
    public void Check(CancellationToken cancel = default)
    {
        _ = Manifest;
        var sums = ReadSums();
        var odd = Names.FirstOrDefault(n => n != CopyWriter.Sums && !sums.ContainsKey(n)) ?? sums.Keys.FirstOrDefault(n => !Names.Contains(n)) ?? Names.FirstOrDefault(n => !IsPlain(n));
        (odd is null ? null : Refusals.CopyAltered(Place, odd)).ThrowIfAny();
        foreach (var (name, sha256) in sums)
        {
            cancel.ThrowIfCancellationRequested();
            using var stream = Open(name);
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != sha256)
                throw new RefusalException(Refusals.CopyAltered(Place, name));
        }
    }

    public abstract void Dispose();

    private CopyManifest ReadManifest()
    {
        if (!Names.Contains(CopyManifest.FileName))
            throw new RefusalException(Refusals.CopyForeign(Place));
        using (var stream = Open(CopyManifest.FileName))
            if (CopyManifest.VersionOf(stream) is { } version && version > CopyManifest.Current)
                throw new RefusalException(Refusals.CopyFormatNewer(version, CopyManifest.Current));
        using var again = Open(CopyManifest.FileName);
        return CopyManifest.Read(again) is { Format: CopyManifest.FormatName } read ? read : throw new RefusalException(Refusals.CopyForeign(Place));
    }

    private Dictionary<string, string> ReadSums()
    {
        if (!Names.Contains(CopyWriter.Sums))
            throw new RefusalException(Refusals.CopyAltered(Place, CopyWriter.Sums));
        using var text = new StreamReader(Open(CopyWriter.Sums), Encoding.UTF8);
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        while (text.ReadLine() is { } line)
            if (line.Length < 67 || !sums.TryAdd(line[66..], line[..64]))
                throw new RefusalException(Refusals.CopyAltered(Place, CopyWriter.Sums));
        return sums;
    }

    // why: a name that climbs out of its folder would be written over what lies elsewhere.
    private static bool IsPlain(string name) => !name.Contains('\\') && !name.StartsWith('/') && name.Split('/').All(p => p is not ("" or "." or ".."));
}

internal sealed class FolderCopyReader(string folder) : CopyReader(folder)
{
    public override IReadOnlyCollection<string> Names { get; } =
        [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).Select(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'))];

    public override Stream Open(string name) => File.OpenRead(Path.Combine([Place, .. name.Split('/')]));

    public override void Dispose()
    {
        // why: each file is closed where it was read.
    }
}

internal sealed class ZipCopyReader : CopyReader
{
    private readonly FileStream file;
    private readonly ZipArchive zip;

    public ZipCopyReader(string path) : base(path)
    {
        file = File.OpenRead(path);
        try
        {
            zip = OpenZip(path);
            Names = [.. zip.Entries.Select(e => e.FullName)];
            CheckSeal();
        }
        catch (InvalidDataException)
        {
            file.Dispose();
            throw new RefusalException(Refusals.CopyDamaged(path, "zipの目次が読めません"));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override IReadOnlyCollection<string> Names { get; }

    public override Stream Open(string name)
    {
        try
        {
            return zip.GetEntry(name)!.Open();
        }
        catch (InvalidDataException)
        {
            throw new RefusalException(Refusals.CopyDamaged(Place, name));
        }
    }

    public override void Dispose()
    {
        zip.Dispose();
        file.Dispose();
    }

    private ZipArchive OpenZip(string path)
    {
        Span<byte> begin = stackalloc byte[2];
        var isZip = file.ReadAtLeast(begin, 2, throwOnEndOfStream: false) == 2 && begin.SequenceEqual("PK"u8);
        file.Position = 0;
        try
        {
            return new(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw new RefusalException(isZip ? Refusals.CopyDamaged(path, "zipの末尾がありません") : Refusals.CopyForeign(path));
        }
    }

    private void CheckSeal()
    {
        var at = file.Length - ZipCopyWriter.SealLength;
        if (!Names.Contains(CopyManifest.FileName) && !Names.Any(n => n.StartsWith("tables/", StringComparison.Ordinal)))
            throw new RefusalException(Refusals.CopyForeign(Place));
        var seal = new byte[ZipCopyWriter.SealLength];
        var computed = ZipCopyWriter.SealOf(file);
        file.Position = at;
        file.ReadExactly(seal);
        if (Encoding.ASCII.GetString(seal) != computed)
            throw new RefusalException(Refusals.CopyDamaged(Place, "封印のハッシュが合いません"));
    }
}
