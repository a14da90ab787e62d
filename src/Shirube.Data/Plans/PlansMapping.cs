using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Plans;

namespace Shirube.Data;

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<Level>, IEntityTypeConfiguration<PlanTerm>, IEntityTypeConfiguration<PlanReview>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans").HasKey(p => p.Id);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.HasMany(p => p.Levels).WithOne().HasForeignKey(l => l.PlanId);
        builder.HasMany(p => p.Terms).WithOne().HasForeignKey(t => t.PlanId);
        builder.HasMany(p => p.Reviews).WithOne().HasForeignKey(r => r.PlanId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PredecessorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Level> builder)
    {
        builder.ToTable("levels").HasKey(l => l.Id);
        // why: not unique, because two levels that change places are saved at once; the plan, which is saved as a whole, numbers them.
        builder.HasIndex(l => new { l.PlanId, l.Order });
    }

    public void Configure(EntityTypeBuilder<PlanTerm> builder)
    {
        builder.ToTable("plan_terms").HasKey(t => t.Id);
        builder.HasIndex(t => t.PlanId);
    }

    public void Configure(EntityTypeBuilder<PlanReview> builder)
    {
        builder.ToTable("plan_reviews").HasKey(r => r.Id);
        builder.HasIndex(r => new { r.PlanId, r.Year }).IsUnique();
        builder.ComplexProperty(r => r.Outcome);
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

internal sealed class LineageMapping : IEntityTypeConfiguration<Lineage>, IEntityTypeConfiguration<LineageStep>
{
    public void Configure(EntityTypeBuilder<Lineage> builder)
    {
        builder.ToTable("lineages").HasKey(l => l.Id);
        builder.HasIndex(l => new { l.FromPlanId, l.FromKey, l.ToPlanId }).IsUnique().HasFilter("edition_id IS NULL");
        builder.HasIndex(l => new { l.EditionId, l.FromKey }).IsUnique();
        builder.HasOne<Edition>().WithMany().HasForeignKey(l => l.EditionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.ToPlanId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(l => l.FromPlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(l => l.ToPlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Successors).WithOne().HasForeignKey(s => s.LineageId);
    }

    public void Configure(EntityTypeBuilder<LineageStep> builder) => builder.ToTable("lineage_steps").HasKey(s => new { s.LineageId, s.Order });
}

internal sealed class ChangeReasonMapping : IEntityTypeConfiguration<ChangeReason>
{
    public void Configure(EntityTypeBuilder<ChangeReason> builder)
    {
        builder.ToTable("change_reasons").HasKey(r => r.Id);
        builder.HasIndex(r => new { r.EditionId, r.ItemKey }).IsUnique();
        builder.HasOne<Edition>().WithMany().HasForeignKey(r => r.EditionId).OnDelete(DeleteBehavior.Restrict);
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

internal sealed class FigureMapping : IEntityTypeConfiguration<PlanFigure>, IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<PlanFigure> builder)
    {
        builder.ToTable("figures").HasKey(f => f.Id);
        builder.HasIndex(f => f.Key).IsUnique();
        builder.HasOne<Picture>().WithMany().HasForeignKey(f => f.Sha256).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Picture> builder) => builder.ToTable("pictures").HasKey(p => p.Sha256);
}
