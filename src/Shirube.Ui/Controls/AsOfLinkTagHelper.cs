using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirube.Ui.Hosting;

namespace Shirube.Ui.Controls;

/// <summary>Keeps ?as-of= in the links and search forms of a page that is seen as of a day.</summary>
[HtmlTargetElement("a", Attributes = "[href^='~/']")]
[HtmlTargetElement("form", Attributes = "[method='get']")]
public sealed class AsOfLinkTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Set where a link leads out of the past on purpose.</summary>
    [HtmlAttributeName("to-today")]
    public bool ToToday { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ToToday || ViewContext.HttpContext.Features.Get<ShownRelease>()?.AsOf is not { } day)
            return;
        if (string.Equals(output.TagName, "form", StringComparison.Ordinal))
            output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"as-of\" value=\"{day:yyyy-MM-dd}\">");
        else if (output.Attributes["href"]?.Value is { } value)
            output.Attributes.SetAttribute("href", With(value is Microsoft.AspNetCore.Html.IHtmlContent html ? Plain(html) : value.ToString()!, day));
    }

    private static Microsoft.AspNetCore.Html.HtmlString With(string href, DateOnly day)
    {
        var (path, anchor) = href.IndexOf('#') is var hash and >= 0 ? (href[..hash], href[hash..]) : (href, "");
        return new($"{path}{(path.Contains('?') ? "&amp;" : "?")}as-of={day:yyyy-MM-dd}{anchor}");
    }

    private static string Plain(Microsoft.AspNetCore.Html.IHtmlContent html)
    {
        using var text = new StringWriter();
        html.WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
        return text.ToString();
    }
}
