using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

/// <summary>Excelで入力する: the sheets of a department and stage taken out as a workbook, and brought back answer by answer.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.AnswerSheet)]
[RequestFormLimits(ValueCountLimit = MostValues, ValueLengthLimit = LongestValue)]
public sealed class SheetWorkbookPage(OfficeDb db, WorkScope scope, WorkbookMaking making, WorkbookReading reading, WorkbookTaking taking) : PageModel, IShowsAgain
{
    private const int MostValues = 50_000;
    private const int LongestValue = 40 * 1024 * 1024;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";
    [FromQuery(Name = "department")] public Guid? Department { get; set; }
    [FromQuery(Name = "stage")] public int? Stage { get; set; }
    [BindProperty] public IFormFile? Upload { get; set; }
    /// <summary>The answers that could be taken, as read.</summary>
    [BindProperty] public string? Lines { get; set; }
    [BindProperty] public List<string> Chosen { get; set; } = [];

    public EvaluationRound Round { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<WorkbookChange>? Changes { get; private set; }
    /// <summary>How many answers were saved where others were left over.</summary>
    public int? Taken { get; private set; }
    public IReadOnlyList<RoundStage> Stages => [.. Round.InOrder.Where(s => scope.May(Operation.RunEvaluation) || s.Actor is StageActor.Department or StageActor.DepartmentHead)];

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        Lines = null;
        return ShowAgain();
    }

    public async Task<IActionResult> OnGetFile()
    {
        if (await Read() is { } gone)
            return gone;
        var id = Department is { } value ? DepartmentId.From(value) : (DepartmentId?)null;
        if (id is null && !Departments.Any(d => d.Value is ""))
            return NotFound();
        var name = Departments.FirstOrDefault(d => d.Value == (Department?.ToString() ?? "")) ?? throw new RefusalException(Refusals.SheetOfOthers);
        var stage = Round.StageAt(Stage ?? 0);
        return File(await making.Make(HttpContext.Municipality().Code, Round, stage, id, name.Text.Trim()), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"評価シート-{name.Text.Trim()}-{stage.Name}.xlsx");
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Read() is { } gone)
            return gone;
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "読み取るファイルを選んでください。");
            return Page();
        }
        var (lines, troubles) = await WorkbookFile.Read(Upload, HttpContext.Municipality().Code, Round);
        var keys = troubles.Select(t => new PublicKey(t.Sheet)).ToList();
        var names = await db.EvaluationSheets.Where(s => keys.Contains(s.Key)).Select(s => new { s.Key, s.Name }).ToDictionaryAsync(s => s.Key.Value, s => s.Name);
        Show([.. troubles.Select(t => (t, Name: names.GetValueOrDefault(t.Sheet, "(ないシート)"))).Select(t => new WorkbookChange(WorkbookChangeKind.Wrong, t.Name, null, null, Problem: t.t.Why(t.Name))), .. await reading.Judge(Round, lines)]);
        return Page();
    }

    public async Task<IActionResult> OnPostTake()
    {
        if (await Read() is { } gone)
            return gone;
        var chosen = Carried().Where(l => Chosen.Contains(l.Id)).DistinctBy(l => l.Id).ToDictionary(l => l.Id);
        (chosen.Count == 0 ? Refusals.WorkbookNothingChosen : null).ThrowIfAny();
        var judged = await reading.Judge(Round, [.. chosen.Values]);
        // why: a conflict is taken only in place of the very answer that stood beside it.
        var saved = await taking.Take([.. judged.Where(c => c.Line is { } line && (c.CanBeTaken || (c.Kind == WorkbookChangeKind.Conflict && chosen[line.Id].Shown == line.Shown))).Select(c => c.Line!)]);
        if (saved.Count == chosen.Count)
        {
            TempData["Saved"] = $"Excelから、{saved.Count:#,0}件の答えを保存しました。提出は、シートの画面で行います。";
            return LocalRedirect($"~/evaluations/{Key}");
        }
        Taken = saved.Count;
        Show(await reading.Judge(Round, [.. chosen.Values.Where(l => !saved.Contains(l.Id)).Select(l => l with { Shown = null })]));
        return Page();
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await Read() is { } gone)
            return gone;
        if (Lines is not null)
            Show(await reading.Judge(Round, Carried()));
        return Page();
    }

    private async Task<IActionResult?> Read()
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(Key)) is not { } round)
            return NotFound();
        Round = round;
        var (owners, mine, runs) = ((await SheetRows.Read(db, round, scope.Year)).Select(r => r.Owner).ToHashSet(), await scope.Departments(), scope.May(Operation.RunEvaluation));
        var known = await db.Departments.AsNoTracking().ToListAsync();
        Departments = [.. DepartmentChoices.Of(known.Where(d => owners.Contains(d.Id) && (runs || mine.Contains(d.Id)))), .. runs && owners.Contains(null) ? [new SelectListItem("部課のないもの", "")] : Array.Empty<SelectListItem>()];
        return null;
    }

    private void Show(IReadOnlyList<WorkbookChange> changes)
    {
        Changes = changes;
        Lines = JsonSerializer.Serialize(changes.Where(c => c.CanBeTaken || c.Kind == WorkbookChangeKind.Conflict).Select(c => c.Line), Readable);
        ModelState.Remove(nameof(Lines));
    }

    private IReadOnlyList<WorkbookLine> Carried()
    {
        try
        {
            return JsonSerializer.Deserialize<List<WorkbookLine>>(Lines ?? "[]") ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
