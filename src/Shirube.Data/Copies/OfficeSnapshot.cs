using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>An office database as it was at one moment, read while others go on writing.</summary>
public sealed class OfficeSnapshot : IDisposable
{
    private readonly OfficeDb db;
    private readonly DbTransaction transaction;
    private readonly OfficeTables tables;

    /// <exception cref="RefusalException">The database has no tables, or is newer than the program.</exception>
    public OfficeSnapshot(OfficeDatabase database)
    {
        db = database.Open();
        try
        {
            db.Database.OpenConnection();
            var connection = db.Database.GetDbConnection();
            transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : connection.BeginTransaction(IsolationLevel.RepeatableRead);
            // why: SQLite fixes the moment at the first read.
            Schema = new SchemaUpgrade(database.IsSqlite, database.Clock).State(connection, transaction)?.Applied ?? throw new RefusalException(Refusals.DatabaseWithoutTables);
            tables = new(connection, transaction, db);
            Tables = tables.Read();
        }
        catch
        {
            transaction?.Dispose();
            db.Dispose();
            throw;
        }
    }

    /// <summary>The schema files the database has.</summary>
    public IReadOnlyList<SchemaStep> Schema { get; }

    public IReadOnlyList<TableShape> Tables { get; }

    /// <summary>The tables that hold how people sign in: that of the accounts and all that hang on it.</summary>
    public IReadOnlyList<TableShape> AccountTables => TableShape.OfAccounts(Tables);

    /// <summary>Writes the rows of a table as CSV, in the order of the key.</summary>
    public TableSum Write(TableShape table, Stream to, CancellationToken cancel) => tables.Write(table, to, cancel);

    /// <summary>A table with a row that names something that is gone, so that a copy of it cannot be restored; null where all is well.</summary>
    public string? TableWithLostReference()
    {
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite)
            return null;
        using var command = sqlite.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1";
        return command.ExecuteScalar() as string;
    }

    public void Dispose()
    {
        transaction.Dispose();
        db.Dispose();
    }
}
