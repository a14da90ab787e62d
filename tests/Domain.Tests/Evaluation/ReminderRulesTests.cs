using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shouldly;
using Xunit;

namespace Domain.Tests.Evaluation;

public sealed class ReminderRulesTests
{
    private static readonly DateOnly Due = new(2026, 6, 8);

    [Theory]
    [InlineData(-7, true), InlineData(-6, false), InlineData(-3, true), InlineData(0, true), InlineData(1, false), InlineData(7, true), InlineData(14, true), InlineData(15, false)]
    public void The_rhythm_reminds_on_its_days_before_on_the_day_and_weekly_after(int days, bool reminds) =>
        new ReminderRhythm([7, 3], true, true).Reminds(Due, Due.AddDays(days)).ShouldBe(reminds);

    [Fact]
    public void What_is_switched_off_does_not_remind()
    {
        var rhythm = new ReminderRhythm([1], false, false);
        rhythm.Reminds(Due, Due).ShouldBeFalse();
        rhythm.Reminds(Due, Due.AddDays(7)).ShouldBeFalse();
        rhythm.Reminds(Due, Due.AddDays(-1)).ShouldBeTrue();
    }

    [Fact]
    public void The_next_moment_is_the_hour_in_Tokyo_and_always_later()
    {
        var rules = ReminderRules.First();
        rules.Decide(new([3], true, true), 8, 10, true);
        rules.NextUtc(new(2026, 6, 1, 22, 59, 59, DateTimeKind.Utc)).ShouldBe(new DateTime(2026, 6, 1, 23, 0, 0, DateTimeKind.Utc), "2 June, 8 o'clock");
        rules.NextUtc(new(2026, 6, 1, 23, 0, 0, DateTimeKind.Utc)).ShouldBe(new DateTime(2026, 6, 2, 23, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Rules_outside_what_makes_sense_are_refused()
    {
        var rules = ReminderRules.First();
        Code(() => rules.Decide(new([], false, false), 9, 10, true)).ShouldBe("reminder-never");
        Code(() => rules.Decide(new([0], true, true), 9, 10, true)).ShouldBe("reminder-days-outside");
        Code(() => rules.Decide(new([3], true, true), 24, 10, true)).ShouldBe("reminder-hour-outside");
        Code(() => rules.Decide(new([3], true, true), 9, 0, true)).ShouldBe("reminder-pause-outside");
        rules.Decide(new([3, 7, 3], true, true), 9, 10, true);
        rules.DaysBefore.ShouldBe("7,3");
    }

    private static string Code(Action act) => Should.Throw<RefusalException>(act).Refusal.Code;
}
