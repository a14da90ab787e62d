using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Organization;

namespace Shirube.Data;

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>, IEntityTypeConfiguration<ViewStart>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views").HasKey(v => v.Id);
        builder.HasIndex(v => v.Key).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(v => v.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Starts).WithOne().HasForeignKey(s => s.SavedViewId);
    }

    public void Configure(EntityTypeBuilder<ViewStart> builder)
    {
        builder.ToTable("view_starts").HasKey(s => new { s.SavedViewId, s.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
