using System.Buffers.Binary;

namespace Shirube.Files.Pictures;

/// <summary>How a camera was held (Exif, tag 274): 1 upright, 2 to 8 turned or mirrored.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 274;

    /// <summary>1 also where the note says nothing of it or cannot be read.</summary>
    public static int Of(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
            return 1;
        var tiff = segment[6..];
        var isLittle = tiff[0] == (byte)'I';
        long first = Number(tiff, 4, 4, isLittle);
        if (first + 2 > tiff.Length)
            return 1;
        var count = Number(tiff, (int)first, 2, isLittle);
        for (var entry = (int)first + 2; count-- > 0 && entry + 12 <= tiff.Length; entry += 12)
            if (Number(tiff, entry, 2, isLittle) == Tag)
                return (int)Number(tiff, entry + 8, 2, isLittle);
        return 1;
    }

    private static uint Number(ReadOnlySpan<byte> tiff, int at, int bytes, bool isLittle) => (bytes, isLittle) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]),
        _ => BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]),
    };
}
