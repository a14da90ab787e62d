using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Organization;

namespace Shirube.Data;

internal sealed class SearchMapping : IEntityTypeConfiguration<SearchText>, IEntityTypeConfiguration<SearchState>
{
    public void Configure(EntityTypeBuilder<SearchText> builder)
    {
        builder.ToTable("search_texts").HasKey(t => t.RecordId);
        builder.Property(t => t.Kind).HasConversion<string>();
        builder.HasIndex(t => new { t.Kind, t.Key });
    }

    public void Configure(EntityTypeBuilder<SearchState> builder) => builder.ToTable("search_state").HasKey(s => s.Id);
}

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>, IEntityTypeConfiguration<VisitsOff>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("visits").HasKey(v => new { v.PersonId, v.RecordId });
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<VisitsOff> builder)
    {
        builder.ToTable("visits_off").HasKey(o => o.PersonId);
        builder.HasOne<Person>().WithOne().HasForeignKey<VisitsOff>(o => o.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
