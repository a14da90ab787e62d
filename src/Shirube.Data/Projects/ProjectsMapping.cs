using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Data;

internal sealed class ProjectMapping : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects").HasKey(p => p.Id);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.ComplexProperty(p => p.Period);
        builder.ComplexProperty(p => p.Text);
        builder.HasMany(p => p.Ownerships).WithOne().HasForeignKey(o => o.ProjectId);
        builder.HasMany(p => p.Placements).WithOne().HasForeignKey(p => p.ProjectId);
        builder.HasMany(p => p.BudgetLines).WithOne().HasForeignKey(l => l.ProjectId);
        builder.HasMany(p => p.Money).WithOne().HasForeignKey(m => m.ProjectId);
        builder.HasMany(p => p.Staffing).WithOne().HasForeignKey(s => s.ProjectId);
    }
}

internal sealed class ProjectPartsMapping :
    IEntityTypeConfiguration<Ownership>, IEntityTypeConfiguration<Placement>, IEntityTypeConfiguration<BudgetLine>, IEntityTypeConfiguration<Money>, IEntityTypeConfiguration<Staffing>
{
    public void Configure(EntityTypeBuilder<Ownership> builder)
    {
        builder.ToTable("ownerships").HasKey(o => new { o.ProjectId, o.From });
        builder.HasOne<Department>().WithMany().HasForeignKey(o => o.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable("placements").HasKey(p => new { p.ProjectId, p.PlanId, p.ItemKey });
        builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.PlanId, p.ItemKey });
    }

    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.ToTable("budget_lines").HasKey(l => new { l.ProjectId, l.Order });
        builder.Ignore(l => l.Code);
    }

    public void Configure(EntityTypeBuilder<Money> builder)
    {
        builder.ToTable("money").HasKey(m => new { m.ProjectId, m.FiscalYear, m.Stage, m.Kind });
        builder.Ignore(m => m.Figure);
        builder.HasIndex(m => new { m.FiscalYear, m.Stage, m.Kind });
    }

    public void Configure(EntityTypeBuilder<Staffing> builder) => builder.ToTable("staffing").HasKey(s => new { s.ProjectId, s.FiscalYear, s.Stage });
}

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportMemory>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("import_runs").HasKey(r => r.Id);
        builder.ComplexProperty(r => r.Undoing);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.By).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.Sha256);
    }

    public void Configure(EntityTypeBuilder<ImportMemory> builder)
    {
        builder.ToTable("import_memories").HasKey(m => new { m.RunId, m.Kind, m.Identity });
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(m => m.RunId);
        builder.HasIndex(m => new { m.Kind, m.Identity });
        builder.HasIndex(m => m.AggregateId);
    }
}

internal sealed class ProjectLineageMapping : IEntityTypeConfiguration<ProjectLineage>, IEntityTypeConfiguration<ProjectLineageStep>
{
    public void Configure(EntityTypeBuilder<ProjectLineage> builder)
    {
        builder.ToTable("project_lineages").HasKey(l => l.Id);
        builder.HasIndex(l => new { l.FromId, l.ToPlanId }).IsUnique();
        builder.HasIndex(l => l.ToPlanId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(l => l.ToPlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(l => l.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Successors).WithOne().HasForeignKey(s => s.LineageId);
    }

    public void Configure(EntityTypeBuilder<ProjectLineageStep> builder)
    {
        builder.ToTable("project_lineage_steps").HasKey(s => new { s.LineageId, s.Order });
        builder.HasIndex(s => s.ProjectId);
        builder.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
