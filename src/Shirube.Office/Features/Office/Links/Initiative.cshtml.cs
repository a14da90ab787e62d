using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>One initiative: its items and projects, and what all of it costs, each project counted once.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.EditPlan)]
public sealed class InitiativePage(OfficeDb db, SignedIn signedIn) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty, Display(Name = "計画の項目")]
    public string? Item { get; set; }

    [BindProperty, Display(Name = "事務事業")]
    public string? Project { get; set; }

    public Initiative Initiative { get; private set; } = null!;
    public (PublicKey Key, string Name) Plan { get; private set; }
    public IReadOnlyList<Member> Members { get; private set; } = [];
    public CostTotal Total { get; private set; } = CostTotal.Of([]);
    public string? CostWords { get; private set; }
    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Projects { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    /// <param name="Address">Null where the edition that the office means lacks the item.</param>
    public sealed record Member(Guid Id, string Name, string? Address, string Place, CostTotal Cost, bool IsItem);

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public Task<IActionResult> OnPostItem() => Change(async initiative =>
    {
        var place = (await LinkedTrees.Read(db)).Places.Find(new(Item ?? "")) is { } found ? LinkedTrees.Of(found) : throw new RefusalException(Refusals.ItemUnknown);
        initiative.Add(place, [place]);
    });

    public Task<IActionResult> OnPostProject() => Change(async initiative =>
        initiative.Add((await db.Projects.Where(p => p.Key == new PublicKey(Project ?? "")).Select(p => (ProjectId?)p.Id).SingleOrDefaultAsync()) ?? throw new RefusalException(Refusals.MemberUnknown)));

    public Task<IActionResult> OnPostDrop(Guid member) => Change(initiative =>
    {
        initiative.Drop(member);
        return Task.CompletedTask;
    });

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.Initiatives.AsNoTracking().Include(i => i.Members).SingleOrDefaultAsync(i => i.Key == new PublicKey(Key)) is not { } initiative)
            return NotFound();
        Initiative = initiative;
        var plan = await db.Plans.Where(p => p.Id == initiative.PlanId).Select(p => new { p.Key, p.Name }).SingleAsync();
        Plan = (plan.Key, plan.Name);
        var (trees, costs) = (await LinkedTrees.Read(db), await LatestCosts.Read(db, signedIn.Today));
        var projects = await db.Projects.OrderBy(p => p.Number == null).ThenBy(p => p.Number!.Length).ThenBy(p => p.Number).ThenBy(p => p.Id).Select(p => new { p.Id, p.Key, p.Number, p.Name }).ToListAsync();
        var byId = projects.ToDictionary(p => p.Id);
        IReadOnlySet<ProjectId> Of(InitiativeMember member) => member.Item is { } item ? trees.Serving.Of(item) : new HashSet<ProjectId> { member.ProjectId!.Value };
        Members = [.. initiative.Members.Select(m => m.Item is { } item
            ? trees.Places.Find(item.Item) is { } found ? new Member(m.Id, found.Name, $"~/plans/{found.PlanKey}/{found.Key}", found.PlanName, costs.Of(Of(m)), true) : new(m.Id, "(庁内で使う版にない項目)", null, "", costs.Of(Of(m)), true)
            : new Member(m.Id, byId[m.ProjectId!.Value].Name, $"~/projects/{byId[m.ProjectId.Value].Key}", "", costs.Of(Of(m)), false)).OrderBy(m => !m.IsItem).ThenBy(m => m.Place, StringComparer.Ordinal).ThenBy(m => m.Name, StringComparer.Ordinal)];
        (Total, CostWords) = (costs.Of(initiative.Members.SelectMany(Of).Distinct()), costs.Words);
        Items = trees.Places.Choices();
        Projects = [.. projects.Select(p => new SelectListItem(p.Number is null ? p.Name : $"{p.Number} {p.Name}", p.Key.Value))];
        return Page();
    }

    private async Task<IActionResult> Change(Func<Initiative, Task> change)
    {
        if (await db.Initiatives.Include(i => i.Members).SingleOrDefaultAsync(i => i.Key == new PublicKey(Key)) is not { } initiative)
            return NotFound();
        await change(initiative);
        await db.SaveChangesAsync();
        return LocalRedirect($"~/initiatives/{Key}");
    }
}
