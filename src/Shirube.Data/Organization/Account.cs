using Microsoft.AspNetCore.Identity;
using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>How a person signs in. The person knows nothing of it.</summary>
public sealed class Account : IdentityUser<Guid>
{
    private Account() { }

    public Account(PersonId personId, string userName)
    {
        Id = Guid.CreateVersion7();
        PersonId = personId;
        UserName = userName;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public PersonId PersonId { get; private set; }
    /// <summary>Since when nobody may sign in with it, by a person's decision; wrong passwords lock it only for a while.</summary>
    public DateTime? ClosedAtUtc { get; private set; }
    public PersonId? ClosedBy { get; private set; }

    /// <summary>Since when the person wants no reminders by mail; null where they may come.</summary>
    public DateTime? MailStoppedAtUtc { get; private set; }

    /// <summary>Where mail for the person goes; null where it is not known.</summary>
    public void WriteTo(string? address) => (Email, NormalizedEmail) = (address, address?.ToUpperInvariant());

    public void StopMail(DateTime atUtc) => MailStoppedAtUtc ??= atUtc;

    public void TakeMail() => MailStoppedAtUtc = null;

    public void Close(PersonId by, DateTime atUtc) => (ClosedAtUtc, ClosedBy) = (atUtc, by);

    public void Reopen() => (ClosedAtUtc, ClosedBy, LockoutEnd, AccessFailedCount) = (null, null, null, 0);
}
