using System.Text;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Files.Pictures;
using Shouldly;
using Xunit;

namespace Files.Tests.Pictures;

public sealed class PictureFileTests
{
    [Fact]
    public void A_png_is_kept_without_what_the_program_wrote_beside_it()
    {
        var file = Drawn.Png(30, 20, ("tEXt", "Author\0市役所の山田"), ("eXIf", "GPS"), ("gAMA", "\0\0\u0001\u0001"), ("iTXt", "山田"));
        var picture = PictureFile.Read("a.png", file);
        (picture.Kind, picture.Width, picture.Height, picture.MediaType).ShouldBe((PictureKind.Png, 30, 20, "image/png"));
        Encoding.UTF8.GetString(picture.Content).ShouldNotContain("山田");
        Encoding.Latin1.GetString(picture.Content).ShouldContain("gAMA");
        PictureFile.Read("a.png", picture.Content).Sha256.ShouldBe(picture.Sha256, "what is kept is itself a whole picture");
    }

    [Fact]
    public void A_photograph_is_kept_without_place_comment_and_what_hangs_behind_it()
    {
        var picture = PictureFile.Read("a.jpg", Drawn.Jpeg(640, 480, 1, "北緯39度の山田", [.. "もう一枚"u8]));
        (picture.Kind, picture.Width, picture.Height).ShouldBe((PictureKind.Jpeg, 640, 480));
        Encoding.UTF8.GetString(picture.Content).ShouldNotContain("山田");
        Encoding.UTF8.GetString(picture.Content).ShouldNotContain("もう一枚");
        Encoding.Latin1.GetString(picture.Content).ShouldContain("JFIF");
        picture.Content[^2..].ShouldBe([0xFF, 0xD9]);
        PictureFile.Read("a.jpg", picture.Content).Sha256.ShouldBe(picture.Sha256);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(3)]
    public void A_photograph_that_lies_on_its_side_is_refused_with_what_to_do(ushort orientation) =>
        Why(Drawn.Jpeg(640, 480, orientation, "", [])).ShouldBe("picture-turned");

    [Fact]
    public void A_png_in_which_any_byte_changed_or_of_which_any_end_is_missing_is_not_taken()
    {
        var file = Drawn.Png(5, 3, ("tEXt", "a\0b"));
        for (var at = 0; at < file.Length; at++)
        {
            var broken = (byte[])file.Clone();
            broken[at] ^= 0x41;
            Why(broken).ShouldBe("picture-not-read", $"byte {at}");
            Why(file[..at]).ShouldBe("picture-not-read", $"first {at} bytes");
        }
    }

    [Fact]
    public void A_jpeg_of_which_any_end_is_missing_is_not_taken()
    {
        var file = Drawn.Jpeg(5, 3, null, "x", []);
        for (var length = 0; length < file.Length; length++)
            Why(file[..length]).ShouldBe("picture-not-read", $"first {length} bytes");
    }

    [Fact]
    public void Whatever_bytes_come_the_answer_is_a_picture_or_a_sentence()
    {
        var chance = new Random(5);
        var photograph = Drawn.Jpeg(5, 3, 1, "x", []);
        for (var round = 0; round < 2_000; round++)
        {
            var file = round % 2 == 0 ? (byte[])photograph.Clone() : [0xFF, 0xD8, 0xFF, .. Enumerable.Range(0, chance.Next(1, 60)).Select(_ => (byte)chance.Next(256))];
            for (var change = 0; change < 3; change++)
                file[chance.Next(3, file.Length)] = (byte)chance.Next(256);
            _ = Why(file);
        }
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("")]
    public void What_is_no_picture_is_refused_whatever_it_is_called(string text) => Why(Encoding.UTF8.GetBytes(text)).ShouldBe("picture-not-read");

    [Fact]
    public void A_picture_that_is_too_heavy_or_too_wide_is_refused()
    {
        Why(new byte[PictureFile.MostBytes + 1]).ShouldBe("picture-too-heavy");
        Why(Drawn.Png(10_001, 1)).ShouldBe("picture-too-wide");
    }

    private static string? Why(byte[] file)
    {
        try
        {
            PictureFile.Read("図.png", file);
            return null;
        }
        catch (RefusalException refused)
        {
            return refused.Refusal.Code;
        }
    }
}
