using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shouldly;

namespace Data.Tests;

public sealed class SheetsTests
{
    private static readonly DateTime Now = new(2026, 5, 1, 1, 2, 3, DateTimeKind.Utc);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sheet_comes_back_as_it_was_saved_and_the_log_tells_every_answer(Engine engine)
    {
        using var office = TestOffice.On(engine);
        var (round, form, sheet) = await Opened(office);
        var question = form.InOrder.First().Key;
        await using (var db = office.Open())
        {
            var there = await db.EvaluationSheets.AsTracking().Include(s => s.Stages).Include(s => s.Answers).SingleAsync();
            there.Answer(form, 1, question, AnswerValue.Of("継続", "=理由\n2行目", 12.50m), 0, null, Now);
            there.Submit(round, form, 1, null, Now, new(2026, 5, 1));
            await db.SaveChangesAsync();
        }

        await using var after = office.Open();
        var read = await after.EvaluationSheets.Include(s => s.Stages).Include(s => s.Answers).SingleAsync();
        (read.Find(question, 1)!.Value, read.StageAt(1).Submission).ShouldBe((new("継続", "=理由\n2行目", 12.50m), new(null, Now, false)));
        (read.StageAt(1).Approval, read.StageAt(1).SentBack, read.Version).ShouldBe((null, null, 2));
        (await after.EvaluationRounds.Include(r => r.Stages).SingleAsync()).InOrder.Select(s => s.Spec).ShouldBe(round.InOrder.Select(s => s.Spec));
        (await after.ChangeLog.OfAsync(sheet.Id)).Count.ShouldBe(2);
        (await after.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_who_add_the_same_answer_or_different_ones_at_one_moment_collide_and_nothing_is_lost(Engine engine)
    {
        using var office = TestOffice.On(engine);
        var (_, form, _) = await Opened(office);
        var (one, other) = (form.InOrder.First().Key, form.InOrder.Last().Key);
        await using var first = office.Open();
        await using var second = office.Open();
        var mine = await Load(first);
        var theirs = await Load(second);
        theirs.Answer(form, 1, other, AnswerValue.Of(null, "ほかの人"), 0, null, Now);
        await second.SaveChangesAsync();
        mine.Answer(form, 1, one, AnswerValue.Of("継続", null), 0, null, Now);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync());
        first.ChangeTracker.Clear();
        mine = await Load(first);
        mine.Answer(form, 1, one, AnswerValue.Of("継続", null), 0, null, Now);
        await first.SaveChangesAsync();

        await using var third = office.Open();
        (await Load(third)).Answers.Count.ShouldBe(2);
    }

    private static Task<EvaluationSheet> Load(OfficeDb db) => db.EvaluationSheets.AsTracking().Include(s => s.Stages).Include(s => s.Answers).SingleAsync();

    private static async Task<(EvaluationRound, EvaluationForm, EvaluationSheet)> Opened(TestOffice office)
    {
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var form = EvaluationForm.Draft(new("様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価", "外部評価"],
            [new("今後", QuestionKind.Choice, "今後の方向性", [1, 2]) { IsRequired = true, Choices = [new("継続"), new("縮小")] }, new("今後", QuestionKind.Text, "特記事項", [1])]));
        form.IssueFrom(new(2026), [], null, Now);
        var round = EvaluationRound.Open("評価", "説明", new(2026), FormUse.Yearly, [new("自己評価", StageActor.Department, true, new(2026, 4, 1), new(2026, 5, 29)), new("外部評価", StageActor.Outside, false, null, new(2026, 8, 1), false, StageScope.Drawn, 30)], null, Now);
        var sheet = EvaluationSheet.About(sample.Project.Id, sample.Project.Name, "1", round, form);
        db.AddRange(form, round, sheet);
        await db.SaveChangesAsync();
        return (round, form, sheet);
    }
}
