using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class InvitationsPage(OfficeDb db, SignedIn signedIn, Invitations invitations, TimeProvider clock) : PageModel, IShowsAgain
{
    [TempData]
    public string? Done { get; set; }

    public string? Link { get; private set; }
    public string? Invited { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public sealed record Row(Guid Id, PublicKey PersonKey, string Name, string? By, bool HasAccount, DateTime AtUtc, DateTime UntilUtc)
    {
        public bool IsOver { get; init; }
    }

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPostRevoke(Guid id)
    {
        if (await Find(id) is not { } invitation)
            return NotFound();
        invitation.Revoke(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        Done = "招待を取り消しました。渡したアドレスは、もう使えません。";
        return LocalRedirect("~/invitations");
    }

    public async Task<IActionResult> OnPostAgain(Guid id)
    {
        if (await Find(id) is not { } invitation)
            return NotFound();
        (invitation.IsOpen ? null : Refusals.InvitationUsed).ThrowIfAny();
        var invited = await invitations.Invite(await db.People.SingleAsync(p => p.Id == invitation.PersonId), signedIn.Id);
        await db.SaveChangesAsync();
        (Link, Invited) = ($"{Request.Scheme}://{Request.Host}{invited.Path(HttpContext.Municipality().Code)}", invited.Person.Name);
        return await ShowAgain();
    }

    public async Task<IActionResult> ShowAgain()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await db.Invitations.AsNoTracking().Where(i => i.AcceptedAtUtc == null && i.ReplacedAtUtc == null && i.RevokedAtUtc == null).OrderByDescending(i => i.AtUtc)
            .Join(db.People, i => i.PersonId, p => p.Id, (i, p) => new { i, p })
            .Select(r => new { r.i.Id, r.p.Key, r.p.Name, By = db.People.Where(b => b.Id == r.i.By).Select(b => b.Name).FirstOrDefault(), HasAccount = db.Accounts.Any(a => a.PersonId == r.p.Id), r.i.AtUtc, r.i.UntilUtc }).ToListAsync();
        Rows = [.. rows.Select(r => new Row(r.Id.Value, r.Key, r.Name, r.By, r.HasAccount, r.AtUtc, r.UntilUtc) { IsOver = r.UntilUtc < now })];
        return Page();
    }

    private Task<Invitation?> Find(Guid id) => db.Invitations.SingleOrDefaultAsync(i => i.Id == InvitationId.From(id));
}
