using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Ui.Controls;

/// <summary>An amount of money, readable with the exact yen as title, or exact; unknown is a dash that says why.</summary>
[HtmlTargetElement("money", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MoneyTagHelper : TagHelper
{
    public Yen? Yen { get; set; }
    public Figure? Figure { get; set; }
    public bool Exact { get; set; }
    /// <summary>Why there is no amount, for those who hear the page.</summary>
    public string Missing { get; set; } = "金額は公表されていません";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if ((Yen ?? Figure?.Amount) is { } amount)
        {
            output.TagName = "data";
            output.Attributes.SetAttribute("value", amount.Value);
            if (!Exact)
                output.Attributes.SetAttribute("title", Format.ExactYen(amount));
            output.Content.SetContent(Exact ? Format.ExactYen(amount) : Format.Yen(amount));
        }
        else if (Figure?.Absence is { } absence)
        {
            output.TagName = "span";
            output.Content.SetContent(absence == Absence.Dash ? Format.None : Names.Of(absence));
            if (absence == Absence.Dash)
                output.Content.AppendHtml("<span class=\"visually-hidden\">なし</span>");
        }
        else
            NothingTagHelper.Write(output, Missing);
    }
}

/// <summary>A number with its unit, without trailing zeros; unknown is a dash that says why.</summary>
[HtmlTargetElement("number", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NumberTagHelper : TagHelper
{
    public decimal? Value { get; set; }
    public string? Unit { get; set; }
    public string Missing { get; set; } = "値はありません";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } value)
        {
            NothingTagHelper.Write(output, Missing);
            return;
        }
        output.TagName = "data";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("value", value.ToString("0.############", CultureInfo.InvariantCulture));
        output.Content.SetContent(Format.WithUnit(value, Unit));
    }
}

/// <summary>A dash for what is not there, with the reason for those who hear the page.</summary>
[HtmlTargetElement("nothing", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NothingTagHelper : TagHelper
{
    public string Why { get; set; } = "記載なし";

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, Why);

    /// <summary>The same for the cells of long tables, where an element of our own for each cell costs more than the table.</summary>
    public static IHtmlContent Cell(string why) =>
        new HtmlContentBuilder().AppendHtml("<span class=\"quiet\" title=\"").Append(why).AppendHtml($"\"><span aria-hidden=\"true\">{Format.None}</span><span class=\"visually-hidden\">").Append(why).AppendHtml("</span></span>");

    internal static void Write(TagHelperOutput output, string why)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "quiet");
        output.Attributes.SetAttribute("title", why);
        output.Content.AppendHtml($"<span aria-hidden=\"true\">{Format.None}</span><span class=\"visually-hidden\">").Append(why).AppendHtml("</span>");
    }
}

/// <summary>A day as 令和8年11月22日.</summary>
[HtmlTargetElement("era-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EraDateTagHelper : TagHelper
{
    public DateOnly? Day { get; set; }
    public bool WithWeekday { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Day is not { } day)
        {
            NothingTagHelper.Write(output, "日付の記載なし");
            return;
        }
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(WithWeekday ? Format.DayOfWeek(day) : Format.Day(day));
    }
}

/// <summary>A figure of a table in thousands of yen (the unit stands in the caption).</summary>
public static class Thousands
{
    public static IHtmlContent Cell(Figure? figure) =>
        figure is { Amount: { } amount } ? new HtmlString(string.Create(CultureInfo.InvariantCulture, $"<data value=\"{amount.Value}\">{Format.Thousands(amount)}</data>"))
        : NothingTagHelper.Cell(figure?.Absence is { } absence ? Names.Of(absence) : "記載なし");
}
