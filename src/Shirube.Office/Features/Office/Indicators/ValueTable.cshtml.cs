using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Indicators;
using Shirube.Office.Common;
using Shirube.Office.Indicators;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>実績の表を読み取る: a table of one year's values brought back, shown row by row, then taken as a whole or not at all.</summary>
[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class ValueTablePage(ValuesDesk desk, Reach reach) : PageModel, IShowsAgain
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The rows that would change something, as read.</summary>
    [BindProperty]
    public string? Lines { get; set; }

    /// <summary>The versions they were compared with.</summary>
    [BindProperty]
    public string? Basis { get; set; }

    [TempData]
    public string? Done { get; set; }

    public FiscalYear Year => ValuesFilter.Of(Request.Query, reach.Year.Previous).Year;
    public IReadOnlyList<ValueChange>? Changes { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        Lines = null;
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "読み取るファイルを選んでください。");
            return await ShowAgain();
        }
        return await Compared(await ValueFile.Read(Upload));
    }

    public async Task<IActionResult> OnPostTake()
    {
        var lines = Carried();
        var changes = await ValueReading.Of(desk, Year, lines);
        var ready = changes.Where(c => c.Kind is ValueChangeKind.New or ValueChangeKind.Changed).ToList();
        var seen = RecordVersions.Read(Basis).ToDictionary(r => r.Key, r => r.Version);
        (changes.Count(c => c.Kind == ValueChangeKind.Wrong) is > 0 and var wrong ? Refusals.ValueTableHasProblems(wrong)
            : ready.Where(c => seen.GetValueOrDefault(c.Indicator!.Key) != c.Indicator.Version).Select(c => c.Name).ToList() is { Count: > 0 } overtaken ? Refusals.BulkOvertaken(overtaken)
            : ready.Count == 0 ? Refusals.BulkNothing("指標") : null).ThrowIfAny();
        await desk.Save(Year, ready.ToDictionary(c => c.Indicator!.Key, c => (c.Indicator!.Version, c.After!)), (_, _, write) => write(), () => true);
        Done = $"表から、{ready.Count:#,0}件の{Year.Era}の実績を保存しました。";
        return LocalRedirect($"~/indicators/values?year={Year.Value}");
    }

    public async Task<IActionResult> ShowAgain() => Lines is null ? Page() : await Compared(Carried());

    private async Task<IActionResult> Compared(IReadOnlyList<ValueLine> lines)
    {
        Changes = await ValueReading.Of(desk, Year, lines);
        var ready = Changes.Where(c => c.Kind is ValueChangeKind.New or ValueChangeKind.Changed).ToList();
        (Lines, Basis) = (JsonSerializer.Serialize(ready.Select(c => c.Line), Readable), RecordVersions.Of(ready.Select(c => (c.Indicator!.Key, c.Indicator.Version))));
        return Page();
    }

    private IReadOnlyList<ValueLine> Carried()
    {
        try
        {
            return JsonSerializer.Deserialize<List<ValueLine>>(Lines ?? "[]")?.Take(ValuesDesk.Most).ToList() ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
