using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Exchange.Publishing;
using Shirube.Office.Publishing;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Publish))]
public sealed class NewReleaseTablePage(OfficeDb db, Publication publication) : PageModel
{
    public const int Size = 50;

    // why: "page" is also the name of the route value that names this page.
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public ReleaseTable Table { get; private set; } = null!;
    public int Total { get; private set; }
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet(string table)
    {
        if (DataDictionary.Tables.FirstOrDefault(t => t.Name == table && t != DataDictionary.Meta) is not { } found)
            return NotFound();
        var preview = await publication.PreviewAsync(db, HttpContext.Municipality().Code, HttpContext.RequestAborted);
        var rows = found.Rows(preview.Content);
        (Table, Total) = (found, rows.Count);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + Size - 1) / Size));
        Rows = [.. rows.Skip((Number - 1) * Size).Take(Size).Select(row => found.Columns.Select(c => Shown(c, ReleaseSchema.Cell(c.Property.GetValue(row)))).ToList())];
        return Page();
    }

    public static bool IsFigure(ReleaseColumn column) => column.Kind is ColumnKind.Yen or ColumnKind.Decimal or ColumnKind.Number;

    private static string? Shown(ReleaseColumn column, object? cell) =>
        cell is null ? null
        : column.Kind == ColumnKind.Choice ? column.Choices.First(c => c.Value == (string)cell).Word
        : column.Kind == ColumnKind.Truth ? (cell is 1L ? "はい" : "いいえ")
        : cell.ToString();
}
