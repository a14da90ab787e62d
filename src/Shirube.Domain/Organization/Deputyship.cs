using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>代理: a person stands in for one post of another person, from a day to a day (both included). It names a post, never another deputyship, and ends with the post.</summary>
public sealed class Deputyship : IPartOf<Person>
{
    private Deputyship(DeputyshipId id, PersonId personId, AssignmentId postId, DateOnly from, DateOnly to)
    {
        Id = id;
        PersonId = personId;
        PostId = postId;
        From = from;
        To = to;
    }

    internal Deputyship(DeputyshipId id, PersonId personId, Assignment post, DateOnly from, DateOnly to) : this(id, personId, post.Id, from, to) => Post = post;

    public DeputyshipId Id { get; private set; }
    /// <summary>Who stands in.</summary>
    public PersonId PersonId { get; private set; }
    public AssignmentId PostId { get; private set; }
    /// <summary>The absent person's post.</summary>
    public Assignment Post { get; private set; } = null!;
    public DateOnly From { get; private set; }
    public DateOnly To { get; internal set; }

    public bool HoldsOn(DateOnly day) => From <= day && day <= To && Post.HoldsOn(day);
}
