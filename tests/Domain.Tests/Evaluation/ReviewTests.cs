using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Domain.Tests.Evaluation;

public sealed class ReviewTests
{
    private static readonly DateTime Now = new(2026, 8, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly PersonId Clerk = PersonId.New();
    private static readonly PersonId Planner = PersonId.New();
    private static readonly ResponseSpec Adopted = new(ResponseKind.Adopted, "来年度から行う。", new(2027, 3, 31));

    private readonly ExternalReview review;
    private readonly SheetReview sheet;

    public ReviewTests()
    {
        var form = EvaluationForm.Draft(new("様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価"], [new("今後", QuestionKind.Text, "今後", [1])]));
        var round = EvaluationRound.Open("評価", null, new(2026), FormUse.Yearly, [new("自己評価", StageActor.Department, false, null, new(2026, 7, 1))], null, Now);
        review = ExternalReview.Of(round, new("行政評価委員会", new(2026, 8, 20)));
        sheet = SheetReview.Of(review, EvaluationSheet.About(ProjectId.New(), "産後ケア事業", "1", round, form));
    }

    [Fact]
    public void An_opinion_is_answered_by_the_section_and_confirmed_by_the_planning_office_before_it_is_public()
    {
        Refused(() => review.Publish([sheet], Planner, Now)).ShouldBe("review-without-opinions");
        sheet.Opine(review, " 利用した人の声を示してほしい。 ");
        Refused(() => sheet.Confirm(review, 1, Planner, Now)).ShouldBe("response-missing");
        Refused(() => review.Publish([sheet], Planner, Now)).ShouldBe("opinions-unanswered");
        sheet.Respond(review, 1, Adopted, Clerk, Now);
        Refused(() => review.Publish([sheet], Planner, Now)).ShouldBe("opinions-unanswered", "a draft is no answer");
        sheet.Confirm(review, 1, Planner, Now);
        sheet.OpinionAt(1).Progress.ShouldBe(ResponseProgress.NotStarted);
        Refused(() => sheet.Respond(review, 1, Adopted with { Text = "やはり行わない。" }, Clerk, Now)).ShouldBe("response-confirmed");
        review.Publish([sheet], Planner, Now);
        (review.Published, sheet.OpinionAt(1).Text).ShouldBe((new(Planner, Now), "利用した人の声を示してほしい。"));
    }

    [Fact]
    public void What_is_public_changes_no_more_but_for_how_far_it_is_carried_out_until_it_is_opened_again_with_a_reason()
    {
        Published();
        Refused(() => sheet.Opine(review, "新しい意見")).ShouldBe("external-review-published");
        Refused(() => sheet.ChangeOpinion(review, 1, "別の意見")).ShouldBe("external-review-published");
        Refused(() => sheet.RemoveOpinion(review, 1)).ShouldBe("external-review-published");
        Refused(() => sheet.Return(review, 1, "直して", Planner, Now)).ShouldBe("external-review-published");
        Refused(() => sheet.Ask(review, "質問", null)).ShouldBe("external-review-published");
        Refused(() => review.Describe(new("別の会議"))).ShouldBe("external-review-published");
        sheet.Report(1, ResponseProgress.Done);
        sheet.OpinionAt(1).Progress.ShouldBe(ResponseProgress.Done);
        Refused(() => review.Reopen(" ")).ShouldBe("reopen-reason-missing");
        review.Reopen("誤字があるため");
        sheet.ChangeOpinion(review, 1, "別の意見");
        (sheet.OpinionAt(1).Confirmed, sheet.OpinionAt(1).Progress).ShouldBe((null, null), "a response was confirmed to other words");
        Refused(() => review.Reopen("もう一度")).ShouldBe("external-review-not-published");
    }

