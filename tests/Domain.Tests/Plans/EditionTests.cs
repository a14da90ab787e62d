using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Domain.Tests.Plans;

public sealed class EditionTests
{
    private static readonly PersonId Planner = PersonId.New();
    private static readonly DateTime Now = new(2026, 12, 20, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 12, 20);
    private readonly Plan plan = Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2027), new(2030));
    private readonly Edition basis;
    private readonly List<PlanItem> items = [];

    public EditionTests()
    {
        var (policy, measure) = (plan.AddLevel("政策", false), plan.AddLevel("施策", true));
        basis = plan.Draft("骨子", EditionKind.Outline);
        var tree = new PlanTree(basis, plan, []);
        var top = tree.Add(policy, null, "1", "安心して暮らす");
        items.AddRange([top, tree.Add(measure, top, "1-1", "子育てを支える"), tree.Add(measure, top, "1-2", "健康を支える")]);
        items[1].Write("1-1", "子育てを支える", "子育て", "本文");
    }

    [Fact]
    public void The_first_edition_of_a_plan_is_the_one_the_office_means()
    {
        plan.ShownId.ShouldBe(basis.Id);
        plan.Draft("別のところから始めた版");
        plan.ShownId.ShouldBe(basis.Id);
    }

    [Fact]
    public void A_copy_has_the_same_items_under_the_same_keys_and_is_its_own()
    {
        var (copy, copies) = basis.CopyAs("素案", EditionKind.Draft, items);
        copy.BasisId.ShouldBe(basis.Id);
        States(copies).ShouldBe(States(items));
        copies.Select(c => c.Id).Intersect(items.Select(i => i.Id)).ShouldBeEmpty();
        copies.ShouldAllBe(c => c.EditionId == copy.Id);
        copies[1].Write("1-1", "こどもを支える", null, null);
        items[1].Title.ShouldBe("子育てを支える");
        ComparisonTable.Of(States(items), States(copies)).Changed.Single().Changes.ShouldBe(ItemChanges.Retitled | ItemChanges.PlainTitle | ItemChanges.Body);
    }

    [Fact]
    public void Deciding_one_alternative_retires_the_others_and_they_stay_readable()
    {
        var (first, second, other) = (Copy("案①"), Copy("案②"), Copy("その次の素案"));
        second.StandBeside(first);
        first.Alternatives.ShouldNotBeNull().ShouldBe(second.Alternatives!.Value);
        first.Open(Planner, Now);
        first.Decide("市議会12月定例会", Today, "議案第80号", Planner, Now, [basis, second, other]);
        (first.WhyNotEdit()!.Code, second.WhyNotEdit()!.Code, other.WhyNotEdit()).ShouldBe(("edition-decided", "edition-retired", null));
        plan.WhyNotShow(second)!.Code.ShouldBe("edition-retired");
        second.CopyAs("案②を生かした版", EditionKind.Draft, []).Copy.WhyNotEdit().ShouldBeNull();

        first.Revoke([basis, second, other]);
        (first.Decision, second.Retirement).ShouldBe((null, null));
    }

    [Fact]
    public void A_decided_edition_in_force_takes_the_place_of_the_one_before()
    {
        basis.BringIn(Planner, Now);
        var amended = Copy("改訂");
        Should.Throw<RefusalException>(() => amended.PutInForce(Today, Planner, Now, [basis])).Refusal.Code.ShouldBe("edition-undecided");
        amended.Decide("庁議", Today, null, Planner, Now, [basis]);
        amended.IsPublic.ShouldBeFalse();
        Should.Throw<RefusalException>(() => amended.PutInForce(Today.AddDays(-1), Planner, Now, [basis])).Refusal.Code.ShouldBe("enforced-before-decided");
        amended.PutInForce(new(2027, 4, 1), Planner, Now, [basis]);
        (amended.IsInForce, amended.IsPublic, basis.IsInForce, basis.IsPublic, basis.WhyNotEdit()!.Code).ShouldBe((true, true, false, false, "edition-superseded"));
        amended.WhyNotRevoke()!.Code.ShouldBe("edition-in-force");
    }

    [Fact]
    public void What_cannot_be_is_refused_with_its_reason()
    {
        var draft = Copy("素案");
        Code(() => draft.Decide(" ", Today, null, Planner, Now, [])).ShouldBe("name-missing");
        Code(() => draft.Decide("庁議", Today.AddDays(1), null, Planner, Now, [])).ShouldBe("decision-ahead");
        Code(() => draft.Revoke([])).ShouldBe("edition-undecided");
        Code(() => basis.CopyAs("", EditionKind.Draft, items)).ShouldBe("name-missing");
        Code(() => basis.CopyAs(new('長', 101), EditionKind.Draft, items)).ShouldBe("text-too-long");
        var foreign = Plan.Found(PlanKind.Vision, "長期ビジョン", new(2027), null).Draft("骨子");
        Code(() => draft.StandBeside(foreign)).ShouldBe("edition-of-another-plan");
        Code(() => plan.Show(foreign)).ShouldBe("edition-of-another-plan");
        draft.Decide("庁議", Today, null, Planner, Now, []);
        Code(() => Copy("案②").StandBeside(draft)).ShouldBe("alternative-settled");
        Code(draft.TakeBack).ShouldBe("edition-decided");
        Code(() => draft.Open(Planner, Now)).ShouldBe("edition-decided");
    }

    private Edition Copy(string label) => basis.CopyAs(label, EditionKind.Draft, items).Copy;

    private static string Code(Action act) => Should.Throw<RefusalException>(act).Refusal.Code;

    private static List<ItemState> States(IReadOnlyList<PlanItem> items) =>
        [.. items.Select(i => new ItemState(i.Key, items.FirstOrDefault(p => p.Id == i.ParentId)?.Key, i.Order, $"{i.LevelId}", i.Code, i.Title, i.PlainTitle, i.Body))];
}
