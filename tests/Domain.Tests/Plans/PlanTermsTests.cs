using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Domain.Tests.Plans;

public sealed class PlanTermsTests
{
    private static readonly PersonId Planner = PersonId.New();
    private static readonly DateTime Now = new(2031, 2, 10, 1, 0, 0, DateTimeKind.Utc);
    private readonly Plan plan = Plan.Found(PlanKind.ActionPlan, "アクションプラン", new(2027), new(2034));

    [Fact]
    public void Eight_years_are_two_terms_of_four_with_a_review_at_the_end_of_the_first()
    {
        plan.Divide(4);
        plan.Terms.Select(t => (t.Name, t.First.Value, t.Last.Value)).ShouldBe([("前期", 2027, 2030), ("後期", 2031, 2034)]);
        plan.Reviews.Select(r => (r.Year.Value, r.Reason)).ShouldBe([(2030, null)]);
        Refused(() => plan.Divide(4)).ShouldBe("terms-there");
    }

    [Fact]
    public void A_term_that_goes_takes_its_review_along_unless_it_was_made_or_has_a_reason_of_its_own()
    {
        plan.Divide(4);
        plan.Review(new(2029), "国の制度が変わるため");
        plan.RemoveTerm(plan.Terms[0].Id);
        plan.Reviews.Select(r => r.Year.Value).ShouldBe([2029]);
        plan.AddTerm("前期", new(2027), new(2030));
        plan.Conclude(plan.Review(new(2030), null), ReviewResult.Keep, "庁議", new(2031, 2, 1), null, Planner, Now);
        plan.ChangeTerm(plan.Terms.Single(t => t.Name == "前期").Id, "前期", new(2027), new(2028));
        plan.Reviews.Select(r => r.Year.Value).ShouldBe([2029, 2030]);
    }

    [Fact]
    public void Terms_cover_the_period_once_whatever_its_length()
    {
        for (var years = 1; years <= 12; years++)
            for (var last = 2027; last < 2040; last++)
            {
                var other = Plan.Found(PlanKind.ActionPlan, "計画", new(2027), new(last));
                if (other.WhyNotDivide(years) is not null)
                {
                    years.ShouldBeGreaterThan(last - 2027 + 1);
                    continue;
                }

                other.Divide(years);
                var terms = other.Terms.OrderBy(t => t.First).ToList();
                terms.SelectMany(t => Enumerable.Range(t.First.Value, t.Last - t.First + 1)).ShouldBe(Enumerable.Range(2027, last - 2027 + 1), $"{years} years until {last}");
                terms.SkipLast(1).ShouldAllBe(t => t.Last - t.First + 1 == years);
                other.Reviews.Select(r => r.Year).ShouldBe(terms.SkipLast(1).Select(t => t.Last));
            }
    }

    [Fact]
    public void A_term_lies_within_the_period_and_beside_the_others()
    {
        plan.AddTerm("前期", new(2027), new(2030));
        Refused(() => plan.AddTerm("後期", new(2030), new(2034))).ShouldBe("terms-overlap");
        Refused(() => plan.AddTerm("後期", new(2031), new(2035))).ShouldBe("term-outside-period");
        Refused(() => plan.AddTerm("後期", new(2026), new(2026))).ShouldBe("term-outside-period");
        Refused(() => plan.AddTerm("後期", new(2034), new(2031))).ShouldBe("end-before-begin");
        Refused(() => plan.AddTerm(" ", new(2031), new(2034))).ShouldBe("name-missing");
        var later = plan.AddTerm("後期", new(2032), new(2034));
        plan.ChangeTerm(later.Id, "後期", new(2031), new(2034));
        later.First.ShouldBe(new FiscalYear(2031));
        Refused(() => plan.Describe(plan.Name, new(2027), new(2033), null, null, null, null)).ShouldBe("period-cuts-term");
        plan.RemoveTerm(later.Id);
        plan.Describe(plan.Name, new(2027), new(2033), null, null, null, null);
    }

