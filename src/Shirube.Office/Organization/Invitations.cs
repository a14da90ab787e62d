using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Organization;

/// <summary>A person invited, and the token of the link. The token exists nowhere else: the database keeps its hash.</summary>
public sealed record Invited(Person Person, Invitation Invitation, string Token)
{
    /// <summary>Where the person goes, after the address of this installation.</summary>
    public string Path(MunicipalityCode code) => $"/office/{code}/invitation/{Token}";
}

/// <summary>Invites people and finds the invitation a link belongs to. The caller saves.</summary>
public sealed class Invitations(OfficeDb db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Lets a person join in a role and invites to it; role and department are words as a person types them.</summary>
    public async Task<Invited> Invite(string name, string role, string? department, PersonId? by = null)
    {
        var person = Person.Join(name);
        person.Assign(RoleNames.Parse(role), department is null ? null : await DepartmentOf(department), clock.Today());
        db.People.Add(person);
        return await Invite(person, by);
    }

    /// <summary>Invites a person who is there already, to a first account or to a new password. Earlier links of the person end.</summary>
    public async Task<Invited> Invite(Person person, PersonId? by)
    {
        foreach (var earlier in await db.Invitations.Where(i => i.PersonId == person.Id && i.AcceptedAtUtc == null && i.ReplacedAtUtc == null && i.RevokedAtUtc == null).ToListAsync())
            earlier.Replace(Now);
        var token = RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 32);
        var invitation = Invitation.To(person.Id, Hash(token), by, Now);
        db.Invitations.Add(invitation);
        return new(person, invitation, token);
    }

    /// <summary>The invitation of a link, or a refusal where there is none or it is no longer good.</summary>
    public async Task<Invitation> Find(string token)
    {
        var hash = Hash(token);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash) ?? throw new RefusalException(Refusals.InvitationUnknown);
        invitation.WhyNotAccept(Now).ThrowIfAny();
        return invitation;
    }

    private async Task<DepartmentId> DepartmentOf(string text)
    {
        var year = FiscalYear.Of(clock.Today());
        var found = (await db.Departments.Where(d => d.Name == text || d.Code == text).ToListAsync()).Where(d => d.ExistsIn(year)).ToList();
        return found switch
        {
            [var one] => one.Id,
            [] => throw new RefusalException(Refusals.DepartmentUnknown(text)),
            _ => throw new RefusalException(Refusals.DepartmentAmbiguous(text)),
        };
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
