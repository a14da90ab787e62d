using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Shirube.Ui.Controls;

namespace Shirube.Office.Lists;

/// <summary>The cells of one row of a list, written straight into the page.</summary>
// why: a table has a thousand of them; each part of a cell kept on its own until the page is whole costs more than the table.
internal sealed class RowCells(RowLine row, IReadOnlyList<ListColumn> columns, int named, string? link) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        for (var i = 0; i < columns.Count; i++)
            if (i == named)
                WriteName(row.Cells[i].Text, writer, encoder);
            else
                WriteCell(row.Cells[i], columns[i].Kind, writer, encoder);
    }

    private void WriteName(string name, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<th scope=\"row\">");
        if (link is not null)
        {
            writer.Write("<a href=\"");
            encoder.Encode(writer, link);
            writer.Write("\">");
        }
        encoder.Encode(writer, name);
        writer.Write(link is null ? " " : "</a> ");
        SampleMarkTagHelper.Mark(row.IsSample, name)?.WriteTo(writer, encoder);
        writer.Write("</th>");
    }

    private static void WriteCell(ListCell cell, FieldKind kind, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(OpeningOf(kind));
        if (cell.Value is not null)
            encoder.Encode(writer, cell.Text);
        else if (cell with { Blanks = 0 } == ListCell.Missing)
            NothingTagHelper.Cell(ListCell.Missing.Text).WriteTo(writer, encoder);
        else
        {
            writer.Write("<span class=\"quiet\">");
            encoder.Encode(writer, cell.Text);
            writer.Write("</span>");
        }
        if (cell.Blanks > 0)
        {
            writer.Write(" <small class=\"quiet\">");
            encoder.Encode(writer, Note(cell.Blanks));
            writer.Write("</small>");
        }
        writer.Write("</td>");
    }

    public static string Note(int blanks) => $"うち未入力 {blanks:#,0}";

    private static string OpeningOf(FieldKind kind) => kind switch
    {
        FieldKind.Number or FieldKind.Yen or FieldKind.Percent => "<td class=\"num\">",
        FieldKind.Code or FieldKind.Year or FieldKind.Date or FieldKind.YesNo or FieldKind.Choice => "<td class=\"nowrap\">",
        FieldKind.Text => "<td class=\"list-words\">",
        _ => "<td class=\"list-name\">",
    };
}
