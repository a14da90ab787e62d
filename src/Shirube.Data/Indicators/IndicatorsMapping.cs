using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Indicators;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Data;

internal sealed class IndicatorMapping :
    IEntityTypeConfiguration<Indicator>, IEntityTypeConfiguration<Actual>, IEntityTypeConfiguration<Target>, IEntityTypeConfiguration<IndicatorUse>, IEntityTypeConfiguration<ExpectedShare>, IEntityTypeConfiguration<SeriesBreak>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators").HasKey(i => i.Id);
        builder.HasIndex(i => i.Key).IsUnique();
        builder.HasMany(i => i.Actuals).WithOne().HasForeignKey(a => a.IndicatorId);
        builder.HasMany(i => i.Targets).WithOne().HasForeignKey(t => t.IndicatorId);
        builder.HasMany(i => i.Uses).WithOne().HasForeignKey(u => u.IndicatorId);
        builder.HasMany(i => i.Shares).WithOne().HasForeignKey(s => s.IndicatorId);
        builder.HasMany(i => i.Breaks).WithOne().HasForeignKey(b => b.IndicatorId);
        builder.Ignore(i => i.Method).Ignore(i => i.Series);
    }

    public void Configure(EntityTypeBuilder<ExpectedShare> builder) => builder.ToTable("expected_shares").HasKey(s => new { s.IndicatorId, s.FiscalYear });

    public void Configure(EntityTypeBuilder<SeriesBreak> builder) => builder.ToTable("series_breaks").HasKey(b => new { b.IndicatorId, b.FiscalYear });

    public void Configure(EntityTypeBuilder<Actual> builder) => builder.ToTable("actuals").Ignore(a => a.Measured).HasKey(a => new { a.IndicatorId, a.FiscalYear });

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

internal sealed class AssessmentRulesMapping : IEntityTypeConfiguration<AssessmentRules>, IEntityTypeConfiguration<GradeBandOfRules>
{
    public void Configure(EntityTypeBuilder<AssessmentRules> builder)
    {
        builder.ToTable("assessment_rules").HasKey(r => r.Id);
        builder.HasMany(r => r.Bands).WithOne().HasForeignKey(b => b.RulesId);
        builder.Ignore(r => r.Scheme).Ignore(r => r.Rule);
    }

    public void Configure(EntityTypeBuilder<GradeBandOfRules> builder) => builder.ToTable("grade_bands").HasKey(b => new { b.RulesId, b.Order });
}
