using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>The rows of one table as a copy holds them, and what they must add up to.</summary>
public sealed record TableCopy(TableShape Shape, TableSum Sum, Func<Stream> Open);

/// <summary>Fills an empty office database from a copy: the schema the copy was made with, every table, every table compared, then the schema files that came later. All of it or nothing.</summary>
public sealed class OfficeFilling(OfficeDatabase database, IReadOnlyList<SchemaStep> schema, IReadOnlyList<TableCopy> tables)
{
    /// <summary>Is told of each table that was filled and compared.</summary>
    public Action<TableCopy>? Done { get; init; }

    /// <summary>Whether the copy leaves out the accounts on purpose; their tables then stay empty.</summary>
    public bool LeavesAccountsEmpty { get; init; }

    /// <summary>Why a copy of this schema cannot be taken in by this program; null when it can.</summary>
    public static Refusal? WhyNot(IReadOnlyList<SchemaStep> schema) =>
        schema.FirstOrDefault(s => SchemaStep.All.All(k => k.Number != s.Number)) is { } unknown ? Refusals.CopyNewer(unknown.Name)
        : schema.FirstOrDefault(s => !SchemaStep.All.Contains(s)) is { } changed ? Refusals.SchemaFileChanged(changed.Name)
        : schema.Count == 0 ? Refusals.CopyNewer("-") : null;

    /// <summary>Whether the database has tables already, ours or another's.</summary>
    public static bool HasTables(OfficeDatabase database)
    {
        using var db = database.Open();
        db.Database.OpenConnection();
        return new OfficeShape(db.Database.GetDbConnection(), null, db).Read().Count > 0;
    }

    /// <param name="aside">On PostgreSQL: under which name the schema that is there is put aside; null where the database is empty.</param>
    public void Run(string? aside, CancellationToken cancel)
    {
        WhyNot(schema).ThrowIfAny();
        using var db = database.Open();
        db.Database.OpenConnection();
        var connection = db.Database.GetDbConnection();
        if (connection is SqliteConnection)
            FillFile(db, connection, cancel);
        else
            FillPostgres(db, connection, aside, cancel);
        SearchTexts.CatchUpAsync(db, cancel).GetAwaiter().GetResult();
    }

    private void FillFile(OfficeDb db, DbConnection connection, CancellationToken cancel)
    {
        Upgrade(then: false).Apply(connection);
        Run(connection, null, "PRAGMA foreign_keys=OFF");
        using (var transaction = connection.BeginTransaction())
        {
            Fill(new(connection, transaction, db), (sql) => Run(connection, transaction, sql), cancel);
            using var lost = Command(connection, transaction, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1");
            if (lost.ExecuteScalar() is string table)
                throw new RefusalException(Refusals.CopyReferencesLost(table));
            transaction.Commit();
        }

        Run(connection, null, "PRAGMA foreign_keys=ON");
        Upgrade(then: true).Apply(connection);
        Run(connection, null, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void FillPostgres(OfficeDb db, DbConnection connection, string? aside, CancellationToken cancel)
    {
        using var transaction = connection.BeginTransaction();
        void Do(string sql) => Run(connection, transaction, sql);
        if (aside is not null)
            PutAside(connection, transaction, aside);
        Upgrade(then: false).ApplyWithin(connection, transaction);
        // why: the references are checked once, when they are all there, and not row by row in whatever order the tables come.
        var references = Pairs(connection, transaction,
            "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname), format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace");
        references.ForEach(r => Do(r.First));
        Fill(new(connection, transaction, db), Do, cancel);
        AddBack([.. references.Select(r => r.Second)], Do);
        foreach (var (table, column) in Pairs(connection, transaction, "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'"))
            Do($"SELECT setval(pg_get_serial_sequence('{OfficeTables.Quoted(table)}', '{column}'), coalesce(max({OfficeTables.Quoted(column)}), 0) + 1, false) FROM {OfficeTables.Quoted(table)}");
        Upgrade(then: true).ApplyWithin(connection, transaction);
        transaction.Commit();
    }

    private static void AddBack(List<string> references, Action<string> run)
    {
        try
        {
            references.ForEach(run);
        }
        catch (PostgresException lost) when (lost.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new RefusalException(Refusals.CopyReferencesLost(lost.TableName ?? ""));
        }
    }

    private void Fill(OfficeTables into, Action<string> run, CancellationToken cancel)
    {
        var there = into.Read();
        var fault = tables.FirstOrDefault(t => !there.Any(h => h.Name == t.Shape.Name && h.Columns.Select(c => c.Name).SequenceEqual(t.Shape.Columns.Select(c => c.Name))))?.Shape.Name
            ?? there.FirstOrDefault(h => tables.All(t => t.Shape.Name != h.Name) && !(LeavesAccountsEmpty && TableShape.OfAccounts(there).Contains(h)))?.Name;
        (fault is null ? null : Refusals.CopyTableUnreadable(fault)).ThrowIfAny();
        // why: schema files leave rows of their own in new tables.
        foreach (var table in there)
            run($"DELETE FROM {OfficeTables.Quoted(table.Name)}");
        foreach (var table in tables)
        {
            using (var stream = table.Open())
                into.Fill(table.Shape, stream, cancel);
            if (into.Write(table.Shape, Stream.Null, cancel) != table.Sum)
                throw new RefusalException(Refusals.CopyDiffers(table.Shape.Name));
            Done?.Invoke(table);
        }
    }

    private SchemaUpgrade Upgrade(bool then) =>
        new(database.IsSqlite, [.. SchemaFile.All(database.IsSqlite ? "sqlite" : "postgres").Where(f => then || schema.Any(s => s.Number == f.Number))], database.Clock);

    // why: an extension's words for indexes (trigrams) must be found by the new tables too; the old ones know them by number.
    private static void PutAside(DbConnection connection, DbTransaction transaction, string aside)
    {
        var schema = OfficeTables.Quoted((string)Command(connection, transaction, "SELECT current_schema()").ExecuteScalar()!);
        Run(connection, transaction, $"ALTER SCHEMA {schema} RENAME TO {OfficeTables.Quoted(aside)}");
        Run(connection, transaction, $"CREATE SCHEMA {schema}");
        foreach (var (extension, _) in Pairs(connection, transaction, $"SELECT extname, '' FROM pg_extension WHERE extnamespace = '{OfficeTables.Quoted(aside)}'::regnamespace"))
            Run(connection, transaction, $"ALTER EXTENSION {OfficeTables.Quoted(extension)} SET SCHEMA {schema}");
    }

    private static List<(string First, string Second)> Pairs(DbConnection connection, DbTransaction transaction, string sql)
    {
        using var command = Command(connection, transaction, sql);
        using var reader = command.ExecuteReader();
        var pairs = new List<(string, string)>();
        while (reader.Read())
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        return pairs;
    }

    private static void Run(DbConnection connection, DbTransaction? transaction, string sql)
    {
        using var command = Command(connection, transaction, sql);
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, sql, 0);
        return command;
    }
}
