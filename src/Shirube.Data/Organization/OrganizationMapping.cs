using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Organization;

namespace Shirube.Data;

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments").HasKey(d => d.Id);
        builder.HasOne<Department>().WithMany().HasForeignKey(d => d.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.Code);
        builder.HasIndex(d => d.Key).IsUnique();
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<Deputyship>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people").HasKey(p => p.Id);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.HasIndex(p => p.StaffNumber).IsUnique();
        builder.HasMany(p => p.Assignments).WithOne().HasForeignKey(a => a.PersonId);
        builder.HasMany(p => p.Deputyships).WithOne().HasForeignKey(d => d.PersonId);
    }

    // why: a deputyship without its post could not tell what it allows.
    public void Configure(EntityTypeBuilder<Deputyship> builder)
    {
        builder.ToTable("deputyships").HasKey(d => d.Id);
        builder.HasOne(d => d.Post).WithMany().HasForeignKey(d => d.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(d => d.Post).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignments").HasKey(a => a.Id);
        builder.HasOne<Department>().WithMany().HasForeignKey(a => a.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TransferMapping : IEntityTypeConfiguration<Transfer>, IEntityTypeConfiguration<TransferStep>
{
    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("transfers").HasKey(t => t.Id);
        builder.HasIndex(t => t.Key).IsUnique();
        builder.ComplexProperty(t => t.Taking);
        builder.ComplexProperty(t => t.Reversal);
        builder.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.TransferId);
    }

    public void Configure(EntityTypeBuilder<TransferStep> builder) => builder.ToTable("transfer_steps").HasKey(s => new { s.TransferId, s.Order });
}

internal sealed class ReorganizationMapping :
    IEntityTypeConfiguration<Reorganization>, IEntityTypeConfiguration<PlannedDepartment>, IEntityTypeConfiguration<Predecessor>, IEntityTypeConfiguration<Succession>,
    IEntityTypeConfiguration<ReorganizationChoice>, IEntityTypeConfiguration<ReorganizationEffect>
{
    public void Configure(EntityTypeBuilder<Reorganization> builder)
    {
        builder.ToTable("reorganizations").HasKey(r => r.Id);
        builder.HasIndex(r => r.Key).IsUnique();
        builder.ComplexProperty(r => r.Carrying);
        builder.ComplexProperty(r => r.Reversal);
        builder.Ignore(r => r.Holds);
        builder.HasMany(r => r.Planned).WithOne().HasForeignKey(p => p.ReorganizationId);
        builder.HasMany(r => r.Predecessors).WithOne().HasForeignKey(p => p.ReorganizationId);
        builder.HasMany(r => r.Successions).WithOne().HasForeignKey(s => s.ReorganizationId);
        builder.HasMany(r => r.Choices).WithOne().HasForeignKey(c => c.ReorganizationId);
        builder.HasMany(r => r.Effects).WithOne().HasForeignKey(e => e.ReorganizationId);
    }

    // why: departments are named without foreign keys, because a planned one is not there yet.
    public void Configure(EntityTypeBuilder<PlannedDepartment> builder) => builder.ToTable("planned_departments").HasKey(p => new { p.ReorganizationId, p.DepartmentId });

    public void Configure(EntityTypeBuilder<Predecessor> builder) => builder.ToTable("predecessors").HasKey(p => new { p.ReorganizationId, p.DepartmentId });

    public void Configure(EntityTypeBuilder<Succession> builder) => builder.ToTable("successions").HasKey(s => new { s.ReorganizationId, s.PredecessorId, s.SuccessorId });

    public void Configure(EntityTypeBuilder<ReorganizationChoice> builder) => builder.ToTable("reorganization_choices").HasKey(c => new { c.ReorganizationId, c.Subject });

    public void Configure(EntityTypeBuilder<ReorganizationEffect> builder) => builder.ToTable("reorganization_effects").HasKey(e => new { e.ReorganizationId, e.Order });
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations").HasKey(i => i.Id);
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.Ignore(i => i.IsOpen);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MayoralTermMapping : IEntityTypeConfiguration<MayoralTerm>
{
    public void Configure(EntityTypeBuilder<MayoralTerm> builder) => builder.ToTable("mayoral_terms").HasKey(t => t.Id);
}

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasIndex(a => a.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("account_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("account_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("account_tokens");
}

internal sealed class AccountRulesMapping : IEntityTypeConfiguration<AccountRules>
{
    public void Configure(EntityTypeBuilder<AccountRules> builder)
    {
        builder.ToTable("account_rules").HasKey(r => r.Id);
        builder.Ignore(r => r.SecondFactorRoles);
        builder.Ignore(r => r.Idle);
    }
}

internal sealed class SignInMapping :
    IEntityTypeConfiguration<SignInEntry>, IEntityTypeConfiguration<SignInSession>, IEntityTypeConfiguration<SecondFactor>, IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<SignInEntry> builder)
    {
        builder.ToTable("sign_ins").HasKey(s => s.Id);
        builder.Property(s => s.Result).HasConversion<string>();
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.AtUtc);
        builder.HasIndex(s => new { s.AccountId, s.AtUtc });
    }

    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("sign_in_sessions").HasKey(s => s.Id);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.AccountId, s.EndedAtUtc });
    }

    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factors").HasKey(f => f.AccountId);
        builder.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes").HasKey(c => c.Id);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
