using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;
using Shirube.Ui.Text;

namespace Shirube.Office.Features.Office;

/// <summary>Erases old entries of the sign-in log before their time: first what would be lost is named, then it is done, and who did it stays in the change log.</summary>
[Authorize(Policy = nameof(Operation.ManagePeople))]
public sealed class EraseSignInsPage(OfficeDb db, TimeProvider clock) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public int? Days { get; set; }

    public int KeepDays { get; private set; }
    public DateOnly LastDay { get; private set; }
    /// <summary>Null before anybody said how old.</summary>
    public Lost? Loss { get; private set; }
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>What erasing takes away.</summary>
    public sealed record Lost(int Count, DateOnly? From, int Accounts, int Unknown, int Failures);

    public async Task<IActionResult> OnGet()
    {
        if (Days is not null && WhyNot() is { } refusal)
            ModelState.AddModelError(nameof(Days), $"{refusal.What}{refusal.ToDo}");
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        WhyNot().ThrowIfAny();
        var (last, first) = (LastDayOf(Days!.Value), (await Read(LastDayOf(Days.Value))).From);
        var erased = first is null ? 0 : await new SessionTable(db).EraseBeforeAsync(Tokyo.StartOf(last.AddDays(1)), SignInLog.Kind, SignInLog.Record,
            count => [Note("Count", count.ToString(CultureInfo.InvariantCulture)), Note("From", Day(first.Value)), Note("Until", Day(last))]);
        (erased == 0 ? Refusals.SignInsNone(Format.Day(last)) : null).ThrowIfAny();
        return LocalRedirect("~/sign-ins/erase");
    }

    public async Task<IActionResult> ShowAgain()
    {
        KeepDays = (await db.AccountRules.AsNoTracking().SingleOrDefaultAsync() ?? AccountRules.First()).LogDays;
        if (Days is { } days && WhyNot() is null)
            Loss = await Read(LastDay = LastDayOf(days));
        History = await RecentChanges.Of(db, [SignInLog.Record], personal: false);
        return Page();
    }

    private Refusal? WhyNot() => Days is >= AccountRules.LeastLogDays and <= AccountRules.MostLogDays ? null : Refusals.SignInsTooNew(AccountRules.LeastLogDays);

    private DateOnly LastDayOf(int days) => Tokyo.DayOf(clock.GetUtcNow().UtcDateTime).AddDays(-days - 1);

    private async Task<Lost> Read(DateOnly last)
    {
        var before = Tokyo.StartOf(last.AddDays(1));
        var old = db.SignIns.Where(s => s.AtUtc < before);
        return new(await old.CountAsync(), await old.MinAsync(s => (DateTime?)s.AtUtc) is { } first ? Tokyo.DayOf(first) : null, await old.Where(s => s.AccountId != null).Select(s => s.AccountId).Distinct().CountAsync(),
            await old.CountAsync(s => s.AccountId == null), await old.CountAsync(s => s.Result != SignInOutcome.SignedIn && s.Result != SignInOutcome.PasswordRight && s.Result != SignInOutcome.SignedOut && s.Result != SignInOutcome.SessionEnded));
    }

    private static FieldChange Note(string field, string after) => new(null, null, field, null, after);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
