using Shirube.Domain.Common;
using Shouldly;
using Xunit;

namespace Domain.Tests.Common;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("市道　改良", "市道|改良", "")]
    [InlineData("道路 -除雪", "道路", "除雪")]
    [InlineData("道路 －除雪 ー凍結", "道路", "除雪|凍結")]
    [InlineData("道路 -\"除雪 作業\"", "道路", "除雪作業")]
    [InlineData("\"park and ride\" bus", "park and ride|bus", "")]
    [InlineData("「放課後 児童」クラブ", "放課後児童|くらぶ", "")]
    [InlineData("\"閉じていない 引用", "閉じていない引用", "")]
    [InlineData("1-2-3", "1-2-3", "")]
    [InlineData("コーヒー - 店", "こ-ひ-|-|店", "")]
    [InlineData("道路 道路 ﾄﾞｳﾛ", "道路|どうろ", "")]
    [InlineData("100% a_b", "100%|a_b", "")]
    public void Words_phrases_and_exclusions_are_told_apart(string typed, string all, string not)
    {
        var words = SearchWords.Parse(typed);
        words.WhyNot.ShouldBeNull();
        string.Join('|', words.All.Select(w => w.Forms[0])).ShouldBe(all);
        string.Join('|', words.Not).ShouldBe(not);
    }

    [Theory]
    [InlineData("R6", "r6|令和6年|2024年|r6年")]
    [InlineData("令和６年度", "令和6年度|2024年度|r6年度")]
    [InlineData("2019年", "2019年|令和元年|r1年")]
    [InlineData("平成元年度", "平成元年度|1989年度|h1年度")]
    [InlineData("2024", "2024|令和6年|2024年|r6年")]
    [InlineData("r62x", "r62x")]
    [InlineData("12345", "12345")]
    public void A_year_is_found_however_it_is_written(string typed, string forms) =>
        string.Join('|', SearchWords.Parse(typed).All.Single().Forms).ShouldBe(forms);

    [Theory]
    [InlineData("-除雪", "search-only-excludes")]
    [InlineData("\"\" 「」", "search-only-signs")]
    [InlineData("\u200b", "search-only-signs")]
    [InlineData("あ い う え お か き く け こ さ", "search-too-many-words")]
    public void What_cannot_be_searched_for_says_why(string typed, string code) => SearchWords.Parse(typed).WhyNot!.Code.ShouldBe(code);

    [Fact]
    public void Ten_thousand_letters_are_refused_with_a_sentence_and_not_kept()
    {
        var words = SearchWords.Parse(new string('あ', 10_000));
        words.WhyNot!.Code.ShouldBe("search-too-long");
        words.WhyNot.What.ShouldContain("10,000");
        words.Typed.Length.ShouldBe(SearchWords.Longest);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　\n ")]
    public void Nothing_typed_is_no_error(string? typed) => SearchWords.Parse(typed).IsBlank.ShouldBeTrue();
}
