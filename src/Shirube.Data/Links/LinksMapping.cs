using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Links;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Data;

internal sealed class LinksMapping : IEntityTypeConfiguration<ItemLink>, IEntityTypeConfiguration<GoalLink>, IEntityTypeConfiguration<PartnerActivity>
{
    public void Configure(EntityTypeBuilder<ItemLink> builder)
    {
        builder.ToTable("item_links").HasKey(l => l.Id);
        builder.HasIndex(l => new { l.PlanId, l.ItemKey, l.OtherPlanId, l.OtherItemKey }).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(l => l.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(l => l.OtherPlanId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GoalLink> builder)
    {
        builder.ToTable("goal_links").HasKey(l => l.Id);
        builder.HasIndex(l => l.Key).IsUnique();
        builder.HasIndex(l => new { l.PlanId, l.ItemKey });
        builder.HasOne<Plan>().WithMany().HasForeignKey(l => l.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PartnerActivity> builder)
    {
        builder.ToTable("partner_activities").HasKey(a => a.Id);
        builder.HasIndex(a => a.Key).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OwnGoalsMapping : IEntityTypeConfiguration<OwnGoalSet>, IEntityTypeConfiguration<OwnGoal>, IEntityTypeConfiguration<OwnGoalRelation>
{
    public void Configure(EntityTypeBuilder<OwnGoalSet> builder) => builder.ToTable("own_goal_sets").HasKey(s => s.Id);

    public void Configure(EntityTypeBuilder<OwnGoal> builder)
    {
        builder.ToTable("own_goals").HasKey(g => g.Id);
        builder.HasIndex(g => g.Key).IsUnique();
        builder.HasMany(g => g.Relations).WithOne().HasForeignKey(r => r.OwnGoalId);
        builder.Ignore(g => g.Goals);
    }

    public void Configure(EntityTypeBuilder<OwnGoalRelation> builder) => builder.ToTable("own_goal_relations").HasKey(r => new { r.OwnGoalId, r.Goal });
}

internal sealed class InitiativeMapping : IEntityTypeConfiguration<Initiative>, IEntityTypeConfiguration<InitiativeMember>
{
    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.ToTable("initiatives").HasKey(i => i.Id);
        builder.HasIndex(i => i.Key).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Members).WithOne().HasForeignKey(m => m.InitiativeId);
    }

    public void Configure(EntityTypeBuilder<InitiativeMember> builder)
    {
        builder.ToTable("initiative_members").HasKey(m => m.Id);
        builder.HasOne<Plan>().WithMany().HasForeignKey(m => m.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
