using System.Buffers.Binary;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Files.Pictures;

/// <summary>The segments of a JPEG (ISO/IEC 10918): what draws is kept, what cameras note beside it (Exif, XMP, comments) is not.</summary>
internal static class JpegFile
{
    private const byte Begin = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Exif = 0xE1;
    private const byte Comment = 0xFE;

    public static bool Begins(byte[] file) => file.Length > 4 && file[0] == 0xFF && file[1] == Begin && file[2] == 0xFF;

    /// <summary>Null where it is cut off or has no size.</summary>
    public static PictureFile? Read(byte[] file, Func<Refusal> whenTurned)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, 2);
        var (at, width, height) = (2, 0, 0);
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var (marker, length) = (file[at + 1], BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)));
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (length < 2 || at + 2 + length > file.Length)
                return null;
            if (IsFrame(marker) && length >= 7)
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 5)), BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 7)));
            if (marker == Exif)
                (ExifOrientation.Of(file.AsSpan(at + 4, length - 2)) > 1 ? whenTurned() : null).ThrowIfAny();
            if (marker == Scan)
                return width > 0 && height > 0 && LastEnd(file, at) is { } end ? Whole(kept, file, at, end, width, height) : null;
            if (Draws(marker))
                kept.Write(file, at, length + 2);
            at += length + 2;
        }

        return null;
    }

    private static PictureFile Whole(MemoryStream kept, byte[] file, int from, int end, int width, int height)
    {
        kept.Write(file, from, end - from);
        return new(PictureKind.Jpeg, width, height, kept.ToArray());
    }

    // why: what phones append after the picture (a film, a second picture) is not shown, but could be read.
    private static int? LastEnd(byte[] file, int scan)
    {
        for (var at = scan; at + 1 < file.Length; at++)
            if (file[at] == 0xFF && file[at + 1] == End)
                return at + 2;
        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // why: APP0 says how dense it is, APP14 how its colours are coded; an ICC profile (APP2) can hold names, and sRGB is what is left without.
    private static bool Draws(byte marker) => marker is not Comment and not (>= Exif and <= 0xED) and not 0xEF;
}
