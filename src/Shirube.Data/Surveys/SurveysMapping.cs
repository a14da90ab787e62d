using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Surveys;

namespace Shirube.Data;

internal sealed class SurveyMapping : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.ToTable("surveys").HasKey(s => s.Id);
        builder.HasIndex(s => s.Key).IsUnique();
        builder.Ignore(s => s.Rate);
    }
}
