using System.Security.Cryptography;
using System.Text;
using Shirube.Ui.Charts;
using Shouldly;
using Xunit;

namespace Web.Tests.Ui;

public sealed class QrCodeTests
{
    // Squares as drawn by another encoder (QRCoder 1.8.1, level M, bytes) for the same text: rows of # and ., each with a line break, hashed.
    [Theory]
    [InlineData(1, "4eb117b183a22f269fd83c15967da5e32959415317cd548bfd9215712800272a")]
    [InlineData(14, "aaed21998a840e7291bf280378556dce632f990264b46d33e0c5a8fc14f3d027")]
    [InlineData(26, "474d53a9cf9a5243051787070fb03ff4e783b0d02eae73fe173a4279851656b9")]
    [InlineData(60, "554bf23f755d3479349f4cc3b41bc815df6f226ac2092cd48b83c2b5136f919e")]
    [InlineData(106, "bb538aa3ad4f0f64123887e1f9d48ceb3f0aabe76fac03c56fc9681849170796")]
    [InlineData(152, "65bd3c432d4c66a5a88630889cf63cd61d21e4b3cc573a254ebe35f41ebfce90")]
    [InlineData(213, "9499722ed231213514a66750398599943d01ff66e57b2020997b41ffecd7bb42")]
    [InlineData(300, "e33c66a492b769d08281cb472412b7803457767e99f73268fe42a5507a1eead9")]
    [InlineData(500, "940b781db1f825af05b8938bbca534ec145bef66d088998059372e825dcf0bde")]
    [InlineData(660, "5bc02a9a4f1bc76d7c0abdd699a9a1a73b7fc81093d9c2830b4dac261c181f64")]
    public void A_code_is_the_one_another_encoder_draws(int length, string hash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Squares(Text(length))))).ShouldBe(hash);

    [Fact]
    public void A_short_code_looks_as_it_should() => Squares("標").ShouldBe("""
        #######.......#######
        #.....#...###.#.....#
        #.###.#.#####.#.###.#
        #.###.#.##....#.###.#
        #.###.#.#.#.#.#.###.#
        #.....#.##.#..#.....#
        #######.#.#.#.#######
        ........###..........
        #.#####..#.#..#####..
        ..##.#...#.####.....#
        ##...##...#.#.##..#.#
        ..#.##..#######.....#
        #####.##....#..#.###.
        ........#...#..#....#
        #######..###.#..#####
        #.....#.#.#....##.###
        #.###.#.#..#.#..#.#..
        #.###.#.#######..#...
        #.###.#.#.#.#.##.....
        #.....#...#####..#...
        #######.##..#..#..##.
        """.ReplaceLineEndings("\n") + "\n");

    [Fact]
    public void A_text_that_is_too_long_is_refused() => Should.Throw<ArgumentException>(() => QrCode.Of(Text(667)));

    private static string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i * 7 % 26)));

    private static string Squares(string text)
    {
        var code = QrCode.Of(text);
        return string.Concat(Enumerable.Range(0, code.Size).Select(y => string.Concat(Enumerable.Range(0, code.Size).Select(x => code.IsDark(x, y) ? '#' : '.')) + "\n"));
    }
}
