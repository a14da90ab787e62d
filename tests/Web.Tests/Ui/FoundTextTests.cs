using Microsoft.AspNetCore.Html;
using Shirube.Domain.Common;
using Shirube.Ui.Text;
using Shouldly;
using Xunit;

namespace Web.Tests.Ui;

public sealed class FoundTextTests
{
    [Theory]
    [InlineData("ｺﾄﾞﾓ支援", "こども", "<mark>ｺﾄﾞﾓ</mark>支援")]
    [InlineData("第 1 期 計画", "第1期", "<mark>第 1 期</mark> 計画")]
    [InlineData("<b>こども</b>", "こども", "&lt;b&gt;<mark>こども</mark>&lt;/b&gt;")]
    [InlineData("令和6年度の実績", "R6", "<mark>令和6年</mark>度の実績")]
    [InlineData("こども家庭", "こども ども家庭", "<mark>こども</mark><mark>家庭</mark>")]
    [InlineData("道路", "橋", "道路")]
    public void What_was_found_is_marked_in_the_text_as_typed(string text, string typed, string html) =>
        Html(FoundText.Mark(text, SearchWords.Parse(typed))).ShouldBe(html);

    [Fact]
    public void A_long_text_is_quoted_where_most_of_the_words_stand()
    {
        var text = $"市道。{new string('あ', 300)}市道の除雪を行う。{new string('い', 300)}";
        var html = Html(FoundText.Quote(text, SearchWords.Parse("除雪 市道"))!);
        html.ShouldContain("<mark>市道</mark>の<mark>除雪</mark>を行う。");
        html.ShouldStartWith("…");
        html.ShouldEndWith("…");
        html.Length.ShouldBeLessThan(200);
        FoundText.Quote(text, SearchWords.Parse("橋")).ShouldBeNull();
        FoundText.Quote("", SearchWords.Parse("橋")).ShouldBeNull();
    }

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
