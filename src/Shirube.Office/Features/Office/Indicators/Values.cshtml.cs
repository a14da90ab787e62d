using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Indicators;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>実績の一括入力: one year's values of many indicators as a grid, saved all or none.</summary>
[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class IndicatorValuesPage(OfficeDb db, ValuesDesk desk, Reach reach) : PageModel, IShowsAgain
{
    [BindProperty]
    public ValuesForm Form { get; set; } = new();

    /// <summary>Marks of the texts as they were when the grid was opened.</summary>
    [BindProperty]
    public string? Was { get; set; }

    /// <summary>What was saved, said once.</summary>
    [TempData]
    public string? Done { get; set; }

    public ValuesFilter Filter { get; private set; } = null!;
    public IReadOnlyList<ValueRow> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public ConflictView? Conflict { get; private set; }
    public FiscalYear Today => reach.Year;

    public async Task<IActionResult> OnGet(string? list)
    {
        ModelState.Clear();
        Filter = ValuesFilter.Of(Request.Query, reach.Year.Previous);
        if (list is "csv" or "xlsx")
            return ValueFile.Of(list, Filter.Year, await desk.All(Filter));
        (Count, Rows) = await desk.Page(Filter);
        (Form, Was) = (ValuesForm.Of(Rows), FormMarks.Of(Rows.SelectMany(r => r.Fields(Filter.Year))));
        return await Show();
    }

    public async Task<IActionResult> OnPost()
    {
        Filter = ValuesFilter.Of(Request.Query, reach.Year.Previous);
        var touched = Form.Touched(Was);
        var errors = new FormErrors(ModelState);
        var saved = await desk.Save(Filter.Year, touched.ToDictionary(t => t.Key, t => (t.Value, Form.Entry(t.Key))), (indicator, part, write) => errors.At($"Cells[{indicator.Key}-{part}]", () => ValuesDesk.Named(indicator, write)), () => !errors.Any);
        if (errors.Any)
            return await ShowAgain();
        Done = saved == 0 ? "変わったところがないので、何も保存していません。" : $"{saved:#,0}件の{Filter.Year.Era}の実績を保存しました。";
        return LocalRedirect($"~/indicators/values{Filter.Address()}");
    }

    // why: what was typed stays in sight, whatever the filter finds by now.
    public async Task<IActionResult> ShowAgain()
    {
        Filter = ValuesFilter.Of(Request.Query, reach.Year.Previous);
        Rows = await desk.These([.. RecordVersions.Read(Form.Basis).Select(r => r.Key)], Filter.Year);
        Count = await desk.Count(Filter);
        return await Show();
    }

    public async Task<IActionResult?> ShowConflict()
    {
        var (touched, year) = (Form.Touched(Was), Filter.Year);
        var rows = await desk.These([.. touched.Keys], year);
        var basis = new FormField("Form.Basis", "", RecordVersions.Of(rows.Select(r => (r.Key, r.Version))));
        var last = (await db.ChangeLog.OfAsync([.. rows.Where(r => r.Version != touched[r.Key]).Select(r => r.Id.Value)], take: 1)).FirstOrDefault();
        Conflict = ConflictView.Of([basis, .. rows.SelectMany(r => Form.Fields(r, year))], [basis, .. rows.SelectMany(r => r.Fields(year))], Was, 0, last);
        Response.StatusCode = 409;
        return Page();
    }

    private async Task<IActionResult> Show()
    {
        Departments = await desk.Departments(Filter);
        return Page();
    }
}
