using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Domain.Tests.Plans;

public sealed class GlossaryTermTests
{
    [Theory]
    [InlineData("", "よみ", "意味", "name-missing")]
    [InlineData("用語", " ", "意味", "name-missing")]
    [InlineData("用語", "読み", "意味", "reading-not-kana")]
    [InlineData("SDGs", "SDGs", "意味", "reading-not-kana")]
    [InlineData("用語", "ようご", "", "name-missing")]
    public void A_term_needs_a_word_a_reading_in_kana_and_a_meaning(string name, string reading, string meaning, string code) =>
        Should.Throw<RefusalException>(() => GlossaryTerm.Explain(name, reading, meaning, null)).Refusal.Code.ShouldBe(code);

    [Fact]
    public void A_term_keeps_its_words_without_the_blanks_around_them()
    {
        var term = GlossaryTerm.Explain(" SDGs ", " エスディージーズ ", " 持続可能な開発目標 ", " ");
        (term.Name, term.Reading, term.Meaning, term.Source).ShouldBe(("SDGs", "エスディージーズ", "持続可能な開発目標", null));
    }

    [Fact]
    public void Readings_are_ordered_as_in_a_dictionary_whichever_kana_they_are_in() =>
        new[] { "わ", "かんきょう", "がっこう", "アクション", "あい", "さい", "エスディージーズ", "かいぎ" }.Order(ReadingOrder.Kana).ShouldBe(["あい", "アクション", "エスディージーズ", "かいぎ", "がっこう", "かんきょう", "さい", "わ"]);

    [Theory]
    [InlineData("アクション", "あ")]
    [InlineData("ぁ", "あ")]
    [InlineData("ヴィジョン", "あ")]
    [InlineData("がっこう", "か")]
    [InlineData("ぱーとなー", "は")]
    [InlineData("っ", "た")]
    [InlineData("ゃ", "や")]
    [InlineData("ゆめ", "や")]
    [InlineData("れきし", "ら")]
    [InlineData("んだ", "わ")]
    public void A_reading_stands_in_its_row_of_the_kana(string reading, string row) => ReadingOrder.RowOf(reading).ShouldBe(row);
}
