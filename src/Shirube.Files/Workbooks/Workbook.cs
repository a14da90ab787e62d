using System.Security.Cryptography;
using System.Text;
using Shirube.Domain.Common;

namespace Shirube.Files.Workbooks;

/// <summary>A table file of any kind read here (xlsx, xls, csv, tsv), opened without reading its rows.</summary>
public sealed class Workbook : IDisposable
{
    private readonly Stream stream;
    private readonly IDisposable? container;

    private Workbook(string fileName, string sha256, Stream stream, IReadOnlyList<Sheet> sheets, IDisposable? container)
    {
        FileName = fileName;
        Sha256 = sha256;
        this.stream = stream;
        Sheets = sheets;
        this.container = container;
    }

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public string FileName { get; }
    public string Sha256 { get; }
    public IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Opens a file by what it holds, not by its name alone. The stream stays the caller's; one that cannot seek is first copied to a temporary file.</summary>
    public static Workbook Open(Stream source, string fileName)
    {
        var seekable = Seekable(source);
        try
        {
            return Open(seekable, Path.GetFileName(fileName), seekable == source);
        }
        catch
        {
            if (seekable != source)
                seekable.Dispose();
            throw;
        }
    }

    private static Workbook Open(Stream stream, string file, bool isCallers)
    {
        if (stream.Length == 0)
            throw new RefusalException(Refusals.ImportFileEmpty(file));
        stream.Position = 0;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        var (sheets, container) = Sheet.Guard(file, () => SheetsOf(stream, file));
        return new(file, sha256, isCallers ? Stream.Null : stream, sheets, container);
    }

    private static (IReadOnlyList<Sheet> Sheets, IDisposable? Container) SheetsOf(Stream stream, string file)
    {
        var head = Head(stream);
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
            return XlsxBook.Open(stream, file);
        if (head.StartsWith(XlsBook.Signature))
            return (XlsBook.Open(stream, file), null);
        return Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".csv" or ".tsv" or ".txt" => ([CsvSheet.Open(stream, file)], null),
            ".xlsx" or ".xlsm" or ".xls" or ".xlt" or ".xltx" => throw new RefusalException(Refusals.ImportNotAWorkbook(file)),
            _ => throw new RefusalException(Refusals.ImportFileKindUnknown(file)),
        };
    }

    private static ReadOnlySpan<byte> Head(Stream stream)
    {
        var head = new byte[8];
        stream.Position = 0;
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan(0, read);
    }

    private static Stream Seekable(Stream source)
    {
        if (source.CanSeek)
            return source;
        var copy = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        source.CopyTo(copy);
        return copy;
    }

    public void Dispose()
    {
        container?.Dispose();
        stream.Dispose();
    }
}
