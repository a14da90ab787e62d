using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Data;

/// <summary>How a field enters the change log.</summary>
internal enum FieldRule
{
    /// <summary>Before and after, as they are.</summary>
    Open,
    /// <summary>Before and after, in the erasable payload.</summary>
    Personal,
    /// <summary>That it changed, never what it is.</summary>
    Secret,
    /// <summary>The SHA-256 of a long text.</summary>
    Digest,
    /// <summary>Bookkeeping that says nothing of its own.</summary>
    Silent,
}

internal static class FieldRules
{
    private static readonly Dictionary<(Type, string), FieldRule> Exceptions = new()
    {
        [(typeof(Person), nameof(Person.Name))] = FieldRule.Personal,
        [(typeof(Person), nameof(Person.StaffNumber))] = FieldRule.Personal,
        // why: the rows of a staff list hold names and numbers.
        [(typeof(Transfer), nameof(Transfer.RowsJson))] = FieldRule.Digest,
        [(typeof(Invitation), nameof(Invitation.TokenHash))] = FieldRule.Secret,
        [(typeof(Project), nameof(Project.InternalContact))] = FieldRule.Personal,
        [(typeof(PartnerActivity), nameof(PartnerActivity.InternalContact))] = FieldRule.Personal,
        [(typeof(ReviewQuestion), nameof(ReviewQuestion.Asker))] = FieldRule.Personal,
        [(typeof(Account), nameof(Account.UserName))] = FieldRule.Personal,
        [(typeof(Account), nameof(Account.Email))] = FieldRule.Personal,
        [(typeof(Account), nameof(Account.PhoneNumber))] = FieldRule.Personal,
        [(typeof(Account), nameof(Account.PasswordHash))] = FieldRule.Secret,
        [(typeof(Account), nameof(Account.NormalizedUserName))] = FieldRule.Silent,
        [(typeof(Account), nameof(Account.NormalizedEmail))] = FieldRule.Silent,
        [(typeof(Account), nameof(Account.SecurityStamp))] = FieldRule.Silent,
        [(typeof(Account), nameof(Account.ConcurrencyStamp))] = FieldRule.Silent,
        [(typeof(Account), nameof(Account.AccessFailedCount))] = FieldRule.Silent,
        [(typeof(IdentityUserToken<Guid>), nameof(IdentityUserToken<Guid>.Value))] = FieldRule.Secret,
        [(typeof(IdentityUserLogin<Guid>), nameof(IdentityUserLogin<Guid>.ProviderKey))] = FieldRule.Secret,
        [(typeof(IdentityUserLogin<Guid>), nameof(IdentityUserLogin<Guid>.ProviderDisplayName))] = FieldRule.Silent,
        [(typeof(IdentityUserClaim<Guid>), nameof(IdentityUserClaim<Guid>.ClaimValue))] = FieldRule.Secret,
        [(typeof(ImportRun), nameof(ImportRun.MappingJson))] = FieldRule.Digest,
        // why: the report quotes cells, and cells may hold names.
        [(typeof(ImportRun), nameof(ImportRun.ReportJson))] = FieldRule.Digest,
    };

    public static bool IsPersonal(string type, string field) => Exceptions.Any(e => e.Value == FieldRule.Personal && e.Key.Item1.Name == type && e.Key.Item2 == field);

    public static IReadOnlyList<string> PersonalOf(string type) => [.. Exceptions.Where(e => e.Value == FieldRule.Personal && e.Key.Item1.Name == type).Select(e => e.Key.Item2)];

    public static FieldRule Of(IReadOnlyProperty property) =>
        property.Name == nameof(Aggregate.Version) ? FieldRule.Silent
        : Exceptions.GetValueOrDefault((property.DeclaringType.ClrType, property.Name), FieldRule.Open);
}
