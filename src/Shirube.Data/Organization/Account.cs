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
}
