using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>One transfer: what it would do, person by person, until it is taken in; then what it did, and its undoing.</summary>
[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class MovePage(OfficeDb db, SignedIn signedIn, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>Take in only the marked people although others have errors.</summary>
    [BindProperty]
    public bool OnlyRight { get; set; }

    /// <summary>The first lines of the people to be taken in.</summary>
    [BindProperty]
    public List<int> Take { get; set; } = [];

    /// <summary>The first lines whose other name was said to be the same person's.</summary>
    [BindProperty]
    public List<int> Same { get; set; } = [];

    /// <summary>Keys of people who are not in the list and are said to leave.</summary>
    [BindProperty]
    public List<string> Leave { get; set; } = [];

    public Transfer There { get; private set; } = null!;
    public TransferPlan? Plan { get; private set; }
    public IReadOnlyList<Person> People { get; private set; } = [];
    public IReadOnlyDictionary<DepartmentId, string> Departments { get; private set; } = new Dictionary<DepartmentId, string>();
    public DateOnly Today => signedIn.Today;
    /// <summary>Whether the form was sent: its marks stand, and no others are set by themselves.</summary>
    public bool WasSent => HttpMethods.IsPost(Request.Method);

    public Task<IActionResult> OnGet() => ShowAgain();

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } transfer)
            return NotFound();
        transfer.WhyNotTake().ThrowIfAny();
        var (people, departments) = await Everybody();
        var plan = Transfers.PlanOf(transfer, people, departments);
        (plan.HasProblems && !OnlyRight ? Refusals.TransferHasProblems(plan.Changes.Count(c => c.Problems.Count > 0)) : null).ThrowIfAny();
        var chosen = plan.Changes.Where(c => c.CanBeTaken && Take.Contains(c.Lines[0])).ToList();
        (chosen.Find(c => c.Question is not null && !Same.Contains(c.Lines[0]))?.Question).ThrowIfAny();
        chosen.AddRange(plan.Missing.Where(p => Leave.Contains(p.Key.Value)).Select(plan.Leave));
        (chosen.Count == 0 ? Refusals.TransferNothingChosen : null).ThrowIfAny();
        var joined = transfer.Take(chosen, signedIn.Id, clock.GetUtcNow().UtcDateTime);
        (await db.NobodyManages(people.Concat(joined), transfer.Effective) ? Refusals.TransferNobodyManages : null).ThrowIfAny();
        db.People.AddRange(joined);
        db.Change = db.Change with { Why = $"異動 {transfer.Effective:yyyy-MM-dd}発令" };
        await db.SaveChangesAsync();
        return LocalRedirect($"~/people/moves/{Key}");
    }

    public async Task<IActionResult> OnPostReverse()
    {
        if (await Load() is not { } transfer)
            return NotFound();
        var (people, _) = await Everybody();
        transfer.Reverse(people, signedIn.Id, clock.GetUtcNow().UtcDateTime, Today);
        db.Change = db.Change with { Why = "異動の取り消し" };
        await db.SaveChangesAsync();
        return LocalRedirect($"~/people/moves/{Key}");
    }

    public async Task<IActionResult> OnPostDelete()
    {
        if (await Load() is not { } transfer)
            return NotFound();
        transfer.WhyNotTake().ThrowIfAny();
        db.Transfers.Remove(transfer);
        await db.SaveChangesAsync();
        return LocalRedirect("~/people/moves");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.Transfers.AsNoTracking().Include(t => t.Steps).SingleOrDefaultAsync(t => t.Key == new PublicKey(Key)) is not { } transfer)
            return NotFound();
        There = transfer;
        (People, var departments) = await Everybody();
        Departments = departments.ToDictionary(d => d.Id, d => d.Name);
        Plan = transfer.Taking is null ? Transfers.PlanOf(transfer, People, departments) : null;
        return Page();
    }

    public string Words(WantedPost post) => $"{Shirube.Ui.Text.Names.Of(post.Role)}{(post.Department is { } d ? $"({Departments.GetValueOrDefault(d)})" : "")}{(post.IsMain ? "" : "【兼務】")}";

    public string Words(Assignment post) => PostWords.Of(post, Departments) + (post.IsMain ? "" : "【兼務】");

    private Task<Transfer?> Load() => db.Transfers.Include(t => t.Steps).SingleOrDefaultAsync(t => t.Key == new PublicKey(Key));

    private async Task<(List<Person> People, List<Department> Departments)> Everybody() =>
        (await db.People.Include(p => p.Assignments).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(), await db.Departments.AsNoTracking().ToListAsync());
}
