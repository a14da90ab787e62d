using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Exchange.Publishing;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Publish))]
public sealed class ReleasesPage(OfficeDb db, ReleaseStore store) : PageModel
{
    public sealed record EditionRow(PublicKey Key, string Plan, string Label, bool IsOpen, bool IsTakenOver)
    {
        public bool IsPublic => IsOpen || IsTakenOver;
    }

    public IReadOnlyList<ReleaseEntry> Releases { get; private set; } = [];
    public IReadOnlyList<EditionRow> Editions { get; private set; } = [];
    public IReadOnlyList<string> HiddenPlans { get; private set; } = [];

    public ReleaseEntry? Current => Releases.FirstOrDefault(r => !r.IsWithdrawn);
    public bool NothingIsPublic => !Editions.Any(e => e.IsPublic);

    public async Task OnGet()
    {
        Releases = store.List(HttpContext.Municipality().Code);
        Editions = await db.Editions.Join(db.Plans, e => e.PlanId, p => p.Id, (e, p) => new { e, p }).OrderBy(x => x.p.First).ThenBy(x => x.p.Name).ThenBy(x => x.e.Id)
            .Select(x => new EditionRow(x.e.Key, x.p.Name, x.e.Label, x.e.Opening != null, x.e.Takeover != null)).ToListAsync();
        var plans = await db.Plans.OrderBy(p => p.First).ThenBy(p => p.Name).Select(p => p.Name).ToListAsync();
        HiddenPlans = [.. plans.Except(Editions.Where(e => e.IsPublic).Select(e => e.Plan))];
    }
}
