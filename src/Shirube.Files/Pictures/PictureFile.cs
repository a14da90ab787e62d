using System.Security.Cryptography;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Files.Pictures;

/// <summary>A picture as it is kept: looked through from beginning to end, without what cameras and programs write beside it (places, names, dates).</summary>
public sealed record PictureFile(PictureKind Kind, int Width, int Height, byte[] Content)
{
    public const int MostBytes = 2_000_000;
    public const int MostPixels = 10_000;

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    public string MediaType => MediaTypeOf(Kind);

    public static string MediaTypeOf(PictureKind kind) => kind == PictureKind.Png ? "image/png" : "image/jpeg";

    /// <summary>Refuses what is no PNG or JPEG, is cut off, too large, or turned by a note beside the picture.</summary>
    public static PictureFile Read(string name, byte[] file)
    {
        (file.Length > MostBytes ? Refusals.PictureTooHeavy(name, file.Length, MostBytes) : null).ThrowIfAny();
        var picture = PngFile.Begins(file) ? PngFile.Read(file) : JpegFile.Begins(file) ? JpegFile.Read(file, () => Refusals.PictureTurned(name)) : null;
        (picture is null ? Refusals.PictureNotRead(name) : null).ThrowIfAny();
        (Math.Max(picture!.Width, picture.Height) > MostPixels ? Refusals.PictureTooWide(name, picture.Width, picture.Height, MostPixels) : null).ThrowIfAny();
        return picture;
    }
}
