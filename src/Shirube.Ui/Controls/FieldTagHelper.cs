using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirube.Ui.Text;

namespace Shirube.Ui.Controls;

/// <summary>A labelled input with its hint and its error tied to it: <c>&lt;field for="Name" label="名前" hint="…" required /&gt;</c>. The kind is text, area, number, date, password, email, file, select or check; a select takes items.</summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public string Kind { get; set; } = "text";
    public string? Unit { get; set; }
    public string? Autocomplete { get; set; }
    public string? Accept { get; set; }
    public bool Required { get; set; }
    public bool Readonly { get; set; }
    public int Rows { get; set; } = 5;
    public int? Maxlength { get; set; }
    public IEnumerable<SelectListItem>? Items { get; set; }
    /// <summary>The words of the empty choice of a select; without them there is none.</summary>
    public string? Nothing { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        Hint ??= FieldHelp.Of(For.Metadata.ContainerType, For.Metadata.PropertyName);
        var errors = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : [];
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var control = Control(name, id, entry);
        var described = new List<string>();
        if (Hint is not null)
            described.Add($"{id}-hint");
        if (errors.Count > 0)
        {
            described.Add($"{id}-error");
            control.Attributes["aria-invalid"] = "true";
        }
        if (described.Count > 0)
            control.Attributes["aria-describedby"] = string.Join(' ', described);
        Write(output, id, control, errors);
    }

    private void Write(TagHelperOutput output, string id, TagBuilder control, IReadOnlyCollection<ModelError> errors)
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        if (Kind == "check")
        {
            label.AddCssClass("choices-one");
            label.InnerHtml.AppendHtml(control).Append(Label);
            output.Content.AppendHtml(label);
        }
        else
        {
            label.InnerHtml.Append(Label);
            if (Required)
                label.InnerHtml.AppendHtml("<span class=\"field-need\">必須</span>");
            output.Content.AppendHtml(label);
        }
        if (Hint is not null)
            output.Content.AppendHtml(Line("field-hint", $"{id}-hint", Hint));
        foreach (var (error, i) in errors.Select((e, i) => (e, i)))
            output.Content.AppendHtml(Line("field-error", i == 0 ? $"{id}-error" : $"{id}-error-{i}", $"誤り: {error.ErrorMessage}"));
        if (Kind == "check")
            return;
        if (Unit is null)
            output.Content.AppendHtml(control);
        else
        {
            var row = new TagBuilder("div") { Attributes = { ["class"] = "with-unit" } };
            row.InnerHtml.AppendHtml(control).AppendHtml("<span>").Append(Unit).AppendHtml("</span>");
            output.Content.AppendHtml(row);
        }
    }

    private static TagBuilder Line(string @class, string id, string text)
    {
        var line = new TagBuilder("p") { Attributes = { ["class"] = @class, ["id"] = id } };
        line.InnerHtml.Append(text);
        return line;
    }

    private TagBuilder Control(string name, string id, ModelStateEntry? entry)
    {
        var value = Kind is "password" or "file" ? null : entry?.AttemptedValue ?? Shown(For.Model);
        var control = Kind switch { "area" => Area(value), "select" => Select(value), "check" => Check(value), _ => Input(value) };
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        if (Required && Kind != "check")
            control.Attributes["required"] = "required";
        if (Readonly)
            control.Attributes["readonly"] = "readonly";
        if (Maxlength is { } most)
            control.Attributes["maxlength"] = $"{most}";
        if (Autocomplete is not null)
            control.Attributes["autocomplete"] = Autocomplete;
        if (Accept is not null)
            control.Attributes["accept"] = Accept;
        return control;
    }

    private static string? Shown(object? model) => model switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture),
        Enum value => value.ToString(),
        _ => Convert.ToString(model, System.Globalization.CultureInfo.InvariantCulture),
    };

    private TagBuilder Input(string? value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        // why: type=number drops what it cannot read (「1,000」, full-width digits) before anyone sees it.
        input.Attributes["type"] = Kind == "number" ? "text" : Kind;
        if (Kind == "number")
        {
            input.Attributes["inputmode"] = "decimal";
            input.AddCssClass("num");
        }
        if (value is not null)
            input.Attributes["value"] = value;
        return input;
    }

    private TagBuilder Area(string? value)
    {
        var area = new TagBuilder("textarea") { Attributes = { ["rows"] = $"{Rows}" } };
        // why: HTML drops one line break directly after the opening tag.
        area.InnerHtml.AppendHtml("\n").Append(value ?? "");
        return area;
    }

    private static TagBuilder Check(string? value)
    {
        var check = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "checkbox", ["value"] = "true" } };
        if (value?.Split(',')[0].Equals("true", StringComparison.OrdinalIgnoreCase) == true)
            check.Attributes["checked"] = "checked";
        return check;
    }

    private TagBuilder Select(string? value)
    {
        var select = new TagBuilder("select");
        var items = (Items ?? []).ToList();
        if (Nothing is not null)
            items.Insert(0, new(Nothing, ""));
        foreach (var group in items.GroupBy(i => i.Group?.Name))
        {
            var options = group.Select(i => Option(i, value));
            if (group.Key is null)
            {
                foreach (var option in options)
                    select.InnerHtml.AppendHtml(option);
                continue;
            }
            var parent = new TagBuilder("optgroup") { Attributes = { ["label"] = group.Key } };
            foreach (var option in options)
                parent.InnerHtml.AppendHtml(option);
            select.InnerHtml.AppendHtml(parent);
        }
        return select;
    }

    private static TagBuilder Option(SelectListItem item, string? value)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = item.Value ?? item.Text } };
        if ((item.Value ?? item.Text) == (value ?? ""))
            option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(item.Text);
        return option;
    }
}
