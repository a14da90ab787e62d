using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Evaluation;

namespace Shirube.Data;

internal sealed class ReviewMapping : IEntityTypeConfiguration<ExternalReview>, IEntityTypeConfiguration<SheetReview>, IEntityTypeConfiguration<ReviewQuestion>, IEntityTypeConfiguration<ReviewOpinion>
{
    public void Configure(EntityTypeBuilder<ExternalReview> builder)
    {
        builder.ToTable("external_reviews").HasKey(r => r.Id);
        builder.HasIndex(r => r.RoundId).IsUnique();
        builder.ComplexProperty(r => r.Published);
        builder.Ignore(r => r.Spec);
        builder.HasOne<EvaluationRound>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SheetReview> builder)
    {
        builder.ToTable("sheet_reviews").HasKey(r => r.Id);
        builder.HasIndex(r => r.ReviewId);
        builder.HasIndex(r => r.SheetId).IsUnique();
        builder.HasOne<ExternalReview>().WithMany().HasForeignKey(r => r.ReviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EvaluationSheet>().WithMany().HasForeignKey(r => r.SheetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Questions).WithOne().HasForeignKey(q => q.SheetReviewId);
        builder.HasMany(r => r.Opinions).WithOne().HasForeignKey(o => o.SheetReviewId);
    }

    public void Configure(EntityTypeBuilder<ReviewQuestion> builder)
    {
        builder.ToTable("review_questions").HasKey(q => new { q.SheetReviewId, q.Number });
        builder.ComplexProperty(q => q.Answer);
    }

    public void Configure(EntityTypeBuilder<ReviewOpinion> builder)
    {
        builder.ToTable("review_opinions").HasKey(o => new { o.SheetReviewId, o.Number });
        builder.ComplexProperty(o => o.Response);
        builder.ComplexProperty(o => o.Confirmed);
        builder.ComplexProperty(o => o.Returned);
    }
}
