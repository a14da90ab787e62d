using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Workbooks;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>異動: the staff as a table to change in Excel, and the tables brought back.</summary>
[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class MovesPage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty, Required(ErrorMessage = "読み取るファイルを選んでください。")]
    public IFormFile? Upload { get; set; }

    [BindProperty, Required(ErrorMessage = "発令日を入力してください。")]
    public DateOnly? Effective { get; set; }

    public IReadOnlyList<Transfer> Rows { get; private set; } = [];
    public DateOnly Today => signedIn.Today;

    public async Task<IActionResult> OnGet(string? list)
    {
        ModelState.Clear();
        if (list is "csv" or "xlsx")
        {
            var rows = await Transfers.Today(db, Today);
            var name = $"職員一覧-{Today:yyyyMMdd}.{list}";
            return list == "csv" ? File(TextTable.Csv(rows), "text/csv; charset=utf-8", name) : File(TextTable.Xlsx("職員", rows), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
        }
        Effective = FiscalYear.Of(Today).Next.FirstDay;
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var transfer = await Transfers.Draft(Upload!, Effective!.Value, signedIn.Id, clock.GetUtcNow().UtcDateTime);
        db.Transfers.Add(transfer);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/people/moves/{transfer.Key}");
    }

    public async Task<IActionResult> ShowAgain()
    {
        Rows = await db.Transfers.AsNoTracking().OrderByDescending(t => t.AtUtc).ThenByDescending(t => t.Id).Take(50).ToListAsync();
        return Page();
    }
}
