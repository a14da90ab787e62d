using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shirube.Domain.Common;
using Shirube.Domain.Deliberation;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Surveys;

namespace Shirube.Data;

/// <summary>The office database of one municipality.</summary>
public sealed class OfficeDb : IdentityUserContext<Account, Guid>
{
    private readonly Dictionary<Aggregate, int> expected = [];
    private readonly Untracked untracked;

    internal OfficeDb(DbContextOptions<OfficeDb> options, OfficeDatabase database) : base(options)
    {
        Home = database;
        untracked = new(this);
    }

    /// <summary>What the change log writes with the next save.</summary>
    public ChangeContext Change { get; set; } = new(null, "unknown", null);

    public DbSet<Department> Departments => Set<Department>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Transfer> Transfers => Set<Transfer>();
    public DbSet<Reorganization> Reorganizations => Set<Reorganization>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Lineage> Lineages => Set<Lineage>();
    public DbSet<ProjectLineage> ProjectLineages => Set<ProjectLineage>();
    public DbSet<ChangeReason> ChangeReasons => Set<ChangeReason>();
    public DbSet<MayoralTerm> MayoralTerms => Set<MayoralTerm>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<PlanItem> PlanItems => Set<PlanItem>();
    public DbSet<GlossaryTerm> GlossaryTerms => Set<GlossaryTerm>();
    public DbSet<PlanFigure> Figures => Set<PlanFigure>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<Project> Projects => Set<Project>();
    public DbSet<EntryCall> EntryCalls => Set<EntryCall>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<AssessmentRules> AssessmentRules => Set<AssessmentRules>();
    public DbSet<ItemLink> ItemLinks => Set<ItemLink>();
    public DbSet<GoalLink> GoalLinks => Set<GoalLink>();
    public DbSet<OwnGoalSet> OwnGoalSets => Set<OwnGoalSet>();
    public DbSet<OwnGoal> OwnGoals => Set<OwnGoal>();
    public DbSet<Initiative> Initiatives => Set<Initiative>();
    public DbSet<PartnerActivity> PartnerActivities => Set<PartnerActivity>();
    public DbSet<EvaluationFact> EvaluationFacts => Set<EvaluationFact>();
    public DbSet<EvaluationForm> EvaluationForms => Set<EvaluationForm>();
    public DbSet<EvaluationRound> EvaluationRounds => Set<EvaluationRound>();
    public DbSet<EvaluationSheet> EvaluationSheets => Set<EvaluationSheet>();
    public DbSet<ExternalReview> ExternalReviews => Set<ExternalReview>();
    public DbSet<SheetReview> SheetReviews => Set<SheetReview>();
    public DbSet<ReminderRules> ReminderRules => Set<ReminderRules>();
    public DbSet<ReminderRun> ReminderRuns => Set<ReminderRun>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<Survey> Surveys => Set<Survey>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<ImportMemory> ImportMemories => Set<ImportMemory>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<AccountRules> AccountRules => Set<AccountRules>();
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<SignInSession> Sessions => Set<SignInSession>();
    public DbSet<SignInEntry> SignIns => Set<SignInEntry>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<UnsavedForm> UnsavedForms => Set<UnsavedForm>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<ChangeEntry> ChangeEntries => Set<ChangeEntry>();
    public DbSet<SearchText> SearchTexts => Set<SearchText>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<VisitsOff> VisitsOff => Set<VisitsOff>();

    public ChangeLog ChangeLog => new(this);

    internal OfficeDatabase Home { get; }

    /// <summary>The version on which the person's form was based: if the aggregate was saved since, the next save is a conflict.</summary>
    public void Expect(Aggregate aggregate, int version) => expected[aggregate] = version;

    /// <summary>Adds many new aggregates with their parts (or rows that belong to none) with the next save, after what is tracked and parents first, at the price of an INSERT a row. They are not tracked, before or after.</summary>
    public void AddUntracked(IEnumerable<object> things) => untracked.Add(things);

    /// <summary>Takes the write lock for several saves that stand or fall together. A single save takes it by itself.</summary>
    public Task<OfficeWrite> BeginWriteAsync(CancellationToken cancel = default) => OfficeWrite.BeginAsync(this, cancel);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // why: who turned detection off (an import of fifty thousand rows) has looked for changes himself.
        if (ChangeTracker.AutoDetectChangesEnabled)
            ChangeTracker.DetectChanges();
        if (!ChangeTracker.HasChanges() && untracked.IsEmpty)
            return 0;
        var saving = new Saving(this, expected, untracked);
        try
        {
            await using var write = await BeginWriteAsync(cancellationToken);
            var rows = await saving.SaveAsync(base.SaveChangesAsync, cancellationToken);
            await write.CommitAsync(cancellationToken);
            if (acceptAllChangesOnSuccess)
                ChangeTracker.AcceptAllChanges();
            expected.Clear();
            untracked.Clear();
            return rows;
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException && Database.CurrentTransaction is null)
        {
            if (await saving.OvertakenAsync() is { } overtaken)
                throw new OvertakenException(failure, overtaken);
            (await saving.WhyRefusedAsync(failure)).ThrowIfAny();
            throw;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving waits for the write lock: use SaveChangesAsync.");

    // why: the schema files hold exactly this version's tables, whatever options the host sets.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conversions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(OfficeDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
            // why: with generated keys EF takes a new part whose key is set for an old one.
            foreach (var key in entity.GetKeys().SelectMany(k => k.Properties).Where(_ => entity.ClrType != typeof(IdentityUserClaim<Guid>)))
                key.ValueGenerated = ValueGenerated.Never;
        }

        SnakeCase.Apply(builder);
    }
}
