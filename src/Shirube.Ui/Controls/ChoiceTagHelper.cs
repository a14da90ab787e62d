using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shirube.Ui.Controls;

/// <summary>One of a few, as radio buttons in a fieldset: <c>&lt;choice for="Stage" label="段階" items="…" /&gt;</c>. The first button carries the id the error summary links to.</summary>
[HtmlTargetElement("choice", Attributes = "for,label,items", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public bool Required { get; set; }
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var errors = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : [];
        var value = entry?.AttemptedValue ?? For.Model?.ToString() ?? "";
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", errors.Count > 0 ? $"{id}-error" : null }.Where(d => d is not null));
        if (described.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", described);
        output.Content.AppendHtml("<legend>").Append(Label).AppendHtml(Required ? "<span class=\"field-need\">必須</span></legend>" : "</legend>");
        if (Hint is not null)
            output.Content.AppendHtml($"<p class=\"field-hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        if (errors.Count > 0)
            output.Content.AppendHtml($"<p class=\"field-error\" id=\"{id}-error\">").Append($"誤り: {errors[0].ErrorMessage}").AppendHtml("</p>");
        output.Content.AppendHtml("<div class=\"choices\">");
        foreach (var (item, i) in Items.Select((item, i) => (item, i)))
            output.Content.AppendHtml(Button(name, i == 0 ? id : $"{id}-{i}", item, (item.Value ?? item.Text) == value));
        output.Content.AppendHtml("</div>");
    }

    private static TagBuilder Button(string name, string id, SelectListItem item, bool isChosen)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "radio", ["name"] = name, ["id"] = id, ["value"] = item.Value ?? item.Text } };
        if (isChosen)
            input.Attributes["checked"] = "checked";
        var label = new TagBuilder("label");
        label.InnerHtml.AppendHtml(input).Append(item.Text);
        return label;
    }
}
