using Shirube.Domain.Common;

namespace Shirube.Files.Workbooks;

/// <summary>Reads an archive's entry and refuses it once it unpacks to more than the limit, whatever it claimed.</summary>
internal sealed class CountedStream(Stream inner, string file, long limit) : Stream
{
    private long count;

    public override int Read(byte[] buffer, int offset, int length) => Counted(inner.Read(buffer, offset, length));
    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    private int Counted(int read)
    {
        count += read;
        return count <= limit ? read : throw new RefusalException(Refusals.ImportArchiveTooLarge(file, FileLimits.UnpackedBytes));
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => count; set => throw new NotSupportedException(); }
    public override void Flush() => inner.Flush();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
