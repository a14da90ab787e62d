using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>The last days of a round's stages as a calendar file (RFC 5545), each with a reminder three days before.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class RoundCalendarPage(OfficeDb db) : PageModel
{
    public async Task<IActionResult> OnGet(string key)
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(key)) is not { } round)
            return NotFound();
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Shirube//JA");
        foreach (var stage in round.InOrder.Where(s => s.Locked is null))
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{round.Key}-{stage.Order}@shirube");
            Line($"DTSTAMP:{round.Opened.AtUtc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{stage.Due.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
            Line($"DTEND;VALUE=DATE:{stage.Due.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
            Line($"SUMMARY:{Escaped($"{round.Name} {stage.Name}の期限")}");
            Line("BEGIN:VALARM");
            Line("ACTION:DISPLAY");
            Line("TRIGGER:-P3D");
            Line($"DESCRIPTION:{Escaped($"{round.Name} {stage.Name}の期限まで3日")}");
            Line("END:VALARM");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/calendar; charset=utf-8", $"評価の期限-{round.Key}.ics");

        void Line(string line) => text.Append(Folded(line)).Append("\r\n");
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    // why: a line holds 75 octets at most; Japanese takes three each, so that twenty characters a line are always within it.
    private static string Folded(string line) =>
        Encoding.UTF8.GetByteCount(line) <= 75 ? line : string.Join("\r\n ", line.EnumerateRunes().Select(r => r.ToString()).Chunk(20).Select(c => string.Concat(c)));
}
