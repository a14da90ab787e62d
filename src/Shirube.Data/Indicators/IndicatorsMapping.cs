using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Data;

internal sealed class IndicatorMapping :
    IEntityTypeConfiguration<Indicator>, IEntityTypeConfiguration<Actual>, IEntityTypeConfiguration<Target>, IEntityTypeConfiguration<IndicatorUse>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators").HasKey(i => i.Id);
        builder.HasIndex(i => i.Key).IsUnique();
        builder.HasMany(i => i.Actuals).WithOne().HasForeignKey(a => a.IndicatorId);
        builder.HasMany(i => i.Targets).WithOne().HasForeignKey(t => t.IndicatorId);
        builder.HasMany(i => i.Uses).WithOne().HasForeignKey(u => u.IndicatorId);
    }

    public void Configure(EntityTypeBuilder<Actual> builder) => builder.ToTable("actuals").HasKey(a => new { a.IndicatorId, a.FiscalYear });

    public void Configure(EntityTypeBuilder<Target> builder) => builder.ToTable("targets").HasKey(t => new { t.IndicatorId, t.FiscalYear, t.Revision });

    public void Configure(EntityTypeBuilder<IndicatorUse> builder)
    {
        builder.ToTable("indicator_uses").HasKey(u => u.Id);
        builder.HasOne<Project>().WithMany().HasForeignKey(u => u.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(u => u.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.IndicatorId, u.ProjectId }).IsUnique();
        builder.HasIndex(u => new { u.IndicatorId, u.PlanId, u.ItemKey }).IsUnique();
        builder.HasIndex(u => new { u.PlanId, u.ItemKey });
    }
}
