using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Domain.Tests.Projects;

public sealed class EntryCallTests
{
    private static readonly DateTime Now = new(2026, 5, 11, 3, 0, 0, DateTimeKind.Utc);
    private static readonly CallWish Wish = new("決算額の入力", null, EntryFields.Settlement | EntryFields.Target, new(2025), null, null, new(2026, 5, 29));
    private static readonly DepartmentId Department = DepartmentId.New();

    public static TheoryData<string, CallWish, int> Bad => new()
    {
        { "name-missing", Wish with { Title = " " }, 1 },
        { "text-too-long", Wish with { Title = new('あ', 101) }, 1 },
        { "call-without-fields", Wish with { Fields = EntryFields.None }, 1 },
        { "call-without-year", Wish with { Year = null }, 1 },
        { "call-without-departments", Wish, 0 },
        { "call-without-day", Wish with { Due = null }, 1 },
        { "call-day-past", Wish with { Due = new(2026, 5, 10) }, 1 },
    };

    [Theory, MemberData(nameof(Bad))]
    public void A_call_that_nobody_could_answer_is_not_opened(string code, CallWish wish, int departments) =>
        EntryCall.WhyNotOpen(wish, departments, Tokyo.DayOf(Now))!.Code.ShouldBe(code);

    [Fact]
    public void A_call_for_words_alone_needs_no_year_and_keeps_none() =>
        EntryCall.Open(Wish with { Fields = EntryFields.Target | EntryFields.Intent }, [Department], null, Now).Year.ShouldBeNull();

    [Fact]
    public void The_last_day_may_be_today() => EntryCall.WhyNotOpen(Wish with { Due = new(2026, 5, 11) }, 1, Tokyo.DayOf(Now)).ShouldBeNull();

    [Fact]
    public void The_last_day_moves_for_a_reason_and_not_after_closing()
    {
        var call = EntryCall.Open(Wish, [Department, Department], null, Now);
        call.Asked.Count.ShouldBe(1);
        call.WhyNotMove(new(2026, 6, 5), " ")!.Code.ShouldBe("call-reason-missing");
        call.WhyNotMove(call.Due, "理由")!.Code.ShouldBe("call-day-unchanged");
        call.Move(new(2026, 6, 5), "議会の日程のため");
        call.Due.ShouldBe(new DateOnly(2026, 6, 5));
        call.Close(PersonId.New(), Now);
        call.WhyNotMove(new(2026, 6, 9), "理由")!.Code.ShouldBe("call-closed");
        call.Reopen();
        call.WhyNotMove(new(2026, 6, 9), "理由").ShouldBeNull();
    }

    [Fact]
    public void A_department_states_why_nothing_is_to_be_filled_in_once_per_project()
    {
        var (call, project) = (EntryCall.Open(Wish, [Department], null, Now), ProjectId.New());
        call.WhyNotState("")!.Code.ShouldBe("call-reason-missing");
        call.StateNotApplicable(project, "昨年度で終わった", PersonId.New(), Now);
        call.StateNotApplicable(project, " 令和6年度で終わった ", PersonId.New(), Now);
        call.Statements.Single().Reason.ShouldBe("令和6年度で終わった");
        call.TakeBackStatement(project);
        call.Statements.ShouldBeEmpty();
    }
}
