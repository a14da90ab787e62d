using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shouldly;
using Xunit;

namespace Domain.Tests.Indicators;

public sealed class GoalStandingTests
{
    private static readonly AssessmentRule Rule = new(GradeScheme.Letters);

    [Theory]
    [InlineData(100, GoalStanding.Reached)]
    [InlineData(120, GoalStanding.Reached)]
    [InlineData(60, GoalStanding.OnTheWay)]
    [InlineData(50, GoalStanding.NotReached, "nothing of the way is covered")]
    [InlineData(40, GoalStanding.NotReached, "it went the other way")]
    public void Before_the_year_of_the_goal_an_indicator_is_on_the_way_as_soon_as_something_is_covered(int actual, GoalStanding expected, string? why = null) =>
        GoalStandings.Of(Progress(actual).AssessIn(new(2026), Rule), null).ShouldBe(expected, why);

    [Fact]
    public void In_the_year_of_the_goal_what_is_short_of_it_is_not_reached()
    {
        var series = Progress(99) with { Actuals = new Dictionary<FiscalYear, decimal> { [new(2030)] = 99m } };
        GoalStandings.Of(series.AssessIn(new(2030), Rule), null).ShouldBe(GoalStanding.NotReached);
    }

    [Fact]
    public void What_has_no_value_no_target_or_no_way_of_assessment_is_unknown_and_not_unreached()
    {
        GoalStandings.Of(null, null).ShouldBe(GoalStanding.Unknown);
        GoalStandings.Of(null, Judgement.Achieved).ShouldBe(GoalStanding.Unknown, "a judgement is of a target in words");
        GoalStandings.Of(Progress(60).AssessIn(new(2025), Rule), null).ShouldBe(GoalStanding.Unknown);
        GoalStandings.Of((Progress(60) with { Targets = new Dictionary<FiscalYear, decimal>() }).AssessIn(new(2026), Rule), null).ShouldBe(GoalStanding.Unknown);
    }

    [Theory]
    [InlineData(Judgement.Achieved, GoalStanding.Reached)]
    [InlineData(Judgement.InProgress, GoalStanding.OnTheWay)]
    [InlineData(Judgement.NotAchieved, GoalStanding.NotReached)]
    [InlineData(null, GoalStanding.Unknown)]
    public void A_target_in_words_stands_where_a_person_judges_it(Judgement? judged, GoalStanding expected) =>
        GoalStandings.Of((Progress(60) with { Method = new(IndicatorType.TextTarget) }).AssessIn(new(2026), Rule), judged).ShouldBe(expected);

    private static IndicatorSeries Progress(decimal actual) => new(new(IndicatorType.Progress, new(2022), 50), new Dictionary<FiscalYear, decimal> { [new(2026)] = actual }, new Dictionary<FiscalYear, decimal> { [new(2030)] = 100 }, new Dictionary<FiscalYear, decimal>(), []);
}
