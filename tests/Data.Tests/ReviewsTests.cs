using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shouldly;

namespace Data.Tests;

public sealed class ReviewsTests
{
    private static readonly DateTime Now = new(2026, 8, 1, 1, 2, 3, DateTimeKind.Utc);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_review_comes_back_as_it_was_saved_and_who_asked_can_be_erased_from_the_log(Engine engine)
    {
        using var office = TestOffice.On(engine);
        var (review, sheet) = await Begun(office);
        await using (var db = office.Open())
        {
            var there = await Load(db);
            there.Ask(review, "質問\n2行目", "委員A");
            there.AnswerQuestion(review, 1, "回答", null, Now);
            there.Opine(review, "=意見");
            there.Respond(review, 1, new(ResponseKind.PartlyAdopted, "考え方", new(2027, 3, 31)), null, Now);
            there.Confirm(review, 1, null, Now);
            there.Report(1, ResponseProgress.UnderWay);
            there.Opine(review, "答えのない意見");
            await db.SaveChangesAsync();
        }

        await using var after = office.Open();
        var read = await Load(after);
        (read.QuestionAt(1).Text, read.QuestionAt(1).Asker, read.QuestionAt(1).Answer).ShouldBe(("質問\n2行目", "委員A", new QuestionAnswer("回答", null, Now)));
        (read.OpinionAt(1).Response, read.OpinionAt(1).Confirmed, read.OpinionAt(1).Progress).ShouldBe((new(ResponseKind.PartlyAdopted, "考え方", new(2027, 3, 31), null, Now), new(null, Now), ResponseProgress.UnderWay));
        (read.OpinionAt(2).Response, read.OpinionAt(2).Confirmed, read.OpinionAt(2).Returned, read.OpinionAt(2).Progress).ShouldBe((null, null, null, null));
        (await after.ExternalReviews.SingleAsync()).Spec.ShouldBe(review.Spec);
        (await after.ChangeEntries.Where(e => e.AggregateId == sheet.Id.Value).Select(e => e.Text).ToListAsync()).ShouldAllBe(t => !t.Contains("委員A"), "a member's name lies in the erasable payload");
        (await after.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sheet_is_under_review_once_and_a_round_has_one_review(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await Begun(office);
        await using var db = office.Open();
        var (round, sheet, review) = (await db.EvaluationRounds.Include(r => r.Stages).SingleAsync(), await db.EvaluationSheets.SingleAsync(), await db.ExternalReviews.SingleAsync());
        db.Add(SheetReview.Of(review, sheet));
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.Add(ExternalReview.Of(round, new("別の会議")));
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    private static Task<SheetReview> Load(OfficeDb db) => db.SheetReviews.AsTracking().Include(s => s.Questions).Include(s => s.Opinions).SingleAsync();

    private static async Task<(ExternalReview, SheetReview)> Begun(TestOffice office)
    {
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var form = EvaluationForm.Draft(new("様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価"], [new("今後", QuestionKind.Text, "特記事項", [1])]));
        form.IssueFrom(new(2026), [], null, Now);
        var round = EvaluationRound.Open("評価", null, new(2026), FormUse.Yearly, [new("自己評価", StageActor.Department, false, null, new(2026, 5, 29))], null, Now);
        var sheet = EvaluationSheet.About(sample.Project.Id, sample.Project.Name, "1", round, form);
        var review = ExternalReview.Of(round, new("行政評価委員会", new(2026, 8, 20), new(2026, 8, 10), new(2026, 9, 30), "メモ"));
        var reviewed = SheetReview.Of(review, sheet);
        db.AddRange(form, round, sheet, review, reviewed);
        await db.SaveChangesAsync();
        return (review, reviewed);
    }
}
