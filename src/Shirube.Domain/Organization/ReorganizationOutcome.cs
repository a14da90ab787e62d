using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>A project with its owner in the year before the reorganization takes hold: all that the organization needs to know of it.</summary>
public sealed record Owned(Guid Project, DepartmentId Owner);

/// <summary>A post of a department that gives way, and where it goes; null where nobody has said.</summary>
public sealed record PostMove(Person Person, Assignment Post, DepartmentId? To);

/// <summary>A department whose parent goes: the new parent (null is the top), once that is decided.</summary>
public sealed record Orphan(Department Child, DepartmentId? To, bool IsDecided);

/// <summary>What a reorganization will do to departments, projects and posts, before it is carried out.</summary>
public sealed class ReorganizationOutcome
{
    private readonly Reorganization reorganization;
    private readonly IReadOnlyCollection<Department> departments;

    public ReorganizationOutcome(Reorganization reorganization, IReadOnlyCollection<Department> departments, IEnumerable<Owned> projects, IEnumerable<Person> people)
    {
        (this.reorganization, this.departments) = (reorganization, departments);
        var giving = reorganization.Predecessors.Select(p => p.DepartmentId).ToHashSet();
        Projects = [.. projects.Where(p => giving.Contains(p.Owner)).Select(p => (p, reorganization.DestinationOf(p.Project, p.Owner)))];
        Posts = [.. people.SelectMany(p => p.Assignments.Where(a => a.DepartmentId is { } d && giving.Contains(d) && (a.To is not { } to || to >= reorganization.Year.FirstDay))
            .Select(a => new PostMove(p, a, reorganization.DestinationOf(a.Id.Value, a.DepartmentId!.Value))))];
    }

    /// <summary>Every project of a department that gives way, with its owner from the year on.</summary>
    public IReadOnlyList<(Owned Project, DepartmentId? To)> Projects { get; }
    public IReadOnlyList<PostMove> Posts { get; }
    public IEnumerable<Owned> Unplaced => Projects.Where(p => p.To is null).Select(p => p.Project);
    public IEnumerable<Department> Ending => Giving(continues: false);
    /// <summary>Departments that stay although what they lie under goes, with where they go.</summary>
    public IReadOnlyList<Orphan> Orphans =>
        [.. from parent in Ending from child in departments
            where child.ParentId == parent.Id && reorganization.ExistsIn(child.Id, departments)
            select OrphanOf(child, parent)];

    public Refusal? WhyNotCarryOut() =>
        reorganization.WhyNotChange() is { } change ? change
        : reorganization.Predecessors.Count + reorganization.Planned.Count == 0 ? Refusals.ReorganizationEmpty
        : Unplaced.Count() is > 0 and var count ? Refusals.ReorganizationProjectsUnplaced(count)
        : Ending.FirstOrDefault(d => d.To is not null) is { } ended ? Refusals.ReorganizationPredecessorEnded(ended.Name, reorganization.Year.Era)
        : reorganization.Successions.FirstOrDefault(s => !reorganization.ExistsIn(s.SuccessorId, departments)) is { } gone ? Refusals.ReorganizationSuccessorNotThen(reorganization.NameOf(gone.SuccessorId, departments), reorganization.Year.Era)
        : TakenName() is { } taken ? Refusals.DepartmentNameTaken(taken, reorganization.Year.Era) : null;

    /// <summary>Carries it out on departments and posts; returns the departments that begin and the projects to be handed on. The project's side is the caller's.</summary>
    public (IReadOnlyList<Department> Established, IReadOnlyList<(Guid Project, DepartmentId To)> Handed) CarryOut(PersonId by, DateTime atUtc)
    {
        WhyNotCarryOut().ThrowIfAny();
        var (orphans, ending) = (Orphans, Ending.ToList());
        var established = Establish();
        var all = departments.Concat(established).ToDictionary(d => d.Id, d => d.ParentId);
        // why: each move may close a circle that the moves before it opened; such a unit stays where it lies.
        foreach (var (child, to, _) in orphans.Where(o => o.IsDecided && o.Child.WhyNotMoveUnder(o.To, all) is null))
        {
            reorganization.Note(EffectKind.DepartmentMoved, child.Id.Value, to?.Value, child.ParentId?.Value);
            child.MoveUnder(to, all);
            all[child.Id] = to;
        }
        foreach (var department in ending)
        {
            department.Abolish(reorganization.Year.Previous);
            reorganization.Note(EffectKind.DepartmentAbolished, department.Id.Value);
        }
        foreach (var post in Posts.Where(p => p.To is { } to && to != p.Post.DepartmentId))
            Follow(post);
        reorganization.Carry(by, atUtc);
        return (established, [.. Projects.Where(p => p.To != p.Project.Owner).Select(p => (p.Project.Project, p.To!.Value))]);
    }

    /// <summary>Notes a project that the caller handed on, with the owner that had been set for exactly that year.</summary>
    public void Handed(Guid project, DepartmentId to, DepartmentId? before) => reorganization.Note(EffectKind.ProjectHanded, project, to.Value, before?.Value);

    /// <summary>Notes a view whose conditions the caller let follow.</summary>
    public void ViewFollowed(SavedViewId view) => reorganization.Note(EffectKind.ViewFollowed, view.Value);

    /// <summary>Notes a call that the caller let ask a department that follows.</summary>
    public void CallFollowed(Guid call, DepartmentId asked) => reorganization.Note(EffectKind.CallFollowed, call, asked.Value);

    // why: where a division gives way to a unit of its own, the unit takes its place.
    private Orphan OrphanOf(Department child, Department parent)
    {
        var to = reorganization.DestinationOf(child.Id.Value, parent.Id);
        if (to is null)
            return new(child, null, IsDecided: false);
        var parents = departments.ToDictionary(d => d.Id, d => d.ParentId);
        return child.WhyNotMoveUnder(to, parents) is null ? new(child, to, IsDecided: true)
            : new(child, parent.ParentId is { } above && reorganization.ExistsIn(above, departments) ? above : null, IsDecided: true);
    }

    private List<Department> Establish()
    {
        var made = reorganization.Planned.OrderBy(p => p.Order).Select(p => Department.Establish(p.DepartmentId, p.Name, reorganization.Year, p.ParentId, p.Code)).ToList();
        made.ForEach(d => reorganization.Note(EffectKind.DepartmentEstablished, d.Id.Value));
        return made;
    }

    // why: a deputy stands in for a post, so a post that goes on keeps its deputies by being one and the same where it can.
    private void Follow(PostMove move)
    {
        var (person, post, first) = (move.Person, move.Post, reorganization.Year.FirstDay);
        if (post.From >= first)
        {
            reorganization.Note(EffectKind.PostRelocated, post.Id.Value, move.To!.Value.Value, post.DepartmentId!.Value.Value);
            person.Relocate(post.Id, move.To.Value);
            return;
        }
        var until = post.To;
        person.End(post.Id, first.AddDays(-1));
        var next = person.Assign(post.Role, move.To, first, until, post.IsMain);
        reorganization.Note(EffectKind.PostFollowed, post.Id.Value, next.Id.Value, null, until);
    }

    private string? TakenName() =>
        reorganization.Planned.FirstOrDefault(p => departments.Any(d => d.Name == p.Name && d.ParentId == p.ParentId && reorganization.ExistsIn(d.Id, departments)))?.Name;

    private IEnumerable<Department> Giving(bool continues) =>
        departments.Where(d => reorganization.Predecessors.Any(p => p.DepartmentId == d.Id && p.Continues == continues));
}
