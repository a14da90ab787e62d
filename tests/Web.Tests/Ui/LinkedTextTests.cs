using System.Text.Encodings.Web;
using Shirube.Ui.Text;
using Shouldly;
using Xunit;

namespace Web.Tests.Ui;

public sealed class LinkedTextTests
{
    [Fact]
    public void An_address_becomes_a_link_that_shows_the_site() =>
        Html("出典 https://www.city.oshu.iwate.jp/soshiki/1/3490.html です。").ShouldBe("出典 <a href=\"https://www.city.oshu.iwate.jp/soshiki/1/3490.html\" rel=\"noreferrer\">www.city.oshu.iwate.jp</a> です。");

    [Theory]
    [InlineData("<b>&\"", "&lt;b&gt;&amp;&quot;")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("https://x.example/\"onclick=\"y", "<a href=\"https://x.example/\" rel=\"noreferrer\">x.example</a>&quot;onclick=&quot;y")]
    [InlineData(null, "")]
    public void Everything_else_is_text(string? text, string html) => Html(text).ShouldBe(html);

    private static string Html(string? text)
    {
        using var written = new StringWriter();
        LinkedText.Render(text).WriteTo(written, HtmlEncoder.Default);
        return written.ToString();
    }
}
