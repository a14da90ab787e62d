using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;

namespace Shirube.Data;

internal sealed class ReminderMapping : IEntityTypeConfiguration<ReminderRules>, IEntityTypeConfiguration<ReminderRun>, IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<ReminderRules> builder)
    {
        builder.ToTable("reminder_rules").HasKey(r => r.Id);
        builder.ComplexProperty(r => r.SwitchedOn);
    }

    public void Configure(EntityTypeBuilder<ReminderRun> builder)
    {
        builder.ToTable("reminder_runs").HasKey(r => r.Id);
        builder.HasIndex(r => r.Key).IsUnique();
        builder.HasIndex(r => r.Day).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminders").HasKey(r => new { r.RunId, r.PersonId });
        builder.Property(r => r.State).HasConversion<string>();
        builder.HasOne<ReminderRun>().WithMany().HasForeignKey(r => r.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
