using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Plans;

namespace Shirube.Data;

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<Level>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans").HasKey(p => p.Id);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.HasMany(p => p.Levels).WithOne().HasForeignKey(l => l.PlanId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PredecessorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Level> builder)
    {
        builder.ToTable("levels").HasKey(l => l.Id);
        builder.HasIndex(l => new { l.PlanId, l.Order }).IsUnique();
    }
}

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("editions").HasKey(e => e.Id);
        builder.HasIndex(e => e.Key).IsUnique();
        builder.ComplexProperty(e => e.Takeover);
        builder.ComplexProperty(e => e.Opening);
        builder.ComplexProperty(e => e.Decision);
        builder.ComplexProperty(e => e.Enforcement);
        builder.ComplexProperty(e => e.Supersession);
        builder.ComplexProperty(e => e.Retirement);
        builder.HasOne<Edition>().WithMany().HasForeignKey(e => e.BasisId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(e => e.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanItemMapping : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.ToTable("plan_items").HasKey(i => i.Id);
        builder.HasIndex(i => new { i.EditionId, i.Key }).IsUnique();
        builder.HasOne<Edition>().WithMany().HasForeignKey(i => i.EditionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Level>().WithMany().HasForeignKey(i => i.LevelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanItem>().WithMany().HasForeignKey(i => i.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GlossaryTermMapping : IEntityTypeConfiguration<GlossaryTerm>
{
    public void Configure(EntityTypeBuilder<GlossaryTerm> builder)
    {
        builder.ToTable("glossary_terms").HasKey(t => t.Id);
        builder.HasIndex(t => t.Key).IsUnique();
        builder.HasIndex(t => t.Name).IsUnique();
    }
}