    [Fact]
    public void A_plan_without_an_end_is_not_divided_but_takes_terms_and_reviews()
    {
        var vision = Plan.Found(PlanKind.Vision, "長期ビジョン", new(2027), null);
        Refused(() => vision.Divide(4)).ShouldBe("period-open");
        vision.AddTerm("はじめの10年", new(2027), new(2036));
        vision.Review(new(2036), null).Reason.ShouldBeNull("a term ends then");
        Refused(() => vision.Review(new(2040), " ")).ShouldBe("review-reason-missing");
        vision.Review(new(2040), "社会情勢が大きく変わったため").Reason.ShouldBe("社会情勢が大きく変わったため");
        Refused(() => vision.Review(new(2040), "もう一度")).ShouldBe("review-there");
        Refused(() => vision.Review(new(2026), "早すぎる")).ShouldBe("review-outside-period");
    }

    [Fact]
    public void The_outcome_of_a_review_is_recorded_once_and_can_be_taken_back()
    {
        plan.Divide(4);
        var review = plan.Reviews[0];
        Refused(() => plan.Conclude(review, ReviewResult.Keep, " ", new(2031, 2, 1), null, Planner, Now)).ShouldBe("name-missing");
        Refused(() => plan.Conclude(review, ReviewResult.Keep, "庁議", new(2031, 2, 11), null, Planner, Now)).ShouldBe("decision-ahead");
        plan.Conclude(review, ReviewResult.Revise, "庁議", new(2031, 2, 1), "人口の見通しが変わったため", Planner, Now);
        review.Outcome.ShouldBe(new(ReviewResult.Revise, "庁議", new(2031, 2, 1), "人口の見通しが変わったため", Planner, Now));
        Refused(() => plan.Conclude(review, ReviewResult.Keep, "庁議", new(2031, 2, 1), null, Planner, Now)).ShouldBe("review-decided");
        Refused(() => plan.Cancel(review)).ShouldBe("review-decided");
        plan.Reopen(review);
        plan.Cancel(review);
        plan.Reviews.ShouldBeEmpty();
    }

    // 奥州市: terms end on 18 March; a plan of four years from 令和9年度 ends its first term a year later.
    [Theory]
    [InlineData(2029, "2030-03-18", false)]
    [InlineData(2030, "2030-03-18", true)]
    [InlineData(2025, "2026-03-18", false)]
    [InlineData(2034, null, false)]
    public void A_review_is_set_beside_the_nearest_end_of_a_mayors_term(int year, string? end, bool differs)
    {
        var timing = ReviewTiming.Of(new(year), [new(2022, 3, 18), new(2026, 3, 18), new(2030, 3, 18)]);
        timing.TermEnd.ShouldBe(end is null ? null : DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture));
        timing.Differs.ShouldBe(differs);
    }

    [Fact]
    public void An_early_election_moves_the_mayors_term_and_no_two_terms_share_a_day()
    {
        var first = MayoralTerm.Of(new(2026, 3, 19), new(2030, 3, 18), null);
        Refused(() => MayoralTerm.Of(new(2028, 11, 6), new(2032, 11, 5), null, [first])).ShouldBe("mayoral-terms-overlap");
        first.Change(first.From, new(2028, 11, 5), "任期の途中で選挙があった", [first]);
        var second = MayoralTerm.Of(new(2028, 11, 6), new(2032, 11, 5), null, [first]);
        Refused(() => first.Change(first.From, new(2028, 11, 6), null, [first, second])).ShouldBe("mayoral-terms-overlap");
        Refused(() => first.Change(first.From, first.From.AddDays(-1), null, [first, second])).ShouldBe("end-before-begin");
    }

    [Fact]
    public void A_plan_follows_another_but_never_itself_over_any_way()
    {
        var (first, second, third) = (Plan.Found(PlanKind.BasicPlan, "第1次", new(2007), new(2016)), Plan.Found(PlanKind.BasicPlan, "第2次", new(2017), new(2026)), plan);
        Plan[] all = [first, second, third];
        second.Succeed(first, all);
        third.Succeed(second, all);
        Refused(() => first.Succeed(third, all)).ShouldBe("succeeds-successor");
        Refused(() => first.Succeed(first, all)).ShouldBe("succeeds-itself");
        third.Succeed(null, all);
        first.Succeed(third, all);
    }

    private static string Refused(Action action) => Should.Throw<RefusalException>(action).Refusal.Code;
}
