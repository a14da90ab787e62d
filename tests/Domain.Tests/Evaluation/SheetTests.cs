using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Domain.Tests.Evaluation;

public sealed class SheetTests
{
    private static readonly DateTime Now = new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 5, 1);
    private static readonly PersonId Clerk = PersonId.New();
    private static readonly PersonId Head = PersonId.New();

    private readonly EvaluationForm form = Form();
    private readonly EvaluationRound round = Round();
    private readonly EvaluationSheet sheet;

    public SheetTests() => sheet = EvaluationSheet.About(ProjectId.New(), "産後ケア事業", "1", round, form);

    private PublicKey Direction => form.InOrder.First(q => q.Label == "今後の方向性").Key;
    private PublicKey Remark => form.InOrder.First(q => q.Label == "特記事項").Key;

    [Fact]
    public void A_sheet_goes_from_stage_to_stage_and_each_answers_beside_the_one_before()
    {
        States().ShouldBe([SheetState.Open, SheetState.Waiting, SheetState.NotChosen]);
        Refused(() => sheet.Submit(round, form, 1, Clerk, Now, Today)).ShouldBe("answer-missing");
        sheet.Answer(form, 1, Direction, AnswerValue.Of("継続", "制度が続くため"), 0, Clerk, Now);
        Refused(() => sheet.Answer(form, 2, Direction, AnswerValue.Of("なくす", null), 0, Head, Now)).ShouldBe("answer-outside-scale");
        sheet.WhyNotWrite(round, 2, Today)!.Code.ShouldBe("stage-waits");
        sheet.Submit(round, form, 1, Clerk, Now, Today);
        States().ShouldBe([SheetState.Submitted, SheetState.Waiting, SheetState.NotChosen], "the head has not approved");
        sheet.WhyNotWrite(round, 1, Today)!.Code.ShouldBe("stage-submitted");
        sheet.Approve(round, 1, Head, Now);
        States().ShouldBe([SheetState.Done, SheetState.Open, SheetState.NotChosen]);
        sheet.Answer(form, 2, Direction, AnswerValue.Of("縮小", "利用が少ないため"), 0, Head, Now);
        sheet.Submit(round, form, 2, Head, Now, Today);
        (sheet.Find(Direction, 1)!.Choice, sheet.Find(Direction, 2)!.Choice).ShouldBe(("継続", "縮小"), "a later stage overwrites nothing");
        sheet.Current(round, Today).Stage.ShouldBe(2, "the third stage looks at chosen sheets only");
    }

    [Fact]
    public void What_is_sent_back_needs_a_reason_comes_back_to_who_answered_and_loses_nothing()
    {
        Submitted();
        Refused(() => sheet.SendBack(round, 1, "  ", Head, Now)).ShouldBe("send-back-reason-missing");
        sheet.SendBack(round, 1, "根拠を書いてください", Head, Now);
        States()[0].ShouldBe(SheetState.SentBack);
        (sheet.Find(Direction, 1)!.Text, sheet.StageAt(1).SentBack!.Reason).ShouldBe(("制度が続くため", "根拠を書いてください"));
        sheet.Submit(round, form, 1, Clerk, Now, Today);
        sheet.StageAt(1).SentBack.ShouldBeNull();
        sheet.Approve(round, 1, Head, Now);
        Refused(() => sheet.Withdraw(round, 1)).ShouldBe("stage-approved");
        sheet.Answer(form, 2, Direction, AnswerValue.Of("縮小", "x"), 0, Head, Now);
        sheet.Submit(round, form, 2, Head, Now, Today);
        Refused(() => sheet.SendBack(round, 1, "もう一度", Head, Now)).ShouldBe("later-stage-submitted");
    }

    [Fact]
    public void Who_submitted_may_take_it_back_until_it_is_approved()
    {
        Submitted();
        sheet.Withdraw(round, 1);
        States()[0].ShouldBe(SheetState.Open);
    }

    [Fact]
    public void After_its_last_day_a_stage_is_marked_late_or_refused_as_the_municipality_says()
    {
        Answered();
        sheet.Submit(round, form, 1, Clerk, Now, new(2026, 5, 30));
        sheet.StageAt(1).Submission!.IsLate.ShouldBeTrue();
        sheet.Approve(round, 1, Head, Now);
        sheet.WhyNotWrite(round, 2, new(2026, 6, 16))!.Code.ShouldBe("stage-over");
        sheet.WhyNotWrite(round, 2, new(2026, 6, 15)).ShouldBeNull("the last day is included");
    }

    [Fact]
    public void A_locked_stage_is_passed_over_and_one_whose_day_has_not_come_waits()
    {
        round.Lock(1, null, Now);
        States().ShouldBe([SheetState.Missed, SheetState.Open, SheetState.NotChosen]);
        sheet.WhyNotWrite(round, 1, Today)!.Code.ShouldBe("stage-locked");
        round.Unlock(1);
        round.Schedule(1, round.StageAt(1).Spec with { OpensOn = new(2026, 5, 2) });
        States()[0].ShouldBe(SheetState.NotOpen);
        sheet.WhyNotWrite(round, 1, Today)!.Code.ShouldBe("stage-not-open");
        sheet.WhyNotWrite(round, 1, new(2026, 5, 2)).ShouldBeNull();
    }

    [Fact]
    public void A_locked_stage_that_was_submitted_but_not_approved_does_not_hold_up_the_next()
    {
        Submitted();
        round.Lock(1, null, Now);
        States().ShouldBe([SheetState.Done, SheetState.Open, SheetState.NotChosen]);
    }

    [Fact]
    public void A_closed_round_takes_nothing_and_is_opened_again_only_with_a_reason()
    {
        Answered();
        round.Close(null, Now);
        sheet.WhyNotWrite(round, 1, Today)!.Code.ShouldBe("round-closed");
        Refused(() => round.Lock(1, null, Now)).ShouldBe("round-closed");
        Refused(() => round.Reopen(" ")).ShouldBe("reopen-reason-missing");
        round.Reopen("誤りが見つかったため");
        Refused(() => round.Reopen("もう一度")).ShouldBe("round-not-closed");
        sheet.WhyNotWrite(round, 1, Today).ShouldBeNull();
    }

    [Fact]
    public void The_later_of_two_savers_of_one_answer_sees_the_others_text_and_changes_nothing()
    {
        sheet.Answer(form, 1, Remark, AnswerValue.Of(null, "先の人"), 0, Clerk, Now).Revision.ShouldBe(1);
        var outcome = sheet.Answer(form, 1, Remark, AnswerValue.Of(null, "後の人"), 0, Head, Now);
        (outcome.Theirs!.Text, sheet.Find(Remark, 1)!.Text).ShouldBe(("先の人", "先の人"));
        sheet.Answer(form, 1, Remark, AnswerValue.Of(null, "先の人"), 0, Head, Now).Theirs.ShouldBeNull("the same text is no conflict");
        sheet.Answer(form, 1, Remark, AnswerValue.Of(null, "見比べて決めた"), 1, Head, Now).ShouldBe(new(2));
        sheet.Answer(form, 1, Remark, AnswerValue.Empty, 2, Head, Now).Revision.ShouldBe(3, "an answer is taken away like any other change");
    }

    [Fact]
    public void Last_years_answers_are_suggestions_until_somebody_confirms_them()
    {
        sheet.Carry([(Direction, 1, AnswerValue.Of("継続", "昨年の理由")), (Remark, 1, AnswerValue.Empty)], new(2025), null, Now);
        sheet.Answers.Count.ShouldBe(1, "an empty answer is none");
        Refused(() => sheet.Submit(round, form, 1, Clerk, Now, Today)).ShouldBe("answer-unconfirmed");
        sheet.Answer(form, 1, Direction, AnswerValue.Of("継続", "昨年の理由"), 1, Clerk, Now);
        sheet.Find(Direction, 1)!.CarriedFrom.ShouldBe(new(2025), "sending it unchanged confirms nothing");
        sheet.Confirm(1, Direction, Clerk, Now).ShouldBe(1);
        (sheet.Find(Direction, 1)!.By, sheet.Find(Direction, 1)!.IsConfirmed).ShouldBe((Clerk, true));
        sheet.Submit(round, form, 1, Clerk, Now, Today);
    }

    [Fact]
    public void A_text_over_the_forms_limit_is_kept_but_not_submitted()
    {
        Answered();
        sheet.Answer(form, 1, Remark, AnswerValue.Of(null, new string('あ', 11)), 0, Clerk, Now);
        Refused(() => sheet.Submit(round, form, 1, Clerk, Now, Today)).ShouldBe("text-too-long");
        Refused(() => sheet.Answer(form, 1, Remark, AnswerValue.Of(null, new string('あ', AnswerValue.LongestText + 1)), 1, Clerk, Now)).ShouldBe("text-too-long");
        Refused(() => sheet.Answer(form, 2, Remark, AnswerValue.Of(null, "x"), 0, Head, Now)).ShouldBe("question-not-asked");
    }

    [Fact]
    public void A_stage_that_looks_at_chosen_sheets_takes_only_those()
    {
        Submitted();
        sheet.Approve(round, 1, Head, Now);
        round.Lock(2, null, Now);
        sheet.WhyNotWrite(round, 3, Today)!.Code.ShouldBe("stage-not-for-sheet");
        sheet.Choose(round, 3, true);
        States()[2].ShouldBe(SheetState.Open);
        sheet.Answer(form, 3, Direction, AnswerValue.Of("廃止", "外部の意見"), 0, null, Now);
        sheet.Submit(round, form, 3, null, Now, Today);
        Refused(() => sheet.Choose(round, 3, false)).ShouldBe("stage-submitted");
    }

    [Fact]
    public void A_drawn_stage_takes_about_its_share_and_all_of_them_at_a_hundred()
    {
        foreach (var share in new[] { 1, 30, 100 })
        {
            var drawn = EvaluationRound.Open("評価", null, new(2026), FormUse.Yearly, [Stage("自己評価"), Stage("課長等意見"), Stage("外部評価") with { Scope = StageScope.Drawn, DrawnPercent = share }], null, Now);
            var taken = Enumerable.Range(0, 2000).Count(_ => EvaluationSheet.About(ProjectId.New(), "事業", "1", drawn, form).StageAt(3).IsChosen);
            taken.ShouldBeInRange(share * 20 - (share == 100 ? 0 : 90), share * 20 + (share == 100 ? 0 : 90));
        }
    }

    [Fact]
    public void A_round_says_what_is_wrong_with_it()
    {
        Refused(() => EvaluationRound.Open(" ", null, new(2026), FormUse.Yearly, [Stage("自己評価")], null, Now)).ShouldBe("name-missing");
        Refused(() => EvaluationRound.Open("評価", null, new(2026), FormUse.Yearly, [], null, Now)).ShouldBe("stages-outside");
        Refused(() => EvaluationRound.Open("評価", null, new(2026), FormUse.Yearly, [Stage("自己評価") with { OpensOn = new(2026, 6, 1), Due = new(2026, 5, 1) }], null, Now)).ShouldBe("end-before-begin");
        Refused(() => EvaluationRound.Open("評価", null, new(2026), FormUse.Yearly, [Stage("自己評価") with { Scope = StageScope.Drawn, DrawnPercent = 101 }], null, Now)).ShouldBe("drawn-share-outside");
        Refused(() => EvaluationSheet.About(ProjectId.New(), "事業", "1", EvaluationRound.Open("評価", null, new(2026), FormUse.Yearly, [Stage("自己評価")], null, Now), form)).ShouldBe("stage-not-in-round");
        (round.Judged, EvaluationRound.Open("事前", null, new(2026), FormUse.ExAnte, [Stage("x")], null, Now).Judged).ShouldBe((new FiscalYear(2025), new FiscalYear(2027)));
    }

    [Fact]
    public void A_table_keeps_its_cells_whatever_is_typed_into_them()
    {
        var value = AnswerValue.OfTable([["令和9", "調査\tと設計", "1,000"], ["", " ", ""], ["令和10", null, "2\n3"]]);
        value.Rows.ShouldBe([["令和9", "調査 と設計", "1,000"], ["令和10", "", "2 3"]]);
        AnswerValue.OfTable([["", ""]]).IsEmpty.ShouldBeTrue();
    }

    private void Answered() => sheet.Answer(form, 1, Direction, AnswerValue.Of("継続", "制度が続くため"), sheet.Find(Direction, 1)?.Revision ?? 0, Clerk, Now);

    private void Submitted()
    {
        Answered();
        sheet.Submit(round, form, 1, Clerk, Now, Today);
    }

    private IReadOnlyList<SheetState> States() => [.. sheet.Stages.OrderBy(s => s.Stage).Select(s => sheet.StateOf(round, s.Stage, Today))];

    private static string Refused(Action action) => Should.Throw<RefusalException>(action).Refusal.Code;

    private static StageSpec Stage(string name) => new(name, StageActor.Department, false, null, new(2026, 5, 29));

    private static EvaluationRound Round() => EvaluationRound.Open("令和8年度 評価", null, new(2026), FormUse.Yearly,
        [Stage("自己評価") with { NeedsApproval = true }, Stage("課長等意見") with { Actor = StageActor.DepartmentHead, Due = new(2026, 6, 15), TakesLate = false }, Stage("外部評価") with { Actor = StageActor.Outside, Scope = StageScope.Chosen }], null, Now);

    private static EvaluationForm Form() => EvaluationForm.Draft(new("様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価", "課長等意見", "外部評価"],
    [
        new("今後", QuestionKind.Choice, "今後の方向性", [1, 2, 3]) { IsRequired = true, AsksReason = true, Choices = [new("継続"), new("縮小"), new("廃止")] },
        new("今後", QuestionKind.Text, "特記事項", [1]) { LongestText = 10 },
    ]));
}
