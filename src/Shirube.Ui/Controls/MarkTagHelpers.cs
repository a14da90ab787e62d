using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shirube.Ui.Controls;

/// <summary>「サンプル」 beside invented content; nothing beside what is real.</summary>
[HtmlTargetElement("sample-mark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SampleMarkTagHelper : TagHelper
{
    private const string Word = "サンプル";
    private const string Meaning = "説明のための架空の内容です";
    private static readonly HtmlString Whole = new($"<span class=\"mark mark-sample\" title=\"{Meaning}\">{Word}</span>");

    public bool When { get; set; } = true;
    /// <summary>The words the mark stands beside; where they say it themselves, the mark is not repeated.</summary>
    public string? Beside { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!IsSaid(When, Beside))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "mark mark-sample");
        output.Attributes.SetAttribute("title", Meaning);
        output.Content.SetContent(Word);
    }

    /// <summary>The same for the rows of long tables; null where nothing is said.</summary>
    public static IHtmlContent? Mark(bool when, string? beside) => IsSaid(when, beside) ? Whole : null;

    private static bool IsSaid(bool when, string? beside) => when && beside?.Contains(Word, StringComparison.Ordinal) != true;
}

/// <summary>The colour of a state; its word always stands beside it.</summary>
public enum Tone
{
    Plain,
    Good,
    Warn,
    Bad,
    Info,
}

/// <summary>A state as a sign and a word: <c>&lt;state tone="Good" sign="○"&gt;順調&lt;/state&gt;</c>.</summary>
[HtmlTargetElement("state")]
public sealed class StateTagHelper : TagHelper
{
    public Tone Tone { get; set; }
    public string? Sign { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Tone == Tone.Plain ? "mark" : $"mark mark-{Tone.ToString().ToLowerInvariant()}");
        if (Sign is not null)
            output.PreContent.AppendHtml("<span aria-hidden=\"true\">").Append(Sign).AppendHtml("</span> ");
    }
}

/// <summary>What a list says when it has nothing to show: why, and in its content what to do.</summary>
[HtmlTargetElement("empty-state", Attributes = "heading")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Heading { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.AppendHtml("<p class=\"door-title\">").Append(Heading).AppendHtml("</p>");
    }
}
