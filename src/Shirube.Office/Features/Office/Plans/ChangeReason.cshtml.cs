using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>Why an item is as it is in an edition, or why that edition no longer has it.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class ChangeReasonPage(OfficeDb db) : EditPage<ReasonForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    /// <summary>The edition it was compared with.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    public Plan Plan { get; private set; } = null!;
    public Edition Edition { get; private set; } = null!;
    public PlanItem There { get; private set; } = null!;
    public string Back => $"~/plans/{Plan.Key}/compare?{(string.IsNullOrEmpty(From) ? "" : $"from={Uri.EscapeDataString(From)}&")}with={Key}";

    /// <summary>An empty text takes the reason back.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!await Read())
            return NotFound();
        var (reason, text) = (await Tracked(), Form.Text?.ReplaceLineEndings("\n"));
        (reason is null && Version > 0 ? Refusals.Overtaken : null).ThrowIfAny();
        if (reason is null)
            Db.Add(ChangeReason.Of(Edition.Id, There.Key, text ?? ""));
        else
        {
            Db.Expect(reason, Version);
            if (string.IsNullOrWhiteSpace(text))
                Db.Remove(reason);
            else
                reason.Write(text);
        }

        await Db.SaveChangesAsync();
        return LocalRedirect(Back);
    }

    protected override async Task<Saved<ReasonForm>?> Saved() =>
        !await Read() ? null : await Tracked() is { } reason ? new(reason.Version, new() { Text = reason.Text }, reason.Id.Value) : new(0, new(), default);

    protected override Task Offer() => Read();

    private async Task<bool> Read()
    {
        if (await Db.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.Key == new PublicKey(Key)) is not { } edition
            || await Db.PlanItems.AsNoTracking().Where(i => i.Key == new PublicKey(Item) && Db.Editions.Any(e => e.Id == i.EditionId && e.PlanId == edition.PlanId))
                .OrderByDescending(i => i.EditionId == edition.Id).ThenByDescending(i => i.EditionId).FirstOrDefaultAsync() is not { } item)
            return false;
        (Edition, There, Plan) = (edition, item, await Db.Plans.AsNoTracking().SingleAsync(p => p.Id == edition.PlanId));
        return true;
    }

    private Task<ChangeReason?> Tracked() => Db.ChangeReasons.AsTracking().SingleOrDefaultAsync(r => r.EditionId == Edition.Id && r.ItemKey == There.Key);
}
