using System.Text;
using Shirube.Files.Papers;

namespace Shirube.Office.Printing;

/// <summary>A table of a paper as HTML: heads that say what they head, cells over several rows and columns.</summary>
internal static class TableHtml
{
    public static string Of(BookTable table, Func<IReadOnlyList<BookRun>, string> runs)
    {
        var html = new StringBuilder("<table><colgroup>");
        var all = Math.Max(1, table.Widths.Sum());
        foreach (var width in table.Widths)
            html.Append($"<col width=\"{100 * width / all}%\">");
        html.Append("</colgroup>");
        Part(html, "thead", table.Rows.TakeWhile(r => r.IsHead), runs);
        Part(html, "tbody", table.Rows.SkipWhile(r => r.IsHead), runs);
        return html.Append("</table>").ToString();
    }

    private static void Part(StringBuilder html, string tag, IEnumerable<BookRow> rows, Func<IReadOnlyList<BookRun>, string> runs)
    {
        html.Append($"<{tag}>");
        foreach (var row in rows)
        {
            html.Append((row.MayBreak, row.KeepsWithNext) switch { (true, _) => "<tr class=\"may-break\">", (_, true) => "<tr class=\"with-next\">", _ => "<tr>" });
            foreach (var cell in row.Cells)
                Write(html, cell, row.IsHead ? "col" : "row", runs);
            html.Append("</tr>");
        }

        html.Append($"</{tag}>");
    }

    private static void Write(StringBuilder html, BookCell cell, string scope, Func<IReadOnlyList<BookRun>, string> runs)
    {
        var tag = cell.Look == CellLook.Head ? "th" : "td";
        var @class = cell.Look switch { CellLook.Number => "num", CellLook.Middle => "middle", CellLook.Total => "total", CellLook.TotalNumber => "num total", CellLook.Blank => "blank", _ => null };
        html.Append($"<{tag}{(tag == "th" ? $" scope=\"{scope}\"" : "")}{(cell.Rows > 1 ? $" rowspan=\"{cell.Rows}\"" : "")}{(cell.Columns > 1 ? $" colspan=\"{cell.Columns}\"" : "")}{(@class is null ? "" : $" class=\"{@class}\"")}>")
            .Append(runs(cell.Runs)).Append($"</{tag}>");
    }
}