    [Fact]
    public void A_response_that_is_given_back_keeps_its_words_and_says_why()
    {
        sheet.Opine(review, "意見");
        Refused(() => sheet.Return(review, 1, "直して", Planner, Now)).ShouldBe("response-missing");
        sheet.Respond(review, 1, Adopted, Clerk, Now);
        sheet.Confirm(review, 1, Planner, Now);
        Refused(() => sheet.Return(review, 1, "", Planner, Now)).ShouldBe("send-back-reason-missing");
        sheet.Return(review, 1, "期限を確かめて", Planner, Now);
        (sheet.OpinionAt(1).Confirmed, sheet.OpinionAt(1).Response!.Text, sheet.OpinionAt(1).Returned!.Reason).ShouldBe((null, "来年度から行う。", "期限を確かめて"));
        sheet.Respond(review, 1, Adopted with { DoneBy = new(2028, 3, 31) }, Clerk, Now);
        sheet.OpinionAt(1).Returned.ShouldBeNull();
    }

    [Fact]
    public void Not_to_follow_an_opinion_takes_a_reason_and_has_neither_a_day_nor_a_progress()
    {
        sheet.Opine(review, "意見");
        Refused(() => sheet.Respond(review, 1, new(null, "考え方", null), Clerk, Now)).ShouldBe("response-kind-missing");
        Refused(() => sheet.Respond(review, 1, new(ResponseKind.NotAdopted, " ", null), Clerk, Now)).ShouldBe("not-adopted-reason-missing");
        Refused(() => sheet.Respond(review, 1, new(ResponseKind.NotAdopted, "法律で決まっているため。", new(2027, 3, 31)), Clerk, Now)).ShouldBe("not-adopted-has-day");
        Refused(() => sheet.Respond(review, 1, Adopted with { Text = new('長', SheetReview.LongestText + 1) }, Clerk, Now)).ShouldBe("text-too-long");
        sheet.Respond(review, 1, new(ResponseKind.NotAdopted, "法律で決まっているため。", null), Clerk, Now);
        sheet.Confirm(review, 1, Planner, Now);
        Refused(() => sheet.Report(1, ResponseProgress.Done)).ShouldBe("response-not-to-be-carried-out");
    }

    [Fact]
    public void A_question_is_answered_and_its_answer_is_taken_away_by_leaving_nothing()
    {
        Refused(() => sheet.Ask(review, "", null)).ShouldBe("review-text-missing");
        sheet.Ask(review, "人数は?", "委員A");
        sheet.Ask(review, "費用は?", null);
        sheet.AnswerQuestion(review, 1, "100人です。", Clerk, Now);
        sheet.AnswerQuestion(review, 1, "100人です。", Planner, Now.AddDays(1));
        sheet.QuestionAt(1).Answer.ShouldBe(new("100人です。", Clerk, Now), "the same words change nothing");
        sheet.AnswerQuestion(review, 1, " ", Clerk, Now);
        sheet.QuestionAt(1).Answer.ShouldBeNull();
        sheet.RemoveQuestion(review, 1);
        sheet.Ask(review, "場所は?", null).Number.ShouldBe(3, "a number is not given twice while later ones stand");
        Refused(() => sheet.AnswerQuestion(review, 1, "x", Clerk, Now)).ShouldBe("review-question-gone");
        sheet.WhyNotDrop(review, "産後ケア事業")!.Code.ShouldBe("reviewed-sheet-has-words");
    }

    [Fact]
    public void A_review_has_the_name_of_a_body_and_days_in_their_order()
    {
        new ReviewSpec(" ").WhyNot!.Code.ShouldBe("name-missing");
        new ReviewSpec(new string('会', ReviewSpec.LongestBody + 1)).WhyNot!.Code.ShouldBe("text-too-long");
        new ReviewSpec("会議", new(2026, 8, 20), ResponsesDue: new(2026, 8, 19)).WhyNot!.Code.ShouldBe("end-before-begin");
        new ReviewSpec("会議", new(2026, 8, 20), ResponsesDue: new(2026, 8, 20)).WhyNot.ShouldBeNull();
    }

    private void Published()
    {
        sheet.Opine(review, "意見");
        sheet.Respond(review, 1, Adopted, Clerk, Now);
        sheet.Confirm(review, 1, Planner, Now);
        review.Publish([sheet], Planner, Now);
    }

    private static string Refused(Action act) => Should.Throw<RefusalException>(act).Refusal.Code;
}
