using Microsoft.AspNetCore.Mvc;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;
using Shirube.Ui.Controls;
using Shirube.Ui.Text;

namespace Shirube.Public.Features.Public.Publishing;

/// <summary>One publication: what changed for citizens since the one before it, and how to check it.</summary>
public sealed class ReleasePageModel : PublicPage
{
    public ReleaseEntry Entry { get; private set; } = null!;
    public ReleaseEntry? Before { get; private set; }
    public ReleaseChanges? Changes { get; private set; }

    public IActionResult OnGet(string id)
    {
        var all = Releases.List(Municipality.Code);
        if (all.FirstOrDefault(e => e.Id.ToString() == id) is not { } entry)
            return Missing("この公表の記録");
        if (entry.Withdrawal is { } withdrawal)
            return Message(410, "取り下げられた公表です", $"{Format.Day(entry.Day)}の公表は取り下げられました。理由: {withdrawal.Why}", new Crumb("公表の記録", "~/releases"));
        Entry = entry;
        Before = all.FirstOrDefault(e => e.Id < entry.Id && !e.IsWithdrawn);
        if (Before is not null)
            Changes = ReleaseChanges.Between(Releases.Open(Municipality.Code, Before), Releases.Open(Municipality.Code, entry));
        return Page();
    }
}
