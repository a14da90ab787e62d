using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shouldly;

namespace Data.Tests;

public sealed class ConflictTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_second_to_save_a_project_sees_both_texts_and_who_saved_when(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var first = office.Open();
        var sample = await Sample.FillAsync(first);
        await using var second = office.Open();
        var theirs = await second.Projects.Include(p => p.Money).SingleAsync();

        office.Clock.Advance(TimeSpan.FromMinutes(5));
        first.Change = new(sample.Person.Id, "/projects/edit", null);
        sample.Project.Describe(ProjectText.Empty with { Outline = "道路と橋を直す。" });
        sample.Project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(2_000_000)));
        await first.SaveChangesAsync();

        theirs.Describe(ProjectText.Empty with { Outline = "道路を広げる。" });
        var failure = await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        var conflict = await Conflict.OfAsync(second, failure);
        conflict.Kind.ShouldBe("Project");
        conflict.Id.ShouldBe(theirs.Id.Value);
        conflict.SavedBy.ShouldBe("サンプル 花子");
        conflict.SavedAtUtc.ShouldBe(office.Clock.GetUtcNow().UtcDateTime);
        conflict.Version.ShouldBe(2);
        conflict.Fields.ShouldBe([
            new(null, null, "Text.Outline", "道路を広げる。", "道路と橋を直す。"),
            new("Money", "2024 Settled Total", "Amount", "1200000", "2000000")]);

        await using var after = office.Open();
        (await after.Projects.SingleAsync()).Text.Outline.ShouldBe("道路と橋を直す。");
        (await after.ChangeLog.OfAsync(theirs.Id)).Count.ShouldBe(2);
        (await after.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_form_opened_before_anothers_save_is_a_conflict_although_the_page_loads_anew(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var first = office.Open();
        var sample = await Sample.FillAsync(first);
        sample.Project.Rename("1", "先に保存した名前");
        await first.SaveChangesAsync();

        await using var second = office.Open();
        var project = await second.Projects.SingleAsync();
        second.Expect(project, 1);
        project.Rename("1", "後から保存する名前");
        var conflict = await Conflict.OfAsync(second, await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync()));
        conflict.Fields.ShouldBe([new(null, null, "Name", "後から保存する名前", "先に保存した名前")]);

        second.Expect(project, conflict.Version!.Value);
        await second.SaveChangesAsync();
        await using var after = office.Open();
        var saved = await after.Projects.SingleAsync();
        (saved.Name, saved.Version).ShouldBe(("後から保存する名前", 3));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_form_that_changes_nothing_is_no_conflict(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var first = office.Open();
        var sample = await Sample.FillAsync(first);
        sample.Project.Rename("1", "先に保存した名前");
        await first.SaveChangesAsync();

        await using var second = office.Open();
        var project = await second.Projects.SingleAsync();
        second.Expect(project, 1);
        project.Rename("1", "先に保存した名前");
        (await second.SaveChangesAsync()).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_people_who_enter_the_same_figure_at_once_meet_as_a_conflict(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var first = office.Open();
        var sample = await Sample.FillAsync(first);
        await using var second = office.Open();
        var theirs = await second.Projects.Include(p => p.Money).SingleAsync();

        sample.Project.Record(new(2026), MoneyStage.Planned, MoneyKind.Total, Figure.Of(new(1)));
        await first.SaveChangesAsync();
        theirs.Record(new(2026), MoneyStage.Planned, MoneyKind.Total, Figure.Of(new(2)));
        var conflict = await Conflict.OfAsync(second, await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync()));
        conflict.Fields.ShouldBe([new("Money", "2026 Planned Total", "Amount", "2", "1")]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Saving_what_another_deleted_says_that_it_is_gone(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var first = office.Open();
        var project = Sample.Project();
        first.Add(project);
        await first.SaveChangesAsync();
        await using var second = office.Open();
        var theirs = await second.Projects.SingleAsync();
        first.Remove(project);
        await first.SaveChangesAsync();

        theirs.Rename("1", "もうない事業");
        var conflict = await Conflict.OfAsync(second, await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync()));
        conflict.Version.ShouldBeNull();
        (await second.ChangeLog.OfAsync(project.Id))[0].Action.ShouldBe("removed");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_people_who_say_the_first_word_of_one_thing_at_the_same_moment_are_told_so(Engine engine)
    {
        using var office = TestOffice.On(engine);
        var plan = Plan.Found(PlanKind.ActionPlan, "計画", new(2027), null);
        var edition = plan.Draft("骨子");
        await using (var db = office.Open())
        {
            db.AddRange(plan, edition);
            await db.SaveChangesAsync();
        }

        var key = PublicKey.New();
        foreach (var (mine, theirs) in new (Aggregate, Aggregate)[] { (ChangeReason.Of(edition.Id, key, "わたし"), ChangeReason.Of(edition.Id, key, "ほかの人")), (Lineage.Drop(plan.Id, key, plan.Id, "わたし"), Lineage.Drop(plan.Id, key, plan.Id, "ほかの人")) })
        {
            await using (var first = office.Open())
            {
                first.Add(mine);
                await first.SaveChangesAsync();
            }

            await using var second = office.Open();
            second.Add(theirs);
            (await Should.ThrowAsync<RefusalException>(() => second.SaveChangesAsync())).Refusal.ShouldBe(Refusals.Overtaken);
        }
    }
}
