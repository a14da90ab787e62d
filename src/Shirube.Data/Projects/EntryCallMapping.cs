using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Data;

internal sealed class EntryCallMapping : IEntityTypeConfiguration<EntryCall>, IEntityTypeConfiguration<AskedDepartment>, IEntityTypeConfiguration<NotApplicable>
{
    public void Configure(EntityTypeBuilder<EntryCall> builder)
    {
        builder.ToTable("entry_calls").HasKey(c => c.Id);
        builder.HasIndex(c => c.Key).IsUnique();
        builder.ComplexProperty(c => c.Opened);
        builder.ComplexProperty(c => c.Closed);
        builder.HasMany(c => c.Asked).WithOne().HasForeignKey(a => a.CallId);
        builder.HasMany(c => c.Statements).WithOne().HasForeignKey(s => s.CallId);
    }

    public void Configure(EntityTypeBuilder<AskedDepartment> builder)
    {
        builder.ToTable("asked_departments").HasKey(a => new { a.CallId, a.DepartmentId });
        builder.HasOne<Department>().WithMany().HasForeignKey(a => a.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NotApplicable> builder)
    {
        builder.ToTable("not_applicable").HasKey(s => new { s.CallId, s.ProjectId });
        builder.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.By).OnDelete(DeleteBehavior.Restrict);
    }
}
