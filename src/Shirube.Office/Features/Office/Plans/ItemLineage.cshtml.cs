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

/// <summary>What becomes of one item of the plan before in the next.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class ItemLineagePage(OfficeDb db) : EditPage<LineageForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Item { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    public PlanSuccession Succession { get; private set; } = null!;
    public PlanItem There { get; private set; } = null!;
    public bool IsSaid => Version > 0;
    public string Back => $"~/plans/{Plan}/lineage{Succession.Next.Kept}";

    public async Task<IActionResult> OnPost()
    {
        if (await Read() is not { } old)
            return NotFound();
        var lineage = await Tracked(old);
        Expect(lineage);
        var written = Form.Write(lineage, Succession, old.Key);
        if (lineage is null)
            Db.Add(written);
        await Db.SaveChangesAsync();
        return LocalRedirect(Back);
    }

    /// <summary>Takes back what was said.</summary>
    public async Task<IActionResult> OnPostUnsay()
    {
        if (await Read() is not { } old || await Tracked(old) is not { } lineage)
            return NotFound();
        Expect(lineage);
        Db.Remove(lineage);
        await Db.SaveChangesAsync();
        return LocalRedirect(Back);
    }

    protected override async Task<Saved<LineageForm>?> Saved() =>
        await Read() is not { } old ? null : Succession.Of(old.Key) is { } lineage ? new(lineage.Version, LineageForm.Of(lineage), lineage.Id.Value) : new(0, new(), default);

    protected override Task Offer() => Read();

    protected override IReadOnlyList<FormField> FieldsOf(LineageForm form) =>
    [
        new("Form.Ending", "引き継ぐか", form.Ending, form.Ending switch { LineageForm.Carry => "引き継ぐ", LineageForm.Drop => "引き継がない", _ => "まだ書いていない" }),
        new("Form.Successors", "引き継ぐ先", string.Join(' ', form.Successors ?? []), string.Join("、", (form.Successors ?? []).Select(k => Succession.Next.Find(k)?.Title ?? "別の版の項目"))),
        new("Form.Reason", "理由", form.Reason),
    ];

    // why: version 0 is that of nothing said; who began with it and finds something said was overtaken.
    private void Expect(Lineage? lineage)
    {
        (lineage is null && Version > 0 ? Refusals.Overtaken : null).ThrowIfAny();
        if (lineage is not null)
            Db.Expect(lineage, Version);
    }

    private async Task<PlanItem?> Read()
    {
        if (await PlanSuccession.Read(Db, Plan, Edition) is not { Succession: { } succession } || succession.Before.Find(Item) is not { } old)
            return null;
        (Succession, There) = (succession, old);
        return old;
    }

    private Task<Lineage?> Tracked(PlanItem old) =>
        Db.Lineages.AsTracking().Include(l => l.Successors).SingleOrDefaultAsync(l => l.FromPlanId == Succession.Before.Plan.Id && l.FromKey == old.Key && l.ToPlanId == Succession.Next.Plan.Id);
}
