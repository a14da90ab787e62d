using System.ComponentModel;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shouldly;

namespace Web.Tests;

/// <summary>A file chosen in a form.</summary>
public sealed record ChosenFile(string Name, byte[] Content);

/// <summary>A form of a page with what a person typed into it. Every answer must have its input, and every typed-in input its label.</summary>
public sealed class FilledForm
{
    private readonly List<(string Name, object Value)> fields = [];

    private FilledForm(IHtmlFormElement form)
    {
        Action = form.GetAttribute("action") is { Length: > 0 } action ? action : "";
        IsGet = !"post".Equals(form.GetAttribute("method"), StringComparison.OrdinalIgnoreCase);
        IsMultipart = "multipart/form-data".Equals(form.GetAttribute("enctype"), StringComparison.OrdinalIgnoreCase);
    }

    public string Action { get; }
    public bool IsGet { get; }
    public bool IsMultipart { get; }

    /// <summary>Finds the form by CSS selector, or else the one (in main, then anywhere) that has inputs for all the answers.</summary>
    public static FilledForm On(IHtmlDocument page, string? selector, object answers)
    {
        var typed = Typed(answers);
        var forms = page.QuerySelectorAll<IHtmlFormElement>(selector ?? "main form").Concat(selector is null ? page.QuerySelectorAll<IHtmlFormElement>("form") : []).ToList();
        var form = forms.FirstOrDefault(f => typed.Keys.All(name => Named(f, name).Any()))
            ?? throw new ShouldAssertException($"{page.Url} ({(int)page.StatusCode}): no form with {string.Join(", ", typed.Keys)}. Forms: {string.Join(" | ", forms.Select(f => string.Join(",", f.Elements.Select(e => e.GetAttribute("name")))))}\n{page.Body?.TextContent.Trim()}");
        var filled = new FilledForm(form);
        foreach (var element in form.Elements)
            filled.Keep(element, typed);
        foreach (var (name, value) in typed)
            filled.Type(form, name, value);
        return filled;
    }

    public HttpContent Content()
    {
        if (!IsMultipart)
            return new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, (string)f.Value)));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            if (value is ChosenFile file)
                content.Add(new ByteArrayContent(file.Content), name, file.Name);
            else
                content.Add(new StringContent((string)value, Encoding.UTF8), name);
        return content;
    }

    public Uri ActionWithQuery(Uri action) =>
        new(action.GetLeftPart(UriPartial.Path) + "?" + string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString((string)f.Value)}")));

    // What the browser would send for inputs nobody touched.
    private void Keep(IElement element, Dictionary<string, object?> typed)
    {
        if (element.GetAttribute("name") is not { Length: > 0 } name || typed.ContainsKey(name) || element.HasAttribute("disabled"))
            return;
        switch (element)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: true } box: fields.Add((name, box.Value)); break;
            case IHtmlInputElement { Type: "checkbox" or "radio" or "submit" or "button" or "image" or "reset" or "file" }: break;
            case IHtmlInputElement input: fields.Add((name, input.Value)); break;
            case IHtmlTextAreaElement area: fields.Add((name, area.Value)); break;
            case IHtmlSelectElement select: fields.AddRange(select.Options.Where(o => o.IsSelected).Select(o => (name, (object)o.Value))); break;
        }
    }

    private void Type(IHtmlFormElement form, string name, object? value)
    {
        var inputs = Named(form, name).ToList();
        if (inputs.FirstOrDefault(NeedsLabel) is { } bare)
            throw new ShouldAssertException($"The input {name} has no label: {bare.OuterHtml}");
        if (inputs.OfType<IHtmlSelectElement>().FirstOrDefault() is { } select && value is string wanted && select.Options.All(o => o.Value != wanted))
            value = select.Options.FirstOrDefault(o => o.Text.Trim() == wanted)?.Value ?? throw new ShouldAssertException($"{name} offers no {wanted}: {string.Join(", ", select.Options.Select(o => $"{o.Value}={o.Text.Trim()}"))}");
        if (value is bool on)
            value = on ? inputs.OfType<IHtmlInputElement>().First(i => i.Type == "checkbox").Value : null;
        if (value is not null)
            fields.Add((name, value is ChosenFile ? value : Convert.ToString(value, CultureInfo.InvariantCulture)!));
    }

    private static IEnumerable<IElement> Named(IHtmlFormElement form, string name) => form.Elements.Where(e => e.GetAttribute("name") == name);

    private static bool NeedsLabel(IElement element) =>
        element is not IHtmlButtonElement and not IHtmlInputElement { Type: "hidden" or "submit" or "checkbox" or "radio" }
        && !element.HasAttribute("aria-label") && !element.HasAttribute("aria-labelledby") && element.Closest("label") is null
        && (element.Id is not { Length: > 0 } id || element.Owner!.QuerySelector($"label[for='{id}']") is null);

    private static Dictionary<string, object?> Typed(object answers) =>
        answers as Dictionary<string, object?>
        ?? TypeDescriptor.GetProperties(answers).Cast<PropertyDescriptor>().ToDictionary(p => p.Name, p => p.GetValue(answers), StringComparer.Ordinal);
}
