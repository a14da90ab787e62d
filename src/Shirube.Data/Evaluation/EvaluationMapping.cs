using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;

namespace Shirube.Data;

internal sealed class EvaluationFactMapping : IEntityTypeConfiguration<EvaluationFact>, IEntityTypeConfiguration<EvaluationAnswer>
{
    public void Configure(EntityTypeBuilder<EvaluationFact> builder)
    {
        builder.ToTable("evaluation_facts").HasKey(f => f.Id);
        builder.HasIndex(f => new { f.ProjectId, f.Year }).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(f => f.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Answers).WithOne().HasForeignKey(a => a.EvaluationFactId);
    }

    public void Configure(EntityTypeBuilder<EvaluationAnswer> builder) =>
        builder.ToTable("evaluation_answers").HasKey(a => new { a.EvaluationFactId, a.Stage, a.Question });
}

internal sealed class EvaluationFormMapping : IEntityTypeConfiguration<EvaluationForm>, IEntityTypeConfiguration<FormQuestion>, IEntityTypeConfiguration<FormChoice>, IEntityTypeConfiguration<FormStage>
{
    public void Configure(EntityTypeBuilder<EvaluationForm> builder)
    {
        builder.ToTable("evaluation_forms").HasKey(f => f.Id);
        builder.HasIndex(f => f.Key).IsUnique();
        builder.ComplexProperty(f => f.Issue);
        builder.HasOne<EvaluationForm>().WithMany().HasForeignKey(f => f.BasisId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Questions).WithOne().HasForeignKey(q => q.FormId);
        builder.HasMany(f => f.Choices).WithOne().HasForeignKey(c => c.FormId);
        builder.HasMany(f => f.Stages).WithOne().HasForeignKey(s => s.FormId);
        builder.Ignore(f => f.Spec).Ignore(f => f.InOrder);
    }

    public void Configure(EntityTypeBuilder<FormQuestion> builder)
    {
        builder.ToTable("form_questions").HasKey(q => new { q.FormId, q.Key });
        builder.Ignore(q => q.Stages);
    }

    public void Configure(EntityTypeBuilder<FormChoice> builder) => builder.ToTable("form_choices").HasKey(c => new { c.FormId, c.QuestionKey, c.Order });

    public void Configure(EntityTypeBuilder<FormStage> builder) => builder.ToTable("form_stages").HasKey(s => new { s.FormId, s.Order });
}
