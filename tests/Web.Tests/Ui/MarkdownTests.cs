using System.Text.Encodings.Web;
using Shirube.Ui.Text;
using Shouldly;
using Xunit;

namespace Web.Tests.Ui;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<div onclick=\"x\">\n\ntext\n\n</div>")]
    public void Raw_html_is_shown_as_text(string markdown) => Html(markdown).ShouldNotMatch("(?i)<(script|img|div)[\\s>]");

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](data:text/html,x)")]
    [InlineData("[x](//elsewhere.example/)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[x][1]\n\n[1]: vbscript:x")]
    public void A_link_to_a_program_leads_nowhere(string markdown) => Html(markdown).ShouldNotMatch("(?i)(href|src)=\"[^\"]*(script:|data:|//)");

    [Theory]
    [InlineData("[市](https://www.city.oshu.iwate.jp/)", "href=\"https://www.city.oshu.iwate.jp/\"")]
    [InlineData("[事業](projects/abc)", "href=\"projects/abc\"")]
    [InlineData("[便り](mailto:a@example.jp)", "href=\"mailto:a@example.jp\"")]
    public void Ordinary_links_stay(string markdown, string expected) => Html(markdown).ShouldContain(expected);

    [Fact]
    public void Headings_go_under_the_page_s_own()
    {
        var html = Html("# 目的\n\n## 背景\n\n###### 細目");
        html.ShouldContain("<h2>目的</h2>");
        html.ShouldContain("<h3>背景</h3>");
        html.ShouldContain("<h6>細目</h6>");
        html.ShouldNotContain("<h1");
    }

    [Fact]
    public void Tables_and_lists_are_rendered() => Html("| 年度 | 人 |\n|---|---|\n| R7 | 3 |\n\n- a\n- b").ShouldContain("<table>");

    private static string Html(string markdown)
    {
        using var text = new StringWriter();
        MarkdownText.Render(markdown).WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}
