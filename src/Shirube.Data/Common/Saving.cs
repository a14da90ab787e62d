using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Data;

/// <summary>One save: the versions of changed roots rise, the change log gets an entry for each and the search its texts, in the transaction of the data.</summary>
internal sealed class Saving(OfficeDb db, IReadOnlyDictionary<Aggregate, int> expected, Untracked untracked)
{
    // why: of these one thing has one record; two people who say something of it at the same moment meet at its index.
    private static readonly string[] SaidOnce = ["lineages", "project_lineages", "change_reasons", "assessment_rules"];

    private Dictionary<EntityEntry, List<EntityEntry>> roots = [];

    public async Task<int> SaveAsync(Func<bool, CancellationToken, Task<int>> save, CancellationToken cancel)
    {
        roots = await Roots.ChangedAsync(db, cancel);
        var searched = await SearchTexts.ChangedAsync(db, roots, untracked, cancel);
        foreach (var root in roots.Keys)
            Raise(root);
        var log = await ChangeWriter.WriteAsync(db, roots, cancel);
        try
        {
            var rows = await save(false, cancel) + await NewRows.InsertAsync(db, untracked.Rows(), cancel);
            await log.WriteAsync(untracked, cancel);
            await log.MoveHeadAsync(cancel);
            foreach (var kind in searched.GroupBy(s => s.Kind, s => s.Id))
                await SearchTexts.RefreshAsync(db, kind.Key, [.. kind], cancel);
            return rows;
        }
        finally
        {
            log.Forget();
        }
    }

    // why: two people who add the same part collide on its key before the root's version is looked at; to them it is the same conflict.
    public async Task<EntityEntry?> OvertakenAsync()
    {
        foreach (var root in roots.Keys.Where(r => r.Entity is Aggregate && r.State != EntityState.Added))
        {
            var now = await root.GetDatabaseValuesAsync();
            if (now is null || now.GetValue<int>(nameof(Aggregate.Version)) != (int)VersionOf(root).OriginalValue!)
                return root;
        }

        return null;
    }

    // why: pages look for the number before they save; two clerks who look at the same moment meet here.
    public async Task<Refusal?> WhyRefusedAsync(DbUpdateException failure)
    {
        if (IsTaken(failure, "glossary_terms", "name") && roots.Keys.Select(r => r.Entity).OfType<GlossaryTerm>().FirstOrDefault() is { } term)
            return Refusals.TermTaken(term.Name);
        if (Array.Exists(SaidOnce, table => IsTwice(failure, table)))
            return Refusals.Overtaken;
        var isNumber = IsTaken(failure, "projects", "number");
        var saved = roots.Keys.Select(r => r.Entity).Concat(untracked.Aggregates).OfType<Project>().Where(p => p.Number is not null).ToList();
        var numbers = saved.Select(p => p.Number).ToList();
        var taken = isNumber ? await db.Projects.AsNoTracking().Where(p => numbers.Contains(p.Number)).Select(p => new { p.Id, p.Number, p.Name }).ToListAsync() : [];
        return taken.Find(t => saved.Exists(mine => mine.Number == t.Number && mine.Id != t.Id)) is { } there
            ? Refusals.ProjectNumberTaken(there.Number!, there.Name) : null;
    }

    private static bool IsTwice(DbUpdateException failure, string table) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres && postgres.TableName == table
            || (failure.InnerException is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY } sqlite && sqlite.Message.Contains($" {table}.", StringComparison.Ordinal));

    private static bool IsTaken(DbUpdateException failure, string table, string column) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres && postgres.ConstraintName == $"ix_{table}_{column}"
            || (failure.InnerException is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE } sqlite && sqlite.Message.Contains($"{table}.{column}", StringComparison.Ordinal));

    private void Raise(EntityEntry root)
    {
        if (root.Entity is not Aggregate aggregate)
            return;
        var version = VersionOf(root);
        if (root.State != EntityState.Added && expected.TryGetValue(aggregate, out var based))
            version.OriginalValue = based;
        if (root.State != EntityState.Deleted)
            version.CurrentValue = (int)version.OriginalValue! + 1;
    }

    private static PropertyEntry VersionOf(EntityEntry root) => root.Property(nameof(Aggregate.Version));
}
