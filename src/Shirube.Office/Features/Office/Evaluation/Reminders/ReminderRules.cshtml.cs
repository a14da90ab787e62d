using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class ReminderRulesPage(OfficeDb db, ReminderJobs jobs) : PageModel, IShowsAgain
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? DaysBefore { get; set; }

    [BindProperty]
    public bool OnTheDay { get; set; }

    [BindProperty]
    public bool WeeklyAfter { get; set; }

    [BindProperty, Required(ErrorMessage = "時刻を入力してください。")]
    public int? Hour { get; set; }

    [BindProperty, Required(ErrorMessage = "分の数を入力してください。")]
    public int? MinutesToUndo { get; set; }

    [BindProperty]
    public bool MayStop { get; set; }

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        var rules = await db.ReminderRules.AsNoTracking().SingleOrDefaultAsync() ?? ReminderRules.First();
        (Version, DaysBefore, OnTheDay, WeeklyAfter, Hour, MinutesToUndo, MayStop) = (rules.Version, rules.DaysBefore, rules.OnTheDay, rules.WeeklyAfter, rules.Hour, rules.MinutesToUndo, rules.MayStop);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var rules = await db.ReminderRules.SingleOrDefaultAsync();
        if (rules is null)
            db.ReminderRules.Add(rules = ReminderRules.First());
        else
            db.Expect(rules, Version);
        rules.Decide(new([.. Days()], OnTheDay, WeeklyAfter), Hour!.Value, MinutesToUndo!.Value, MayStop);
        await db.SaveChangesAsync();
        await jobs.ScheduleAsync(HttpContext.Municipality().Code, db);
        return LocalRedirect("~/reminders");
    }

    public Task<IActionResult> ShowAgain() => Task.FromResult<IActionResult>(Page());

    private IEnumerable<int> Days() => (DaysBefore ?? "").Split([',', '、', ',', ' ', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(d => Typed.Whole(d) ?? throw new RefusalException(Refusals.ReminderDaysOutside(ReminderRules.MostDaysBefore)));
}
