using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Data;

internal sealed class EvaluationRoundMapping : IEntityTypeConfiguration<EvaluationRound>, IEntityTypeConfiguration<RoundStage>
{
    public void Configure(EntityTypeBuilder<EvaluationRound> builder)
    {
        builder.ToTable("evaluation_rounds").HasKey(r => r.Id);
        builder.HasIndex(r => r.Key).IsUnique();
        builder.ComplexProperty(r => r.Projects);
        builder.ComplexProperty(r => r.Opened);
        builder.ComplexProperty(r => r.Closed);
        builder.HasMany(r => r.Stages).WithOne().HasForeignKey(s => s.RoundId);
        builder.Ignore(r => r.InOrder).Ignore(r => r.Judged);
    }

    public void Configure(EntityTypeBuilder<RoundStage> builder)
    {
        builder.ToTable("round_stages").HasKey(s => new { s.RoundId, s.Order });
        builder.ComplexProperty(s => s.Locked);
        builder.Ignore(s => s.Spec);
    }
}

internal sealed class EvaluationSheetMapping : IEntityTypeConfiguration<EvaluationSheet>, IEntityTypeConfiguration<SheetStage>, IEntityTypeConfiguration<SheetAnswer>
{
    public void Configure(EntityTypeBuilder<EvaluationSheet> builder)
    {
        builder.ToTable("evaluation_sheets").HasKey(s => s.Id);
        builder.HasIndex(s => s.Key).IsUnique();
        builder.HasIndex(s => new { s.RoundId, s.ProjectId }).IsUnique();
        builder.HasIndex(s => new { s.RoundId, s.PlanId, s.ItemKey }).IsUnique();
        builder.HasIndex(s => s.ProjectId);
        builder.HasOne<EvaluationRound>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EvaluationForm>().WithMany().HasForeignKey(s => s.FormId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(s => s.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EvaluationSheet>().WithMany().HasForeignKey(s => s.BasisId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Stages).WithOne().HasForeignKey(s => s.SheetId);
        builder.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.SheetId);
    }

    public void Configure(EntityTypeBuilder<SheetStage> builder)
    {
        builder.ToTable("sheet_stages").HasKey(s => new { s.SheetId, s.Stage });
        builder.ComplexProperty(s => s.Submission);
        builder.ComplexProperty(s => s.Approval);
        builder.ComplexProperty(s => s.SentBack);
    }

    public void Configure(EntityTypeBuilder<SheetAnswer> builder)
    {
        builder.ToTable("sheet_answers").HasKey(a => new { a.SheetId, a.QuestionKey, a.Stage });
        builder.Ignore(a => a.Value).Ignore(a => a.IsConfirmed);
    }
}
