using Microsoft.AspNetCore.Html;
using Shirube.Ui.Text;

namespace Shirube.Office.Common;

/// <summary>A changed field of a history as del and ins.</summary>
public static class ChangeMarks
{
    /// <summary>A changed field: what it was and what it became, or a long text with what changed in it.</summary>
    // why: no partial view, because an import changes a hundred fields in one save and a view for each costs more than all else on the page.
    public static IHtmlContent Of(HistoryField field)
    {
        var html = new HtmlContentBuilder();
        if (field.IsLong)
            return html.AppendHtml("<span class=\"as-typed\">").AppendHtml(TextMarks.Html(field.Before!, field.After!)).AppendHtml("</span>");
        if (field.Before is { } before)
            html.AppendHtml("<del class=\"as-typed\">").Append(before).AppendHtml("</del> <span aria-hidden=\"true\">→</span> <span class=\"visually-hidden\">から</span> ");
        return field.After is { } after ? html.AppendHtml("<ins class=\"as-typed\">").Append(after).AppendHtml("</ins>") : html.AppendHtml("<span class=\"quiet\">(空)</span>");
    }
}
