using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>One sheet: answered, submitted, approved or sent back, stage by stage. A form sent by the program's own script is answered in JSON.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.AnswerSheet)]
public sealed class SheetPage(OfficeDb db, SignedIn signedIn, Reach reach, SheetDesk desk) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";
    /// <summary>The stage asked for; the one at hand where none is.</summary>
    [FromQuery(Name = "stage")] public int? StageAsked { get; set; }
    [BindProperty] public SheetForm Form { get; set; } = new();
    [BindProperty] public string? Reason { get; set; }

    public SheetView View { get; private set; } = null!;
    public SheetStage At { get; private set; } = null!;
    public SheetState State { get; private set; }
    public SheetWalk Walk { get; private set; } = null!;
    /// <summary>The stage submitted last, where this person may approve it or send it back.</summary>
    public SheetStage? ToJudge { get; private set; }
    public bool MayWithdraw { get; private set; }
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public ReviewCount? Review { get; private set; }
    public IReadOnlyList<SavedAnswer> Saved { get; private set; } = [];
    public DateOnly Today => signedIn.Today;

    /// <summary>What was typed into a stage that takes nothing any more, where it is not what stands there.</summary>
    public IEnumerable<(string Question, string Words)> NotSaved => View.Writing is not null ? [] :
        from typed in Form.Answers
        let question = View.Open.Form.Questions.FirstOrDefault(q => q.Key.Value == typed.Question)
        where question is not null && typed.Words.Length > 0 && typed.Words.ReplaceLineEndings("\n") != View.Open.Sheet.Find(question.Key, Form.Stage)?.Value.Words
        select (question.Label, typed.Words);

    public Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return ShowAgain();
    }

    /// <summary>Saves what was typed. Answers that another person saved meanwhile are shown beside one's own; the others are kept.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (await desk.Change(new(Key), async open => new Kept(open, await desk.Answer(open, Form))) is not { } kept)
            return NotFound();
        if (WantsJson)
            return new JsonResult(SavedWords.Of(kept.Open, kept.Answers, Form.Stage, desk.NowUtc));
        return kept.Answers.All(a => a.Outcome is { Theirs: null }) ? Done("保存しました。") : await ShowTroubles(kept.Answers);
    }

    public async Task<IActionResult> OnPostConfirm()
    {
        if (await desk.Change(new(Key), async open => new Kept(open, await desk.Answer(open, Form), open.Sheet.Confirm(Form.Stage, null, signedIn.Id, desk.NowUtc))) is not { } kept)
            return NotFound();
        return kept.Answers.All(a => a.Outcome is { Theirs: null }) ? Done($"昨年の答え{kept.Confirmed}つを、このままでよいと確かめました。") : await ShowTroubles(kept.Answers);
    }

    public async Task<IActionResult> OnPostSubmit()
    {
        if (await desk.Change(new(Key), Submit) is not { } kept)
            return NotFound();
        if (kept.Open.Sheet.StageAt(Form.Stage).Submission is not null)
            return Done("提出しました。");
        foreach (var open in kept.Open.Sheet.OpenQuestions(kept.Open.Form, Form.Stage))
            ModelState.AddModelError($"q-{open.Question.Key}", open.Why.ToString());
        return await ShowTroubles(kept.Answers);
    }

    public Task<IActionResult> OnPostWithdraw() => Change("提出を取り下げました。", o => reach.GroundsToAnswer(o.RoundStageOf(Form.Stage), o.Owner), o => o.Sheet.Withdraw(o.Round, Form.Stage));

    public Task<IActionResult> OnPostApprove() => Change("承認しました。", o => reach.GroundsToApprove(o.Owner), o => o.Sheet.Approve(o.Round, Form.Stage, signedIn.Id, desk.NowUtc));

    public Task<IActionResult> OnPostSendBack() => Change("差し戻しました。", o => GroundsToSendBack(o, Form.Stage), o => o.Sheet.SendBack(o.Round, Form.Stage, Reason, signedIn.Id, desk.NowUtc));

    public async Task<IActionResult> ShowAgain()
    {
        if (await desk.Load(new(Key), tracked: false) is not { } open)
            return NotFound();
        At = StageAsked is { } asked && open.Sheet.Stages.Any(s => s.Stage == asked) ? open.Sheet.StageAt(asked) : open.Sheet.Current(open.Round, Today);
        State = open.Sheet.StateOf(open.Round, At.Stage, Today);
        var mayAnswer = (await reach.GroundsToAnswer(open.RoundStageOf(At.Stage), open.Owner)).Count > 0;
        var reading = await SheetReading.Read(db, open, reach.Year);
        View = new(open, reading.Figures, reading.Earlier) { Writing = mayAnswer && open.Sheet.WhyNotWrite(open.Round, At.Stage, Today) is null ? At.Stage : null };
        (Walk, History, Review) = (reading.Walk, reading.History, reading.Review);
        ToJudge = open.Sheet.Stages.Where(s => s.Submission is not null).MaxBy(s => s.Stage) is { } last && open.Sheet.WhyNotSendBack(open.Round, last.Stage, "-") is null && (await GroundsToSendBack(open, last.Stage)).Count > 0 ? last : null;
        MayWithdraw = mayAnswer && open.Sheet.WhyNotWithdraw(open.Round, At.Stage) is null;
        return Page();
    }

    private sealed record Kept(OpenSheet Open, IReadOnlyList<SavedAnswer> Answers, int Confirmed = 0);

    private bool WantsJson => Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json");

    private async Task<Kept> Submit(OpenSheet open)
    {
        var answers = await desk.Answer(open, Form);
        if (answers.All(a => a.Outcome is { Theirs: null }) && open.Sheet.OpenQuestions(open.Form, Form.Stage).Count == 0)
            open.Sheet.Submit(open.Round, open.Form, Form.Stage, signedIn.Id, desk.NowUtc, Today);
        return new(open, answers);
    }

    // why: who may say that a stage is not good enough is whoever approves it, or answers one after it.
    private async Task<IReadOnlyList<Ground>> GroundsToSendBack(OpenSheet open, int stage)
    {
        var grounds = (await reach.GroundsToApprove(open.Owner)).ToList();
        foreach (var later in open.Sheet.Stages.Where(s => s.Stage > stage))
            grounds.AddRange(await reach.GroundsToAnswer(open.RoundStageOf(later.Stage), open.Owner));
        return grounds;
    }

    private async Task<IActionResult> Change(string done, Func<OpenSheet, Task<IReadOnlyList<Ground>>> grounds, Action<OpenSheet> change)
    {
        var changed = await desk.Change(new(Key), async open =>
        {
            // why: which stage is meant is asked before whose it is: a form that names none is bad input.
            _ = open.Sheet.StageAt(Form.Stage);
            signedIn.Demand(await grounds(open));
            change(open);
            return open;
        });
        return changed is null ? NotFound() : Done(done);
    }

    private LocalRedirectResult Done(string words)
    {
        TempData["Saved"] = words;
        return LocalRedirect($"~/sheets/{Key}{(StageAsked is { } stage ? $"?stage={stage}" : "")}");
    }

    private async Task<IActionResult> ShowTroubles(IReadOnlyList<SavedAnswer> answers)
    {
        foreach (var answer in answers.Where(a => a.Refusal is not null))
            ModelState.AddModelError($"q-{answer.Question}", answer.Refusal!.ToString());
        foreach (var answer in answers.Where(a => a.Outcome?.Theirs is not null))
            ModelState.AddModelError($"q-{answer.Question}", Refusals.AnswerOvertaken.ToString());
        Saved = answers;
        return await ShowAgain();
    }
}
