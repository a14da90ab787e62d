using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Mail;

namespace Shirube.Office.Features.Office;

/// <summary>The addresses of many people from two pasted columns; all or none.</summary>
[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class MailAddressesPage(OfficeDb db) : PageModel, IShowsAgain
{
    private const int MostProblems = 20;

    [BindProperty]
    public string? Lines { get; set; }

    [TempData]
    public string? Done { get; set; }

    public int Accounts { get; private set; }
    public int WithAddress { get; private set; }

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var numbers = await db.People.Where(p => p.StaffNumber != null).Select(p => new { p.Id, p.StaffNumber }).ToDictionaryAsync(p => p.StaffNumber!, p => p.Id);
        var accounts = await db.Accounts.ToListAsync();
        var (byName, byPerson) = (accounts.ToDictionary(a => a.NormalizedUserName!), accounts.ToDictionary(a => a.PersonId));
        foreach (var (line, i) in (Lines ?? "").ReplaceLineEndings("\n").Split('\n').Select((l, i) => (l.Trim(' ', ' '), i)).Where(l => l.Item1.Trim().Length > 0))
        {
            var (who, address) = line.Split(['\t', ',', ' ', ' '], 2, StringSplitOptions.TrimEntries) is [var first, var rest] ? (first, Blank.ToNull(rest)) : (line, null);
            var account = byName.GetValueOrDefault(who.Normalize().ToUpperInvariant()) ?? (numbers.TryGetValue(who, out var person) ? byPerson.GetValueOrDefault(person) : null);
            var wrong = account is null ? $"「{who}」というアカウント名や職員番号の、アカウントのある人がいません。" : address is null ? null : MailAddresses.WhyNot(address)?.What;
            if (wrong is null)
                account!.WriteTo(address);
            else if (ModelState.ErrorCount < MostProblems)
                ModelState.AddModelError(nameof(Lines), Refusals.MailLineUnreadable(i + 1, wrong).What);
        }

        if (!ModelState.IsValid)
            return await ShowAgain();
        var changed = await db.SaveChangesAsync();
        Done = changed == 0 ? "変わったものはありません。" : "メールアドレスを登録しました。";
        return LocalRedirect("~/people/mail-addresses");
    }

    public async Task<IActionResult> ShowAgain()
    {
        (Accounts, WithAddress) = (await db.Accounts.CountAsync(), await db.Accounts.CountAsync(a => a.Email != null));
        return Page();
    }
}
