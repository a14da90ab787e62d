using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>招待: a link with which one person sets up (or sets anew) the account, once and within <see cref="Days"/> days. Only the hash of its token is kept.</summary>
public sealed class Invitation : Aggregate
{
    private Invitation(InvitationId id, PersonId personId, string tokenHash, DateTime atUtc, DateTime untilUtc)
    {
        Id = id;
        PersonId = personId;
        TokenHash = tokenHash;
        AtUtc = atUtc;
        UntilUtc = untilUtc;
    }

    public const int Days = 14;

    public InvitationId Id { get; private set; }
    public PersonId PersonId { get; private set; }
    public string TokenHash { get; private set; }
    /// <summary>Who invited; nobody where a command did it.</summary>
    public PersonId? By { get; private set; }
    public DateTime AtUtc { get; private set; }
    public DateTime UntilUtc { get; private set; }
    public DateTime? AcceptedAtUtc { get; private set; }
    /// <summary>Set when a later invitation of the same person took its place.</summary>
    public DateTime? ReplacedAtUtc { get; private set; }

    /// <summary>Set when somebody took the invitation back.</summary>
    public DateTime? RevokedAtUtc { get; private set; }

    public static Invitation To(PersonId person, string tokenHash, PersonId? by, DateTime atUtc) =>
        new(InvitationId.New(), person, tokenHash, atUtc, atUtc.AddDays(Days)) { By = by };

    public Refusal? WhyNotAccept(DateTime nowUtc) =>
        AcceptedAtUtc is not null ? Refusals.InvitationUsed
        : RevokedAtUtc is not null ? Refusals.InvitationRevoked
        : ReplacedAtUtc is not null ? Refusals.InvitationReplaced
        : nowUtc > UntilUtc ? Refusals.InvitationExpired : null;

    public void Accept(DateTime nowUtc)
    {
        WhyNotAccept(nowUtc).ThrowIfAny();
        AcceptedAtUtc = nowUtc;
    }

    public bool IsOpen => AcceptedAtUtc is null && RevokedAtUtc is null && ReplacedAtUtc is null;

    public void Revoke(DateTime nowUtc)
    {
        (AcceptedAtUtc is null ? null : Refusals.InvitationUsed).ThrowIfAny();
        RevokedAtUtc ??= nowUtc;
    }

    public void Replace(DateTime nowUtc) => ReplacedAtUtc ??= nowUtc;
}
