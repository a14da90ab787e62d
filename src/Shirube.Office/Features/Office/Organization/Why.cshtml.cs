using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

/// <summary>Why somebody may, or may not, do something. Whoever manages people may ask for anybody, others for themselves.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class WhyPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public static readonly IReadOnlyList<SelectListItem> Operations = [.. Enum.GetValues<Operation>().Select(o => new SelectListItem(Names.Of(o), o.ToString()))];

    [FromQuery(Name = "operation")]
    public string? Asked { get; set; }

    [FromQuery]
    public string? Record { get; set; }

    [FromQuery(Name = "person")]
    public string? Who { get; set; }

    public Operation Operation { get; private set; } = Operation.EditProject;
    public Person There { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public Explanation? Answer { get; private set; }
    public AskedRecord About { get; private set; } = AskedRecord.Nothing;
    public IReadOnlyList<string> Posts { get; private set; } = [];
    public IReadOnlyList<(Operation Operation, Scope Scope)> All { get; private set; } = [];
    public bool MayAskForOthers => signedIn.May(Operation.ManagePeople);
    public bool IsMe => There.Id == signedIn.Id;

    /// <summary>Where a refused address is explained.</summary>
    public static string AddressOf(Operation operation, string? path)
    {
        var parts = (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var record = parts is ["projects" or "plans" or "departments", var key, ..] && key != "new" ? key : null;
        return $"~/why?operation={operation}{(record is null ? "" : $"&record={Uri.EscapeDataString(record)}")}";
    }

    public async Task OnGet()
    {
        var isAsked = Enum.TryParse<Operation>(Asked, out var operation) && Enum.IsDefined(operation);
        if (isAsked)
            Operation = operation;
        ModelState.Clear();
        There = await Find();
        var names = await db.People.AsNoTracking().Select(p => new { p.Id, p.Key, p.Name, p.StaffNumber }).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();
        People = MayAskForOthers ? [.. names.Select(n => new SelectListItem(n.StaffNumber is { } number ? $"{n.Name}({number})" : n.Name, n.Key.Value))] : [];
        var reach = new PersonReach(db, There, signedIn.Today);
        var people = names.ToDictionary(n => n.Id, n => n.Name);
        var words = new GroundWords(await reach.Tree(), people);
        Posts = [.. There.Assignments.Where(a => a.HoldsOn(signedIn.Today)).OrderBy(a => !a.IsMain).Select(a => $"{words.Post(a)} {Format.Days(a.From, a.To)}"),
            .. There.Deputyships.Where(d => d.HoldsOn(signedIn.Today)).Select(d => $"{words.NameOf(d.Post.PersonId)}さんの代理({words.Post(d.Post)}) {Format.Days(d.From, d.To)}")];
        All = [.. Enum.GetValues<Operation>().Select(o => (o, reach.MayDo(o).Scope))];
        if (!isAsked)
            return;
        if (await AskedRecords.Find(db, reach, Operation, Record) is not { } about)
            ModelState.AddModelError(nameof(Record), Refusals.RecordUnknown(Record!.Trim()).ToString());
        else
            Answer = await Explanation.Of(reach, Operation, About = about, people);
    }

    private async Task<Person> Find() =>
        MayAskForOthers && Blank.ToNull(Who) is { } key && await db.People.AsNoTracking().Include(p => p.Assignments).Include(p => p.Deputyships).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(key)) is { } other
            ? other : signedIn.Person;
}
