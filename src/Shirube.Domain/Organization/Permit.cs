namespace Shirube.Domain.Organization;

/// <summary>What <see cref="Person.MayDo"/> answers. The departments are the roots: what lies below them is included.</summary>
public sealed record Permit(Scope Scope, IReadOnlyList<DepartmentId> Departments)
{
    public static readonly Permit None = new(Scope.None, []);

    /// <summary>The posts that give it, each with how far it reaches; none where nothing is allowed.</summary>
    public IReadOnlyList<Ground> Grounds { get; private init; } = [];

    public bool Anywhere => Scope != Scope.None;

    internal static Permit By(IReadOnlyList<Ground> grounds) =>
        grounds.Any(g => g.Scope == Scope.All) ? new(Scope.All, []) { Grounds = grounds }
        : grounds.Count > 0 ? new(Scope.OwnDepartment, [.. grounds.Select(g => g.Department!.Value).Distinct()]) { Grounds = grounds } : None;
}

/// <summary>One post that allows something: the person's own, or another's for which the person stands in.</summary>
public sealed record Ground(Role Role, DepartmentId? Department, DateOnly From, DateOnly? To, Scope Scope, PersonId? StandsInFor)
{
    internal static Ground Of(Assignment post, Operation operation) =>
        new(post.Role, post.DepartmentId, post.From, post.To, Permissions.ScopeOf(post.Role, operation), null);

    internal static Ground Of(Deputyship deputyship, Operation operation) =>
        Of(deputyship.Post, operation) with { From = deputyship.From, To = deputyship.To < deputyship.Post.To ? deputyship.To : deputyship.Post.To ?? deputyship.To, StandsInFor = deputyship.Post.PersonId };
}
