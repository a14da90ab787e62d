using Shirube.Domain.Organization;
using Shouldly;
using Xunit;

namespace Domain.Tests.Organization;

public sealed class PermissionsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    // why: the table as domain.md words it, written out once more so that a slip in the code shows.
    public static readonly TheoryData<Role, Operation[], Operation[]> Table = new()
    {
        { Role.PlanningOffice, Enum.GetValues<Operation>(), [] },
        { Role.Finance, [Operation.Read], [] },
        { Role.Entrant, [Operation.Read], [Operation.EditProject, Operation.AnswerSheet] },
        { Role.DepartmentHead, [Operation.Read], [Operation.EditProject, Operation.AnswerSheet, Operation.ApproveSheet] },
        { Role.Reader, [Operation.Read], [] },
        { Role.Administrator, [Operation.Read, Operation.ManageDepartments, Operation.ManagePeople], [] },
    };

    [Theory, MemberData(nameof(Table))]
    public void Each_role_may_do_exactly_what_the_table_says(Role role, Operation[] everywhere, Operation[] own)
    {
        foreach (var operation in Enum.GetValues<Operation>())
        {
            var expected = everywhere.Contains(operation) ? Scope.All : own.Contains(operation) ? Scope.OwnDepartment : Scope.None;
            Permissions.ScopeOf(role, operation).ShouldBe(expected, $"{role} {operation}");
        }
    }

    [Fact]
    public void Every_role_may_read() => Enum.GetValues<Role>().ShouldAllBe(r => Permissions.ScopeOf(r, Operation.Read) == Scope.All);

    [Fact]
    public void A_person_without_a_role_may_do_nothing()
    {
        var person = Person.Join("見本 太郎");
        Enum.GetValues<Operation>().ShouldAllBe(o => person.MayDo(o, Today).Scope == Scope.None);
    }

    [Fact]
    public void A_role_holds_from_its_first_to_its_last_day()
    {
        var person = Person.Join("見本 太郎");
        person.Assign(Role.PlanningOffice, null, new(2026, 4, 1), new(2027, 3, 31));
        person.MayDo(Operation.Publish, new(2026, 3, 31)).Anywhere.ShouldBeFalse();
        person.MayDo(Operation.Publish, new(2026, 4, 1)).Anywhere.ShouldBeTrue();
        person.MayDo(Operation.Publish, new(2027, 3, 31)).Anywhere.ShouldBeTrue();
        person.MayDo(Operation.Publish, new(2027, 4, 1)).Anywhere.ShouldBeFalse();
    }

    [Fact]
    public void Two_posts_add_up_and_the_wider_one_counts()
    {
        var (one, other) = (DepartmentId.New(), DepartmentId.New());
        var person = Person.Join("見本 太郎");
        person.Assign(Role.Entrant, one, Today);
        person.Assign(Role.DepartmentHead, other, Today);
        person.MayDo(Operation.EditProject, Today).Departments.ShouldBe([one, other], ignoreOrder: true);
        person.Assign(Role.PlanningOffice, null, Today);
        person.MayDo(Operation.EditProject, Today).Scope.ShouldBe(Scope.All);
    }

    [Fact]
    public void An_entrant_without_a_department_is_refused() =>
        Should.Throw<Shirube.Domain.Common.RefusalException>(() => Person.Join("見本 太郎").Assign(Role.Entrant, null, Today)).Refusal.Code.ShouldBe("role-needs-department");
}
