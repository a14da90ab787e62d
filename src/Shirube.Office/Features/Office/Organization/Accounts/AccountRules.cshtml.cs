using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class AccountRulesPage(OfficeDb db, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Required(ErrorMessage = "分の数を入力してください。")]
    public int? IdleMinutes { get; set; }

    [BindProperty, Required(ErrorMessage = "日数を入力してください。")]
    public int? LogDays { get; set; }

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        var rules = await db.AccountRules.AsNoTracking().SingleOrDefaultAsync() ?? AccountRules.First();
        (Version, IdleMinutes, LogDays, Roles) = (rules.Version, rules.IdleMinutes, rules.LogDays, [.. rules.SecondFactorRoles]);
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        var rules = await db.AccountRules.SingleOrDefaultAsync();
        if (rules is null)
            db.AccountRules.Add(rules = AccountRules.First());
        else
            db.Expect(rules, Version);
        rules.Decide(IdleMinutes!.Value, LogDays!.Value, Roles);
        await db.SaveChangesAsync();
        await new SessionTable(db).ForgetAsync(clock.GetUtcNow().UtcDateTime.AddDays(-rules.LogDays));
        Done = "サインインの決まりを保存しました。";
        return LocalRedirect("~/sign-ins/rules");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await db.AccountRules.Select(r => (AccountRulesId?)r.Id).SingleOrDefaultAsync() is { } id)
            History = await RecentChanges.Of(db, [id.Value], personal: false);
        return Page();
    }
}
