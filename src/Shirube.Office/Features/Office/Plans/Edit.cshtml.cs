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

[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class EditPlanPage(OfficeDb db) : EditPage<PlanForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Plan { get; set; } = "";

    public string Name { get; private set; } = "";
    public IReadOnlyList<Level> Levels { get; private set; } = [];
    public IReadOnlyDictionary<LevelId, int> Items { get; private set; } = new Dictionary<LevelId, int>();

    public async Task<IActionResult> OnPost() => await Save(plan =>
    {
        Db.Expect(plan, Version);
        Form.Write(plan);
    }, $"~/plans/{Plan}");

    public async Task<IActionResult> OnPostRename(Guid level, string? levelName, Numbering? numbering, bool body, bool indicators, bool projects)
    {
        var uses = await Db.UsesOf(LevelId.From(level));
        return await Save(plan =>
        {
            Db.Expect(plan, Version);
            plan.RenameLevel(LevelId.From(level), levelName ?? "");
            plan.NumberLevel(LevelId.From(level), numbering);
            plan.Carry(LevelId.From(level), new(body, indicators, projects, plan.Levels.Single(l => l.Id == LevelId.From(level)).CarriesEvaluation), uses);
        }, $"~/plans/{Plan}/edit");
    }

    public async Task<IActionResult> OnPostMoveLevel(Guid level, int place)
    {
        var standings = await Db.StandingsIn(Plan);
        return await Save(plan =>
        {
            Db.Expect(plan, Version);
            plan.MoveLevel(LevelId.From(level), place, standings);
        }, $"~/plans/{Plan}/edit");
    }

    public async Task<IActionResult> OnPostRemoveLevel(Guid level)
    {
        var items = await Db.PlanItems.CountAsync(i => i.LevelId == LevelId.From(level));
        return await Save(plan => plan.RemoveLevel(LevelId.From(level), items), $"~/plans/{Plan}/edit");
    }

    public async Task<IActionResult> OnPostAddLevel(string? newLevel, bool carries) =>
        await Save(plan => plan.AddLevel(newLevel ?? "", carries), $"~/plans/{Plan}/edit");

    protected override Refusal? Overtaken(string? handler) => handler is null or "" ? null : Refusals.LevelsOvertaken;

    protected override async Task<Saved<PlanForm>?> Saved() => await Load() is { } plan ? new(plan.Version, PlanForm.Of(plan), plan.Id.Value) : null;

    protected override async Task Offer()
    {
        var plan = await Db.Plans.AsNoTracking().Include(p => p.Levels).SingleAsync(p => p.Key == new PublicKey(Plan));
        (Name, Levels) = (plan.Name, [.. plan.Levels.OrderBy(l => l.Order)]);
        var levels = Levels.Select(l => l.Id).ToList();
        Items = await Db.PlanItems.Where(i => levels.Contains(i.LevelId)).GroupBy(i => i.LevelId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        if (Was is null)
            (Form, Version, Was) = (PlanForm.Of(plan), plan.Version, FormMarks.Of(FieldsOf(PlanForm.Of(plan))));
    }

    private async Task<IActionResult> Save(Action<Plan> change, string then)
    {
        if (await Load() is not { } plan)
            return NotFound();
        change(plan);
        await Db.SaveChangesAsync();
        return LocalRedirect(then);
    }

    private Task<Plan?> Load() => Db.Plans.Include(p => p.Levels).Include(p => p.Terms).Include(p => p.Reviews).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == new PublicKey(Plan));
}
