using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Office.Common;

namespace Shirube.Office.Projects.Calls;

/// <summary>On a page opened from a call: which call, until when, what is still blank of this project, and the way to the next without saving. Nothing elsewhere.</summary>
[HtmlTargetElement("call-lead", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CallLeadTagHelper(OfficeDb db, WorkScope scope) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var query = ViewContext.HttpContext.Request.Query;
        var (call, record) = (query["call"].ToString(), query["record"].ToString());
        var rows = call.Length == 0 ? [] : await CallRows.Read(db, db.EntryCalls.Where(c => c.Key == new PublicKey(call)), scope.Year);
        if (rows.FirstOrDefault(r => r.Key.Value == record) is not { } row)
        {
            output.SuppressOutput();
            return;
        }
        var blank = (await CallStops.Read(db, [row])).Of(row).Select(s => s.Words).ToList();
        var left = DaysLeft.Of(row.Due, scope.Today);
        var root = ViewContext.HttpContext.Request.PathBase.Value;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note call-lead");
        output.Content.AppendHtml("<p><b>入力の依頼</b> ").AppendHtml(Anchor.To($"{root}/calls/{call}#mine", row.CallTitle)).AppendHtml($" <span class=\"mark mark-{left.Tone.ToString().ToLowerInvariant()}\">").Append($"{left.Sign} {left.Words}").AppendHtml("</span></p><p>");
        output.Content.Append(blank.Count == 0 ? $"「{row.Name}」の頼まれた欄は、すべて入っています。" : $"「{row.Name}」で空いているところ: {string.Join("、", blank)}").AppendHtml("</p><p>");
        output.Content.AppendHtml("保存すると、次の未入力へ進みます。 ").AppendHtml(Anchor.To($"{root}/calls/{call}/next?record={record}&at=end", "保存せずに次の未入力へ")).AppendHtml("</p>");
    }
}
