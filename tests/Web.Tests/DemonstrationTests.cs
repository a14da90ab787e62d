using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Web.Tests;

/// <summary>What the demonstration says about a real city is either a public fact or carries the mark サンプル.</summary>
public sealed class DemonstrationTests : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => (app, _) = await App.WithTheDemonstration();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Everything_invented_is_marked()
    {
        await using var db = app.OpenDb();
        var projects = await db.Projects.ToListAsync(TestContext.Current.CancellationToken);
        projects.Count.ShouldBe(62);
        projects.Where(p => !p.IsSample || !p.Name.EndsWith("(サンプル)", StringComparison.Ordinal)).Select(p => p.Name).ShouldBeEmpty();
        (await db.PlanItems.ToListAsync(TestContext.Current.CancellationToken)).Where(i => i.IsSample != i.Title.EndsWith("(サンプル)", StringComparison.Ordinal)).Select(i => i.Title).ShouldBeEmpty();
        (await db.Indicators.ToListAsync(TestContext.Current.CancellationToken)).Where(i => i.IsSample != i.Name.EndsWith("(サンプル)", StringComparison.Ordinal)).Select(i => i.Name).ShouldBeEmpty();
        (await db.Departments.Where(d => !d.Name.EndsWith("(サンプル)")).Select(d => d.Name).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["政策企画部", "政策企画課"], ignoreOrder: true);
        (await db.People.ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(p => p.Name.EndsWith("(サンプル)"));
    }

    [Fact]
    public async Task Everything_that_links_is_marked_as_invented()
    {
        await using var db = app.OpenDb();
        var stop = TestContext.Current.CancellationToken;
        (await db.ItemLinks.ToListAsync(stop)).Where(l => !l.IsSample || !IsMarked(l.Note)).Select(l => l.Note).ShouldBeEmpty();
        (await db.GoalLinks.ToListAsync(stop)).Where(l => !l.IsSample || !IsMarked(l.Reason)).Select(l => l.Reason).ShouldBeEmpty();
        (await db.OwnGoals.ToListAsync(stop)).Where(g => !g.IsSample || !IsMarked(g.Name) || !IsMarked(g.Words)).Select(g => g.Name).ShouldBeEmpty();
        (await db.Initiatives.ToListAsync(stop)).Where(i => !i.IsSample || !IsMarked(i.Name) || !IsMarked(i.Words)).Select(i => i.Name).ShouldBeEmpty();
        (await db.PartnerActivities.ToListAsync(stop)).Where(a => !a.IsSample || !IsMarked(a.Who) || !IsMarked(a.What) || (a.InternalContact is not null && !IsMarked(a.InternalContact))).Select(a => a.Who).ShouldBeEmpty();
        var set = await db.OwnGoalSets.SingleAsync(stop);
        (set.Name, set.Words!.Contains("サンプル"), set.Source is not null).ShouldBe(("奥州市版SDGs", true, true), "its name is public, its goals are not known");
        (await db.ItemLinks.CountAsync(stop), await db.GoalLinks.CountAsync(stop), await db.Initiatives.CountAsync(stop), await db.PartnerActivities.CountAsync(stop)).ShouldBe((16, 35, 3, 5));

        static bool IsMarked(string? text) => text?.EndsWith("(サンプル)", StringComparison.Ordinal) == true;
    }

    [Fact]
    public async Task Projects_hang_only_under_invented_items()
    {
        await using var db = app.OpenDb();
        var real = (await db.PlanItems.Where(i => !i.IsSample).ToListAsync(TestContext.Current.CancellationToken)).Select(i => i.Key).ToHashSet();
        real.ShouldNotBeEmpty();
        (await db.Projects.SelectMany(p => p.Placements).ToListAsync(TestContext.Current.CancellationToken)).Where(p => real.Contains(p.ItemKey)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Facts_about_the_city_name_their_source()
    {
        await using var db = app.OpenDb();
        (await db.Meetings.ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(m => m.Source != null);
        (await db.Surveys.ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(s => s.Source != null);
        (await db.Plans.ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(p => p.Source != null);
        (await db.Indicators.Where(i => !i.IsSample).ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(i => i.Definition!.Contains("出典"));
        (await db.MayoralTerms.ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(t => t.Note!.Contains("出典"));
    }

    [Fact]
    public async Task The_survey_of_the_next_plan_has_the_published_counts()
    {
        await using var db = app.OpenDb();
        var survey = await db.Surveys.SingleAsync(s => s.Name == "次期総合計画 市民アンケート", TestContext.Current.CancellationToken);
        (survey.Sent, survey.Valid, survey.ByMail, survey.ByWeb).ShouldBe((3000, 1237, 800, 437));
        Math.Round(survey.Rate!.Value, 1).ShouldBe(41.2m);
    }

    [Fact]
    public async Task One_draft_of_the_action_plan_is_under_consultation_and_the_other_stays_in_the_office()
    {
        await using var db = app.OpenDb();
        var draft = await db.Plans.SingleAsync(p => p.Kind == PlanKind.ActionPlan, TestContext.Current.CancellationToken);
        var alternatives = await db.Editions.Where(e => e.PlanId == draft.Id).ToListAsync(TestContext.Current.CancellationToken);
        alternatives.Select(e => (e.Label, e.IsPublic)).ShouldBe([("案①", false), ("案②", true)], ignoreOrder: true);
        alternatives.Select(e => e.Alternatives).Distinct().Single().ShouldNotBeNull();
        (await app.Get($"{App.Public}/plans")).Body!.TextContent.ShouldNotContain("案①");
    }
}
