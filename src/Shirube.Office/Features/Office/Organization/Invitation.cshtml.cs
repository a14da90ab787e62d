using System.ComponentModel.DataAnnotations;
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

[AllowAnonymous]
public sealed class InvitationPage(OfficeDb db, Invitations invitations, Sessions sessions, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty, Required(ErrorMessage = "パスワードを入力してください。")]
    public string Password { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "パスワードをもう一度入力してください。"), Compare(nameof(Password), ErrorMessage = "2つのパスワードが同じではありません。")]
    public string Again { get; set; } = "";

    public string Name { get; private set; } = "";
    public bool HasAccount { get; private set; }
    public Refusal? Refusal { get; private set; }

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var invitation = await invitations.Find(Token);
        var person = await db.People.Include(p => p.Assignments).SingleAsync(p => p.Id == invitation.PersonId);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.PersonId == person.Id);
        (account?.ClosedAtUtc is null ? null : Refusals.AccountClosed).ThrowIfAny();
        invitation.Accept(clock.GetUtcNow().UtcDateTime);
        db.Change = new(person.Id, "invitation", null);
        return account is null ? await Begin(person) : await SetAnew(account, person);
    }

    // why: a new account is led on to the second factor; whoever may see nothing yet has no page to be led to.
    private async Task<IActionResult> Begin(Person person)
    {
        var account = await new Accounts(db).Create(person, UserName ?? "", Password, HttpContext.Municipality().Name);
        await db.SaveChangesAsync();
        await sessions.Open(account.Id);
        return LocalRedirect(person.MayDo(Operation.Read, clock.Today()).Anywhere ? "~/account/second-factor" : "~/");
    }

    // why: the link stands for the password only; who has a second factor still needs it.
    private async Task<IActionResult> SetAnew(Account account, Person person)
    {
        Accounts.SetPassword(account, Password, person, HttpContext.Municipality().Name);
        await sessions.EndAll(account);
        if (account.TwoFactorEnabled)
        {
            await sessions.AwaitCode(account);
            return LocalRedirect("~/sign-in/code");
        }
        await sessions.Open(account.Id);
        return LocalRedirect("~/");
    }

    public async Task<IActionResult> ShowAgain()
    {
        try
        {
            var invitation = await invitations.Find(Token);
            Name = await db.People.Where(p => p.Id == invitation.PersonId).Select(p => p.Name).SingleAsync();
            var there = await db.Accounts.Where(a => a.PersonId == invitation.PersonId).Select(a => a.UserName).SingleOrDefaultAsync();
            HasAccount = there is not null;
            UserName = there ?? UserName;
        }
        catch (RefusalException refused)
        {
            Refusal = refused.Refusal;
        }
        return Page();
    }
}
