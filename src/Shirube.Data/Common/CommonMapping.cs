using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Organization;

namespace Shirube.Data;

internal sealed class ChangeMapping : IEntityTypeConfiguration<ChangeEntry>, IEntityTypeConfiguration<ChangePayload>, IEntityTypeConfiguration<ChangeHead>
{
    public void Configure(EntityTypeBuilder<ChangeEntry> builder)
    {
        builder.ToTable("change_entries").HasKey(e => e.Sequence);
        builder.HasIndex(e => e.Previous).IsUnique();
        builder.HasIndex(e => new { e.AggregateId, e.Sequence });
        // why: what links an item ever had is asked of the entries of links alone.
        builder.HasIndex(e => e.Kind);
        // why: lists of the whole log count and group by save; the rows themselves are long, so that all they ask stands in the index.
        builder.HasIndex(e => new { e.AtUtc, e.By, e.Kind, e.Sequence });
    }

    public void Configure(EntityTypeBuilder<ChangePayload> builder)
    {
        builder.ToTable("change_payloads").HasKey(p => p.Sequence);
        builder.HasIndex(p => p.AggregateId);
    }

    public void Configure(EntityTypeBuilder<ChangeHead> builder)
    {
        builder.ToTable("change_head").HasKey(h => h.Id);
    }
}

internal sealed class UnsavedFormMapping : IEntityTypeConfiguration<UnsavedForm>
{
    public void Configure(EntityTypeBuilder<UnsavedForm> builder)
    {
        builder.ToTable("unsaved_forms").HasKey(f => new { f.PersonId, f.Address });
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs").HasKey(j => j.Id);
        builder.Property(j => j.End).HasConversion<string>();
        builder.HasIndex(j => new { j.EndedAtUtc, j.Id });
    }
}
