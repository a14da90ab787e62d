using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Shirube.Domain.Plans;

namespace Shirube.Files.Pictures;

/// <summary>The chunks of a PNG (ISO/IEC 15948): what draws is kept, what speaks about it is not.</summary>
internal static class PngFile
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly HashSet<string> Drawing = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs", "sBIT", "bKGD", "IDAT", "IEND"];

    public static bool Begins(byte[] file) => file.AsSpan().StartsWith(Signature);

    /// <summary>Null where a chunk is cut off or damaged, or the picture's own are not there.</summary>
    public static PictureFile? Read(byte[] file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var (at, width, height, hasData) = (Signature.Length, 0, 0, false);
        while (ChunkAt(file, at) is { } chunk)
        {
            if (chunk.Type == "IHDR" && chunk.Length >= 8)
                (width, height) = (Whole(file, at + 8), Whole(file, at + 12));
            hasData |= chunk.Type == "IDAT";
            if (Drawing.Contains(chunk.Type))
                kept.Write(file, at, chunk.Length + 12);
            if (chunk.Type == "IEND")
                return width > 0 && height > 0 && hasData ? new(PictureKind.Png, width, height, kept.ToArray()) : null;
            at += chunk.Length + 12;
        }

        return null;
    }

    private static (string Type, int Length)? ChunkAt(byte[] file, int at)
    {
        if (at + 12 > file.Length || Whole(file, at) is var length && (length < 0 || length > file.Length - at - 12))
            return null;
        return Crc32.HashToUInt32(file.AsSpan(at + 4, length + 4)) == (uint)Whole(file, at + 8 + length) ? (Encoding.ASCII.GetString(file, at + 4, 4), length) : null;
    }

    private static int Whole(byte[] file, int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
}
