using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>What becomes of a project of the plan before: merged, split, renamed into others of the next plan, or ended.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class ProjectLineagePage(OfficeDb db) : EditPage<LineageForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Project { get; set; } = "";

    [FromQuery(Name = WorkingTree.Named)]
    public string? Edition { get; set; }

    public PlanSuccession Succession { get; private set; } = null!;
    public SucceedingProject There { get; private set; } = null!;
    public IEnumerable<SucceedingProject> Offered => Succession.Projects.Where(p => p.InNext);
    public bool IsSaid => Version > 0;
    public string Back => $"~/plans/{Plan}/lineage{Succession.Next.Kept}";

    public async Task<IActionResult> OnPost()
    {
        if (!await Read())
            return NotFound();
        var lineage = await Tracked();
        Expect(lineage);
        var (reason, chosen) = (Form.Reason?.ReplaceLineEndings("\n"), Form.Chosen);
        // why: a project that has since lost its place in the next plan was not offered, so it is not taken away.
        var kept = lineage?.Successors.Select(s => s.ProjectId).Where(id => Offered.All(p => p.Id != id)) ?? [];
        var projects = Offered.Where(p => chosen.Contains(p.Key.Value)).Select(p => p.Id).Concat(kept).ToList();
        (Form.Ending is null ? Refusals.FollowerMissing : null).ThrowIfAny();
        if (lineage is null)
            Db.Add(Form.Ending == LineageForm.Drop ? ProjectLineage.End(There.Id, Succession.Next.Plan.Id, reason) : ProjectLineage.Follow(There.Id, Succession.Next.Plan.Id, projects, reason));
        else if (Form.Ending == LineageForm.Drop)
            lineage.End(reason);
        else
            lineage.Follow(projects, reason);
        await Db.SaveChangesAsync();
        return LocalRedirect(Back);
    }

    public async Task<IActionResult> OnPostUnsay()
    {
        if (!await Read() || await Tracked() is not { } lineage)
            return NotFound();
        Expect(lineage);
        Db.Remove(lineage);
        await Db.SaveChangesAsync();
        return LocalRedirect(Back);
    }

    protected override async Task<Saved<LineageForm>?> Saved()
    {
        if (!await Read())
            return null;
        if (await Tracked() is not { } lineage)
            return new(0, new(), default);
        var keys = lineage.Successors.OrderBy(s => s.Order).Select(s => Succession.Projects.FirstOrDefault(p => p.Id == s.ProjectId)?.Key.Value).OfType<string>();
        return new(lineage.Version, new() { Ending = lineage.Successors.Count > 0 ? LineageForm.Carry : LineageForm.Drop, Successors = [.. keys], Reason = lineage.Reason }, lineage.Id.Value);
    }

    protected override Task Offer() => Read();

    protected override IReadOnlyList<FormField> FieldsOf(LineageForm form) =>
    [
        new("Form.Ending", "引き継ぐか", form.Ending, form.Ending switch { LineageForm.Carry => "引き継ぐ", LineageForm.Drop => "終わる", _ => "まだ書いていない" }),
        new("Form.Successors", "引き継ぐ事務事業", string.Join(' ', form.Successors ?? []), string.Join("、", (form.Successors ?? []).Select(k => Succession.Projects.FirstOrDefault(p => p.Key.Value == k)?.Name ?? "次の計画にない事務事業"))),
        new("Form.Reason", "理由", form.Reason),
    ];

    // why: version 0 is that of nothing said; who began with it and finds something said was overtaken.
    private void Expect(ProjectLineage? lineage)
    {
        (lineage is null && Version > 0 ? Refusals.Overtaken : null).ThrowIfAny();
        if (lineage is not null)
            Db.Expect(lineage, Version);
    }

    private async Task<bool> Read()
    {
        if (await PlanSuccession.Read(Db, Plan, Edition) is not { Succession: { } succession } || succession.Projects.FirstOrDefault(p => p.InBefore && p.Key.Value == Project) is not { } project)
            return false;
        (Succession, There) = (succession, project);
        return true;
    }

    private Task<ProjectLineage?> Tracked() => Db.ProjectLineages.AsTracking().Include(l => l.Successors).SingleOrDefaultAsync(l => l.FromId == There.Id && l.ToPlanId == Succession.Next.Plan.Id);
}
