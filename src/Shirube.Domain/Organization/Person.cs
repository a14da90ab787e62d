using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>A member of the staff. Knows no password: the account is a separate thing. Names never enter a release.</summary>
public sealed class Person : Aggregate
{
    private readonly List<Assignment> assignments = [];
    private readonly List<Deputyship> deputyships = [];

    private Person(PersonId id, PublicKey key, string name)
    {
        Id = id;
        Key = key;
        Name = name;
    }

    public const int LongestStaffNumber = 30;

    public PersonId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public string Name { get; private set; }
    /// <summary>職員番号: the office's own number of the person, unique where given; never in a release.</summary>
    public string? StaffNumber { get; private set; }
    /// <summary>The posts of the person: several may hold at once (兼務), one of them the main one.</summary>
    public IReadOnlyList<Assignment> Assignments => assignments;
    /// <summary>For whose posts the person stands in.</summary>
    public IReadOnlyList<Deputyship> Deputyships => deputyships;

    public static Person Join(string name, string? staffNumber = null)
    {
        var person = new Person(PersonId.New(), PublicKey.New(), "");
        person.Rename(name, staffNumber);
        return person;
    }

    public static Refusal? WhyNotName(string? name, string? staffNumber) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("職員の名前")
        : staffNumber?.Trim().Length > LongestStaffNumber ? Refusals.StaffNumberTooLong(LongestStaffNumber) : null;

    public void Rename(string name, string? staffNumber)
    {
        WhyNotName(name, staffNumber).ThrowIfAny();
        Name = name.Trim();
        StaffNumber = Blank.ToNull(staffNumber?.Trim());
    }

    /// <summary>Gives the role from a day on. A role tied to departments needs one. Without a word on it, the first post of its time is the main one.</summary>
    public Assignment Assign(Role role, DepartmentId? department, DateOnly from, DateOnly? to = null, bool? isMain = null)
    {
        (WhyNotAssign(role, department) ?? WhyNotPeriod(from, to)).ThrowIfAny();
        var assignment = new Assignment(AssignmentId.New(), Id, role, department, from, to);
        assignments.Add(assignment);
        if (isMain ?? !assignments.Any(a => a != assignment && a.IsMain && a.Overlaps(from, to)))
            MakeMain(assignment.Id);
        return assignment;
    }

    public static Refusal? WhyNotAssign(Role role, DepartmentId? department) =>
        role is Role.Entrant or Role.DepartmentHead && department is null ? Refusals.RoleNeedsDepartment : null;

    /// <summary>Makes a post the main one of its time; the others of that time become additional posts.</summary>
    public void MakeMain(AssignmentId id)
    {
        var main = Post(id);
        foreach (var other in assignments.Where(a => a != main && a.IsMain && a.Overlaps(main.From, main.To)))
            other.IsMain = false;
        main.IsMain = true;
    }

    /// <summary>The last day of an assignment.</summary>
    public void End(AssignmentId id, DateOnly last) => Reschedule(id, Post(id).From, last);

    /// <summary>Puts right from and until when a post holds; without a last day it stays open.</summary>
    public void Reschedule(AssignmentId id, DateOnly from, DateOnly? to)
    {
        WhyNotPeriod(from, to).ThrowIfAny();
        var post = Post(id);
        (post.From, post.To) = (from, to);
    }

    /// <summary>Moves a post to another department, as if it had always been there: for one that has not begun.</summary>
    public void Relocate(AssignmentId id, DepartmentId department) => Post(id).DepartmentId = department;

    public Refusal? WhyNotCancel(AssignmentId id, DateOnly today) => Post(id).From <= today ? Refusals.PostBegan : null;

    /// <summary>Takes a post back before its first day, as if it had never been given.</summary>
    public void Cancel(AssignmentId id, DateOnly today)
    {
        WhyNotCancel(id, today).ThrowIfAny();
        assignments.Remove(Post(id));
    }

    /// <summary>Takes a post back that a reorganization had given, begun or not.</summary>
    internal void Withdraw(AssignmentId id) => assignments.Remove(Post(id));

    /// <summary>Why the person may not stand in for a post: the own one, days outside the post's, or already standing in for it. A deputyship names a post, so a deputy's deputy cannot be.</summary>
    public Refusal? WhyNotStandIn(Person absent, AssignmentId post, DateOnly from, DateOnly to) =>
        absent.Id == Id ? Refusals.DeputyOfOneself
        : absent.assignments.Find(a => a.Id == post) is not { } held ? Refusals.PostUnknown
        : WhyNotPeriod(from, to) is { } period ? period
        : from < held.From || to > held.To ? Refusals.DeputyOutsidePost
        : deputyships.Any(d => d.PostId == post && d.From <= to && from <= d.To) ? Refusals.DeputyAlready(absent.Name) : null;

    /// <summary>Stands in for another person's post from a day to a day, both included: gains what that post may do while it holds, and nothing more.</summary>
    public Deputyship StandInFor(Person absent, AssignmentId post, DateOnly from, DateOnly to)
    {
        WhyNotStandIn(absent, post, from, to).ThrowIfAny();
        var deputyship = new Deputyship(DeputyshipId.New(), Id, absent.assignments.Single(a => a.Id == post), from, to);
        deputyships.Add(deputyship);
        return deputyship;
    }

    /// <summary>Ends standing in on a day; before its first day it is taken back altogether.</summary>
    public void StopStandingIn(DeputyshipId id, DateOnly last)
    {
        var deputyship = deputyships.Single(d => d.Id == id);
        if (last < deputyship.From)
            deputyships.Remove(deputyship);
        else if (last < deputyship.To)
            deputyship.To = last;
    }

    /// <summary>The post under which the person is shown on a day: the main one, or else the first in a department.</summary>
    public Assignment? MainOn(DateOnly day) =>
        assignments.Where(a => a.HoldsOn(day)).OrderBy(a => !a.IsMain).ThenBy(a => a.DepartmentId is null).ThenBy(a => a.From).FirstOrDefault();

    /// <summary>Posts of the same role in the same department that hold at the same time: one of them says nothing.</summary>
    public IReadOnlyList<(Assignment First, Assignment Second)> DoublePosts() =>
        [.. from a in assignments from b in assignments
            where a.Role == b.Role && a.DepartmentId == b.DepartmentId && a.Overlaps(b.From, b.To) && (a.From, a.Id.Value).CompareTo((b.From, b.Id.Value)) < 0
            select (a, b)];

    /// <summary>How far the person may do something on a day, in which departments when it is only the own ones, and by which posts.</summary>
    public Permit MayDo(Operation operation, DateOnly on)
    {
        var grounds = assignments.Where(a => a.HoldsOn(on)).Select(a => Ground.Of(a, operation))
            .Concat(deputyships.Where(d => d.HoldsOn(on)).Select(d => Ground.Of(d, operation)))
            .Where(g => g.Scope == Scope.All || (g.Scope == Scope.OwnDepartment && g.Department is not null)).ToList();
        return Permit.By(grounds);
    }

    private Assignment Post(AssignmentId id) => assignments.Find(a => a.Id == id) ?? throw new RefusalException(Refusals.PostUnknown);

    private static Refusal? WhyNotPeriod(DateOnly from, DateOnly? to) => to < from ? Refusals.EndBeforeBegin("役割の期間") : null;
}
