using System.Text;
using Shirube.Domain.Common;
using Shouldly;
using Xunit;

namespace Domain.Tests.Common;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("ｺﾄﾞﾓ", "こども")]
    [InlineData("コドモ", "こども")]
    [InlineData("コト゛モ", "こども")]
    [InlineData("コト\u3099モ", "こども")]
    [InlineData("ﾊﾟｰｸ＆ﾗｲﾄﾞ", "パーク&ライド")]
    [InlineData("Ａ１２３", "a123")]
    [InlineData("①㈱", "1(株)")]
    [InlineData("コーヒー", "コ－ヒ―")]
    [InlineData("1－2ー3", "1-2‐3")]
    [InlineData("髙﨑", "高崎")]
    [InlineData("𠮷田", "吉田")]
    [InlineData("葛\U000E0100飾", "葛飾")]
    [InlineData("佐々木", "佐佐木")]
    [InlineData("いすゞ", "いすず")]
    [InlineData("つゞく", "つづく")]
    [InlineData("第 １ 期", "第1期")]
    [InlineData("子育て\n　支援", "子育て支援")]
    [InlineData("霞ヶ関", "霞ケ関")]
    [InlineData("二〇二六", "二○二六")]
    [InlineData("㍻元年", "平成元年")]
    [InlineData("スーパー マーケット", "すーぱーまーけっと")]
    public void Words_that_are_one_to_the_reader_fold_to_one(string typed, string same) => FoldedText.Fold(typed).ShouldBe(FoldedText.Fold(same));

    [Theory]
    [InlineData("びょういん", "びよういん")]
    [InlineData("コーヒー", "コヒ")]
    [InlineData("かき", "がき")]
    [InlineData("A 1", "A1")]
    [InlineData("齋藤", "齊藤")]
    public void Words_that_are_two_stay_two(string one, string other) => FoldedText.Fold(one).ShouldNotBe(FoldedText.Fold(other));

    [Fact]
    public void Folding_again_changes_nothing_whatever_the_letter()
    {
        var letters = 0;
        foreach (var rune in Enumerable.Range(0, 0x11_0000).Where(Rune.IsValid).Select(v => new Rune(v)).Where(r => r.IsBmp || Rune.GetUnicodeCategory(r) != System.Globalization.UnicodeCategory.OtherNotAssigned))
        {
            letters++;
            var folded = FoldedText.Fold($"か{rune}a {rune} 市");
            FoldedText.Fold(folded).ShouldBe(folded, $"U+{rune.Value:X4}");
        }

        letters.ShouldBeGreaterThan(200_000);
    }

    [Fact]
    public void Folding_any_mixture_again_changes_nothing_and_every_letter_knows_where_it_came_from()
    {
        const string Letters = "aＢ1２ 　\n\t-ー－ｰ～〜々ゝゞヾ゛゜ﾞﾟかガｶﾊぱ道髙①㌔㍻é\u0301\u200b\ufe0f\U00020BB7\U000E0100\uD800。「%_\"'";
        var random = new Random(20260401);
        for (var round = 0; round < 20_000; round++)
        {
            var typed = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)])]);
            var folded = FoldedText.Of(typed);
            FoldedText.Fold(typed).ShouldBe(folded.Text);
            FoldedText.Fold(folded.Text).ShouldBe(folded.Text, string.Join(' ', typed.Select(c => $"{(int)c:X4}")));
            for (var at = 0; at < folded.Text.Length; at++)
            {
                var (start, length) = folded.Original(at, 1).GetOffsetAndLength(typed.Length);
                length.ShouldBeGreaterThan(0);
                (at == 0 || start >= folded.Original(at - 1, 1).Start.Value).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void What_was_found_is_marked_in_the_text_as_it_was_typed()
    {
        const string Typed = "市内の ｺﾄﾞﾓ ㌔ 支援";
        var folded = FoldedText.Of(Typed);
        Typed[folded.Original(folded.Text.IndexOf("こども", StringComparison.Ordinal), 3)].ShouldBe("ｺﾄﾞﾓ");
        Typed[folded.Original(folded.Text.IndexOf("きろ", StringComparison.Ordinal), 2)].ShouldBe("㌔");
        Typed[folded.Original(folded.Text.IndexOf("支援", StringComparison.Ordinal), 2)].ShouldBe("支援");
    }
}
