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
