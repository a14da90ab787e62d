using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shouldly;
using Xunit;

namespace Domain.Tests.Organization;

public sealed class DeputyshipTests
{
    private static readonly DateOnly First = new(2026, 4, 1);
    private static readonly DepartmentId[] Departments = [.. Enumerable.Range(0, 4).Select(_ => DepartmentId.New())];

    [Fact]
    public void A_deputy_gains_exactly_what_the_absent_post_allows_and_only_while_both_hold()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var people = Enumerable.Range(1, 5).Select(i => Person.Join($"見本 {i}郎")).ToList();
            foreach (var person in people)
                for (var post = random.Next(1, 4); post > 0; post--)
                    person.Assign((Role)random.Next(6), Departments[random.Next(Departments.Length)], Day(random), random.Next(2) == 0 ? null : First.AddDays(random.Next(200, 400)));
            for (var i = 0; i < 6; i++)
            {
                var (deputy, absent) = (people[random.Next(5)], people[random.Next(5)]);
                var post = absent.Assignments[random.Next(absent.Assignments.Count)];
                var from = Day(random);
                if (deputy.WhyNotStandIn(absent, post.Id, from, from.AddDays(30)) is null)
                    deputy.StandInFor(absent, post.Id, from, from.AddDays(30));
                if (random.Next(3) == 0 && post.From <= from)
                    absent.End(post.Id, from);
            }
            foreach (var person in people)
                foreach (var day in Enumerable.Range(0, 40).Select(d => First.AddDays(d * 10)))
                    foreach (var operation in Enum.GetValues<Operation>())
                    {
                        var posts = person.Assignments.Where(a => a.HoldsOn(day)).Concat(person.Deputyships.Where(d => d.From <= day && day <= d.To).Select(d => people.Single(p => p.Assignments.Any(a => a.Id == d.PostId)).Assignments.Single(a => a.Id == d.PostId)).Where(a => a.HoldsOn(day))).ToList();
                        var widest = posts.Select(p => Permissions.ScopeOf(p.Role, operation)).DefaultIfEmpty(Scope.None).Max();
                        var permit = person.MayDo(operation, day);
                        permit.Scope.ShouldBe(widest, $"seed {seed}");
                        if (widest == Scope.OwnDepartment)
                            permit.Departments.ShouldBe(posts.Where(p => Permissions.ScopeOf(p.Role, operation) == Scope.OwnDepartment).Select(p => p.DepartmentId!.Value).Distinct(), ignoreOrder: true);
                        permit.Grounds.Count.ShouldBe(posts.Count(p => Permissions.ScopeOf(p.Role, operation) != Scope.None));
                    }
        }
    }

    [Fact]
    public void A_deputys_deputy_gains_nothing_of_the_first_absence()
    {
        var (head, second, third) = (Person.Join("課長"), Person.Join("次長"), Person.Join("係長"));
        var post = head.Assign(Role.PlanningOffice, null, First);
        var own = second.Assign(Role.Reader, null, First);
        second.StandInFor(head, post.Id, First, First.AddDays(9));
        third.StandInFor(second, own.Id, First, First.AddDays(9));
        second.MayDo(Operation.Publish, First).Grounds.ShouldHaveSingleItem().StandsInFor.ShouldBe(head.Id);
        third.MayDo(Operation.Publish, First).Anywhere.ShouldBeFalse();
        third.MayDo(Operation.Read, First).Anywhere.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_stands_in_for_the_own_post_outside_its_days_or_twice()
    {
        var (head, second) = (Person.Join("課長"), Person.Join("次長"));
        var post = head.Assign(Role.Reader, null, First, First.AddDays(30));
        head.WhyNotStandIn(head, post.Id, First, First)!.Code.ShouldBe("deputy-of-oneself");
        second.WhyNotStandIn(head, post.Id, First.AddDays(-1), First)!.Code.ShouldBe("deputy-outside-post");
        second.WhyNotStandIn(head, post.Id, First, First.AddDays(31))!.Code.ShouldBe("deputy-outside-post");
        second.WhyNotStandIn(head, post.Id, First.AddDays(2), First)!.Code.ShouldBe("end-before-begin");
        second.StandInFor(head, post.Id, First, First.AddDays(9));
        second.WhyNotStandIn(head, post.Id, First.AddDays(9), First.AddDays(12))!.Code.ShouldBe("deputy-already");
        second.WhyNotStandIn(head, post.Id, First.AddDays(10), First.AddDays(12)).ShouldBeNull();
    }

    [Fact]
    public void Of_several_posts_one_is_the_main_one_and_a_future_one_can_be_taken_back()
    {
        var person = Person.Join("兼務 花子", " 0123 ");
        person.StaffNumber.ShouldBe("0123");
        var first = person.Assign(Role.Entrant, Departments[0], First);
        var second = person.Assign(Role.Entrant, Departments[1], First);
        (first.IsMain, second.IsMain).ShouldBe((true, false));
        person.MakeMain(second.Id);
        person.MainOn(First).ShouldBe(second);
        first.IsMain.ShouldBeFalse();
        var twice = person.Assign(Role.Entrant, Departments[1], First.AddDays(10));
        person.DoublePosts().ShouldBe([(second, twice)]);
        person.WhyNotCancel(twice.Id, First.AddDays(10))!.Code.ShouldBe("post-began");
        person.Cancel(twice.Id, First.AddDays(9));
        person.DoublePosts().ShouldBeEmpty();
    }

    private static DateOnly Day(Random random) => First.AddDays(random.Next(200));

}
