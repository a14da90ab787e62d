using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Domain.Tests.Links;

public sealed class LinkTests
{
    private readonly ItemPlace measure = new(PlanId.New(), new("measure"));
    private readonly ItemPlace goal = new(PlanId.New(), new("goal222"));
    private readonly ItemPlace second;
    private readonly List<ItemPlace> known;

    public LinkTests()
    {
        second = new(measure.Plan, new("second2"));
        known = [measure, goal, second];
    }

    [Fact]
    public void Two_items_of_two_plans_are_linked_once_in_whichever_order()
    {
        var link = ItemLink.Between(measure, goal, "  ", known, []);
        link.Note.ShouldBeNull();
        link.Opposite(measure).ShouldBe(goal);
        link.Opposite(goal).ShouldBe(measure);
        CodeOf(() => ItemLink.Between(goal, measure, null, known, [link])).ShouldBe("linked-already");
        var back = ItemLink.Between(goal, measure, null, known, []);
        (back.One, back.Other).ShouldBe((link.One, link.Other), "whoever names them first");
        ItemLink.Between(second, goal, null, known, [link]).Joins(goal, second).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_is_linked_with_itself_with_its_own_plan_or_with_what_no_edition_has()
    {
        CodeOf(() => ItemLink.Between(measure, measure, null, known, [])).ShouldBe("link-to-itself");
        CodeOf(() => ItemLink.Between(measure, second, null, known, [])).ShouldBe("link-within-plan");
        CodeOf(() => ItemLink.Between(measure, new(goal.Plan, new("nowhere")), null, known, [])).ShouldBe("item-unknown");
        CodeOf(() => ItemLink.Between(measure, goal, new('あ', 501), known, [])).ShouldBe("text-too-long");
    }

    [Fact]
    public void There_are_17_goals_with_169_targets()
    {
        GlobalGoals.All.Count.ShouldBe(17);
        GlobalGoals.Targets.Count.ShouldBe(169);
        GlobalGoals.Targets.Distinct().Count().ShouldBe(169);
        GlobalGoals.NameOf(1).ShouldBe("貧困をなくそう");
        GlobalGoals.NameOf(17).ShouldBe("パートナーシップで目標を達成しよう");
        Should.Throw<ArgumentOutOfRangeException>(() => GlobalGoals.NameOf(18));
    }

    [Theory]
    [InlineData(11, "11.5", null)]
    [InlineData(13, "13.a", null)]
    [InlineData(17, "17.19", null)]
    [InlineData(8, "8.10", null)]
    [InlineData(11, null, null)]
    [InlineData(11, "11.8", "target-unknown")]
    [InlineData(11, "11.d", "target-unknown")]
    [InlineData(17, "17.a", "target-unknown")]
    [InlineData(11, "1.1", "target-unknown")]
    [InlineData(11, "11.05", "target-unknown")]
    [InlineData(0, null, "goal-unknown")]
    [InlineData(18, null, "goal-unknown")]
    public void A_target_is_one_of_those_of_its_goal(int number, string? target, string? refusal) => GlobalGoals.WhyNot(number, target)?.Code.ShouldBe(refusal);

    [Fact]
    public void An_item_serves_a_goal_once_as_a_whole_and_once_for_each_target()
    {
        var whole = GoalLink.Of(measure, new(11, " ", Strength.Mainly, "住み続けられるように"), known, []);
        whole.Target.ShouldBeNull();
        CodeOf(() => GoalLink.Of(measure, new(11, null, Strength.Related, null), known, [whole])).ShouldBe("goal-linked-already");
        var target = GoalLink.Of(measure, new(11, "11.5", Strength.Related, null), known, [whole]);
        GoalLink.Of(second, new(11, null, Strength.Related, null), known, [whole, target]).Item.ShouldBe(second, "another item may serve it too");
        CodeOf(() => target.Say(new(11, null, Strength.Mainly, null), [whole, target])).ShouldBe("goal-linked-already");
        target.Say(new(11, "11.5", Strength.Mainly, "災害に備える"), [whole, target]);
        (target.Strength, target.Reason).ShouldBe((Strength.Mainly, "災害に備える"));
    }

    [Fact]
    public void A_goal_is_linked_with_an_item_of_some_edition_or_with_a_project()
    {
        CodeOf(() => GoalLink.Of(new ItemPlace(measure.Plan, new("nowhere")), new(1, null, Strength.Mainly, null), known, [])).ShouldBe("item-unknown");
        var project = ProjectId.New();
        var link = GoalLink.Of(project, new(3, "3.4", Strength.Mainly, null), []);
        link.Item.ShouldBeNull();
        CodeOf(() => GoalLink.Of(project, new(3, "3.4", Strength.Related, null), [link])).ShouldBe("goal-linked-already");
    }

    [Fact]
    public void An_own_goal_relates_to_some_of_the_17()
    {
        CodeOf(() => OwnGoal.Set(1, "水と緑(サンプル)", null, [])).ShouldBe("own-goal-relates-to-none");
        CodeOf(() => OwnGoal.Set(1, "水と緑(サンプル)", null, [6, 18])).ShouldBe("goal-unknown");
        CodeOf(() => OwnGoal.Set(1, " ", null, [6])).ShouldBe("name-missing");
        var own = OwnGoal.Set(1, "水と緑(サンプル)", null, [15, 6, 6]);
        own.Goals.ShouldBe([6, 15]);
        var kept = own.Relations.Single(r => r.Goal == 6);
        own.Describe(2, "水と緑と風(サンプル)", "説明", [6, 7]);
        own.Goals.ShouldBe([6, 7]);
        own.Relations.Single(r => r.Goal == 6).ShouldBeSameAs(kept);
    }

    [Fact]
    public void Items_and_projects_belong_to_an_initiative_once()
    {
        var initiative = Initiative.Take(measure.Plan, 1, " 人口減少に立ち向かう(サンプル) ", null);
        initiative.Name.ShouldBe("人口減少に立ち向かう(サンプル)");
        var project = ProjectId.New();
        initiative.Add(measure, known);
        initiative.Add(project);
        CodeOf(() => initiative.Add(measure, known)).ShouldBe("member-already");
        CodeOf(() => initiative.Add(project)).ShouldBe("member-already");
        CodeOf(() => initiative.Add(new ItemPlace(measure.Plan, new("nowhere")), known)).ShouldBe("item-unknown");
        initiative.Drop(initiative.Members[0].Id);
        initiative.Members.Single().ProjectId.ShouldBe(project);
    }

    [Fact]
    public void An_activity_of_partners_says_who_what_when_and_for_what()
    {
        var words = new PartnerWords("見守り隊(サンプル)", PartnerKind.District, "登下校を見守る", new(2024), null, 11, null);
        PartnerActivity.Record(words, known).Last.ShouldBeNull();
        CodeOf(() => PartnerActivity.Record(words with { Who = "" }, known)).ShouldBe("name-missing");
        CodeOf(() => PartnerActivity.Record(words with { What = " " }, known)).ShouldBe("partner-does-nothing");
        CodeOf(() => PartnerActivity.Record(words with { Last = new(2023) }, known)).ShouldBe("end-before-begin");
        CodeOf(() => PartnerActivity.Record(words with { Goal = null }, known)).ShouldBe("partner-serves-nothing");
        CodeOf(() => PartnerActivity.Record(words with { Goal = 20 }, known)).ShouldBe("goal-unknown");
        CodeOf(() => PartnerActivity.Record(words with { Item = new(measure.Plan, new("nowhere")) }, known)).ShouldBe("item-unknown");
        PartnerActivity.Record(words with { Goal = null, Item = measure }, known).Item.ShouldBe(measure);
    }

    private static string CodeOf(Action refused) => Should.Throw<RefusalException>(refused).Refusal.Code;
}
