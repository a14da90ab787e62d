using Microsoft.AspNetCore.Authorization;
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
using Shirube.Office.Printing;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

/// <summary>印刷・文書: the documents of a round, at once or department by department as work that goes on by itself. Who runs the evaluation has all of them, others those about their own departments.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.AnswerSheet)]
public sealed class DocumentsPage(OfficeDb db, WorkScope scope, PaperPress press, SheetBundles bundles) : PageModel, IShowsAgain
{
    private const int MostBundles = 10;

    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";
    [BindProperty(SupportsGet = true)] public DocumentForm Form { get; set; } = new();

    public EvaluationRound Round { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Departments { get; private set; } = [];
    public IReadOnlyList<Bundle> Bundles { get; private set; } = [];
    public bool MayRun => scope.May(Operation.RunEvaluation);
    public bool MayBundle => scope.May(Operation.AnswerSheet);
    public Refusal? WhyNotPrint => press.WhyNotPrint;
    public IReadOnlyList<EvaluationDocument> Documents => [.. EvaluationDocument.All.Where(d => MayRun || !d.IsOfRound)];

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnGetFile()
    {
        if (await Read() is { } gone)
            return gone;
        if (Documents.FirstOrDefault(d => d.Name == Form.Document) is not { } document)
            return NotFound();
        var round = await PrintedRound.Read(db, await Order(), scope.Today);
        var format = Form.Format ?? document.Formats[0];
        return File(await document.Make(db, round, format, press, HttpContext.RequestAborted), PaperPress.MediaTypeOf(format), $"{FileName.Of($"{document.Title}-{Round.Name}{(round.Order.Part is { } part ? $"-{part}" : "")}")}.{format}");
    }

    public async Task<IActionResult> OnPostBundle()
    {
        if (await Read() is { } gone)
            return gone;
        var document = Documents.FirstOrDefault(d => d.Name == Form.Document && !d.IsOfRound) ?? throw new RefusalException(Refusals.DocumentUnknown(Form.Document ?? "", [.. Documents.Where(d => !d.IsOfRound).Select(d => d.Title)]));
        var (format, order) = (Form.Format ?? document.Formats[0], await Order());
        (document.WhyNotFormat(format) ?? (format == "pdf" ? press.WhyNotPrint : null)).ThrowIfAny();
        await bundles.QueueAsync(HttpContext.Municipality().Code, new(Key, document.Name, format, order.For, order.Departments?.Select(d => d.Value).ToList()), scope.Person);
        return LocalRedirect($"~/evaluations/{Key}/documents#bundles");
    }

    public async Task<IActionResult> OnGetBundle(Guid job) =>
        await Mine().AnyAsync(j => j.Id == job) && bundles.FileOf(HttpContext.Municipality().Code, job) is { } file ? PhysicalFile(file, PaperPress.MediaTypeOf("zip"), "評価の文書.zip") : NotFound();

    public async Task<IActionResult> OnGetProgress(Guid job)
    {
        if (await Mine().SingleOrDefaultAsync(j => j.Id == job) is not { } found)
            return NotFound();
        var bundle = Bundle.Of(found, isThere: false);
        return new JsonResult(new { done = bundle.Progress.Done, total = bundle.Progress.Total, text = bundle.Progress.Text, finished = !bundle.IsRunning, next = $"{Request.PathBase}/evaluations/{Key}/documents" });
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await Read() is { } gone)
            return gone;
        // why: the payload names the round; the newest of other rounds must not push this round's out of sight.
        var found = await Mine().Where(j => j.PayloadJson.Contains(Key)).OrderByDescending(j => j.Id).Take(MostBundles).ToListAsync();
        Bundles = [.. found.Where(j => SheetBundles.AskedBy(j).Round == Key).Select(j => Bundle.Of(j, bundles.FileOf(HttpContext.Municipality().Code, j.Id) is not null))];
        return Page();
    }

    private IQueryable<Job> Mine()
    {
        PersonId? person = scope.Person;
        return db.Jobs.AsNoTracking().Where(j => j.Kind == SheetBundles.KindName && j.By == person);
    }

    private async Task<IActionResult?> Read()
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(Key)) is not { } round)
            return NotFound();
        Round = round;
        Departments = await DocumentDepartments.Of(db, round, scope);
        return null;
    }

    private async Task<PaperOrder> Order()
    {
        var municipality = HttpContext.Municipality().Name;
        if (string.IsNullOrEmpty(Form.Department) && MayRun)
            return new(municipality, new(Key), Form.Readers);
        var chosen = Departments.Where(d => string.IsNullOrEmpty(Form.Department) || d.Value == Form.Department).ToList();
        (chosen.Count == 0 ? Refusals.SheetOfOthers : null).ThrowIfAny();
        var below = (await DepartmentTree.Read(db, scope.Year)).WithBelow(chosen.Select(d => DepartmentId.From(Guid.Parse(d.Value))));
        return new(municipality, new(Key), Form.Readers, below) { Part = string.Join("、", chosen.Select(d => d.Text.Trim())) };
    }
}
