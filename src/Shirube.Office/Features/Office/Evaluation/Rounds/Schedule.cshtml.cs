using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;

namespace Shirube.Office.Features.Office;

/// <summary>A round's name, days and duties; its stages are locked here, and it is closed and opened again.</summary>
[Authorize(Policy = nameof(Operation.RunEvaluation))]
public sealed class RoundSchedulePage(OfficeDb db, WorkScope scope) : EditPage<RoundForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public EvaluationRound Round { get; private set; } = null!;
    public RoundState State { get; private set; } = null!;

    /// <summary>How many stages of sheets are not done, for who closes, and how many targets of the same kind have no sheet yet.</summary>
    public sealed record RoundState(int Sheets, int Unfinished, int Missing);

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } round)
            return NotFound();
        Db.Expect(round, Version);
        round.Describe(Form.Name ?? "", Form.Explanation);
        foreach (var (stage, i) in Form.Stages.Select((s, i) => (s, i)))
            round.Schedule(i + 1, stage.Spec());
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/evaluations/{Key}");
    }

    public Task<IActionResult> OnPostLock(int stage) => Change(r => r.Lock(stage, scope.Person, scope.NowUtc));

    public Task<IActionResult> OnPostUnlock(int stage) => Change(r => r.Unlock(stage));

    public async Task<IActionResult> OnPostClose()
    {
        if (await Load() is not { } round)
            return NotFound();
        round.Close(scope.Person, scope.NowUtc);
        await new KeptFigures(Db).Keep(round, scope.Year);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/evaluations/{Key}");
    }

    public async Task<IActionResult> OnPostReopen()
    {
        if (await Load() is not { } round)
            return NotFound();
        round.Reopen(Reason);
        Db.Change = Db.Change with { Why = Reason!.Trim() };
        foreach (var sheet in await Db.EvaluationSheets.AsTracking().Where(s => s.RoundId == round.Id).ToListAsync())
            sheet.Thaw();
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/evaluations/{Key}");
    }

    public async Task<IActionResult> OnPostAdd()
    {
        if (await Load() is not { } round)
            return NotFound();
        round.WhyNotChange().ThrowIfAny();
        var made = await (await RoundStart.Of(Db, round.Year, round.Use)).Make(round, await Missing(round), scope.NowUtc);
        (made == 0 ? Refusals.RoundWithoutSheets : null).ThrowIfAny();
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/evaluations/{Key}/sheets");
    }

    protected override async Task<Saved<RoundForm>?> Saved() =>
        await Load(tracked: false) is not { } round ? null
            : new(round.Version, new() { Name = round.Name, Explanation = round.Explanation, Stages = [.. round.InOrder.Select(s => StageForm.Of(s.Spec))] }, round.Id.Value);

    protected override async Task Offer()
    {
        Round = (await Load(tracked: false))!;
        var rows = await SheetRows.Read(Db, Round, scope.Year);
        State = new(rows.Count, rows.Count(r => r.Stages.Any(s => r.StateOf(s, Round, scope.Today) is not (SheetState.Done or SheetState.Missed or SheetState.NotChosen))), Round.Closed is null ? await CountMissing() : 0);
    }

    protected override IReadOnlyList<FormField> FieldsOf(RoundForm form) => [new("Form.Name", "名前", form.Name), new("Form.Explanation", "説明", form.Explanation), .. form.Stages.SelectMany((s, i) => s.Fields($"Form.Stages[{i}]"))];

    private async Task<int> CountMissing()
    {
        var start = await RoundStart.Of(Db, Round.Year, Round.Use);
        var there = (await Db.EvaluationSheets.Where(s => s.RoundId == Round.Id && s.ProjectId != null).Select(s => s.ProjectId!.Value).ToListAsync()).ToHashSet();
        return (await Missing(Round)).Count(t => !there.Contains(t.Project!.Value) && start.FormFor(t) is not null);
    }

    private Task<IReadOnlyList<RoundTarget>> Missing(EvaluationRound round) => new RoundTargets(round.Projects, []).Read(Db, round.Year, round.Judged);

    private async Task<IActionResult> Change(Action<EvaluationRound> change)
    {
        if (await Load() is not { } round)
            return NotFound();
        change(round);
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/evaluations/{Key}/schedule");
    }

    private Task<EvaluationRound?> Load(bool tracked = true) =>
        Db.EvaluationRounds.AsTracking(tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTrackingWithIdentityResolution).Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == new PublicKey(Key));
}
