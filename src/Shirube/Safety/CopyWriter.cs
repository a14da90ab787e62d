using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Shirube.Data;

namespace Shirube.Safety;

/// <summary>Where a copy is written: a folder of files, or one zip file. The list of hashes is what <c>sha256sum -c SHA256SUMS</c> reads.</summary>
internal abstract class CopyWriter : IDisposable
{
    public const string Sums = "SHA256SUMS";

    private readonly SortedDictionary<string, string> sums = new(StringComparer.Ordinal);

    public T Add<T>(string path, Func<Stream, T> write)
    {
        using var stream = Create(path);
        using var summed = new CheckedStream(stream);
        var result = write(summed);
        summed.Flush();
        sums.Add(path, summed.Sha256);
        return result;
    }

    /// <summary>Writes the list of hashes and brings everything onto the disk.</summary>
    public virtual void Finish()
    {
        using var stream = Create(Sums);
        stream.Write(Encoding.UTF8.GetBytes(string.Concat(sums.Select(s => $"{s.Value}  {s.Key}\n"))));
    }

    public abstract void Dispose();

    protected abstract Stream Create(string path);
}

internal sealed class FolderCopyWriter(string folder) : CopyWriter
{
    protected override Stream Create(string path)
    {
        var file = Path.Combine([folder, .. path.Split('/')]);
        PrivateFiles.MakeFolder(Path.GetDirectoryName(file)!);
        return PrivateFiles.Create(file);
    }

    public override void Dispose()
    {
        // why: each file is closed when it is written.
    }
}

/// <summary>The zip file ends in the hash of all that stands before it, so that one flipped bit anywhere is seen.</summary>
internal sealed class ZipCopyWriter : CopyWriter
{
    public static readonly int SealLength = 64;

    private readonly FileStream file;
    private readonly ZipArchive zip;

    public ZipCopyWriter(string path)
    {
        file = PrivateFiles.Create(path);
        zip = new(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = new('0', SealLength) };
    }

    public override void Finish()
    {
        base.Finish();
        zip.Dispose();
        var seal = SealOf(file);
        file.Position = file.Length - SealLength;
        file.Write(Encoding.ASCII.GetBytes(seal));
        file.Flush(flushToDisk: true);
    }

    /// <summary>The hash of all but the seal itself.</summary>
    public static string SealOf(FileStream file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        file.Position = 0;
        for (var left = file.Length - SealLength; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0)
                break;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    protected override Stream Create(string path) => zip.CreateEntry(path, CompressionLevel.Fastest).Open();

    public override void Dispose()
    {
        // why: an archive that was not finished writes its list of entries when it is closed, which a full disk refuses; the file is thrown away anyhow.
        try
        {
            zip.Dispose();
        }
        catch (IOException)
        {
        }

        file.Dispose();
    }
}

/// <summary>Files and folders that only the installation's own user may read.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Mine | UnixFileMode.UserExecute);
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Mine;
        return new(path, options);
    }
}
