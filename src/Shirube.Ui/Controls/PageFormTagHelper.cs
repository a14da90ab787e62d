using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shirube.Ui.Controls;

/// <summary>A form that names no handler is sent to the page itself, also where one of the page's handlers has shown it again (a preview, a refusal).</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PageFormTagHelper : TagHelper
{
    private const string Handler = "handler";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (output.Attributes.ContainsName("action") || !request.Query.ContainsKey(Handler))
            return;
        var rest = QueryString.Create(request.Query.Where(q => !q.Key.Equals(Handler, StringComparison.OrdinalIgnoreCase)));
        output.Attributes.SetAttribute("action", $"{request.PathBase}{request.Path}{rest}");
    }
}
