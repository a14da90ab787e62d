using System.Data;
using System.Data.Common;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>Applies the numbered schema files a database does not have yet, one transaction each.</summary>
internal sealed class SchemaUpgrade(bool isSqlite, IReadOnlyList<SchemaFile> files, TimeProvider clock)
{
    // why: any number, the same for every process that upgrades this database.
    private const string PostgresLock = "SELECT pg_advisory_xact_lock(20260401)";

    public SchemaUpgrade(bool isSqlite, TimeProvider clock) : this(isSqlite, SchemaFile.All(isSqlite ? "sqlite" : "postgres"), clock) { }

    public void Apply(DbConnection connection)
    {
        if (connection.State != ConnectionState.Open)
            connection.Open();
        if (HasNothingToDo(connection))
            return;
        foreach (var file in files)
            Apply(connection, file);
    }

    /// <summary>Applies what is missing within a transaction that others began: all of it stands or falls with theirs.</summary>
    public void ApplyWithin(DbConnection connection, DbTransaction transaction)
    {
        foreach (var file in files)
            TakeUp(connection, transaction, file);
    }

    /// <summary>The files a database has, and those it has not yet; null where it has no tables of ours at all.</summary>
    public SchemaState? State(DbConnection connection, DbTransaction? transaction = null)
    {
        if (!HasList(connection, transaction))
            return null;
        var applied = Applied(connection, transaction);
        Check(applied);
        return new([.. files.Where(f => applied.ContainsKey(f.Number)).Select(SchemaStep.Of)], [.. files.Where(f => !applied.ContainsKey(f.Number)).Select(SchemaStep.Of)]);
    }

    private bool HasNothingToDo(DbConnection connection)
    {
        if (!HasList(connection))
            return false;
        var applied = Applied(connection);
        Check(applied);
        return files.All(f => applied.ContainsKey(f.Number));
    }

    private void Apply(DbConnection connection, SchemaFile file)
    {
        var rebuilds = isSqlite && file.RebuildsTables;
        if (rebuilds)
            Run(connection, null, "PRAGMA foreign_keys=OFF");
        try
        {
            using var transaction = connection.BeginTransaction();
            if (!isSqlite)
                Run(connection, transaction, PostgresLock);
            if (TakeUp(connection, transaction, file))
                transaction.Commit();
        }
        finally
        {
            if (rebuilds)
                Run(connection, null, "PRAGMA foreign_keys=ON");
        }
    }

    // why: another process may have applied the file between our look and our lock.
    private bool TakeUp(DbConnection connection, DbTransaction transaction, SchemaFile file)
    {
        if (HasList(connection, transaction))
        {
            var applied = Applied(connection, transaction);
            Check(applied);
            if (applied.ContainsKey(file.Number))
                return false;
        }
        else
        {
            Run(connection, transaction, "CREATE TABLE schema_files (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at_utc TEXT NOT NULL)");
        }

        Run(connection, transaction, file.Sql);
        if (isSqlite && file.RebuildsTables)
            CheckForeignKeys(connection, transaction, file);
        Run(connection, transaction, "INSERT INTO schema_files (number, name, sha256, applied_at_utc) VALUES (@number, @name, @sha, @at)",
            ("@number", file.Number), ("@name", file.Name), ("@sha", file.Sha256), ("@at", Canonical.Instant(clock.GetUtcNow().UtcDateTime)));
        return true;
    }

    private void Check(Dictionary<int, string> applied)
    {
        if (applied.Keys.Max() is var newest && newest > files[^1].Number)
            throw new RefusalException(Refusals.DatabaseNewer(newest, files[^1].Number));
        if (files.FirstOrDefault(f => applied.TryGetValue(f.Number, out var sha) && sha != f.Sha256) is { } changed)
            throw new RefusalException(Refusals.SchemaFileChanged(changed.Name));
    }

    private bool HasList(DbConnection connection, DbTransaction? transaction = null)
    {
        using var command = Command(connection, transaction, isSqlite
            ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_files'"
            : "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_files'");
        return Convert.ToInt64(command.ExecuteScalar()) > 0;
    }

    private static Dictionary<int, string> Applied(DbConnection connection, DbTransaction? transaction = null)
    {
        using var command = Command(connection, transaction, "SELECT number, sha256 FROM schema_files ORDER BY number");
        using var reader = command.ExecuteReader();
        var applied = new Dictionary<int, string>();
        while (reader.Read())
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        return applied;
    }

    private static void CheckForeignKeys(DbConnection connection, DbTransaction transaction, SchemaFile file)
    {
        using var command = Command(connection, transaction, "PRAGMA foreign_key_check");
        using var reader = command.ExecuteReader();
        if (reader.Read())
            throw new InvalidOperationException($"{file.Name} leaves rows of {reader.GetString(0)} without the {reader.GetString(2)} they name.");
    }

    // why: a plain command; ExecuteSqlRaw would take braces in the file for placeholders.
    private static void Run(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(connection, transaction, sql);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }
}
