using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>Where one office database lies: its connection, and the gate all writers of this process pass one by one.</summary>
public sealed class OfficeDatabase
{
    private readonly DbContextOptions<OfficeDb> options;

    private OfficeDatabase(DbContextOptions<OfficeDb> options, bool isSqlite, TimeProvider clock)
    {
        this.options = options;
        IsSqlite = isSqlite;
        Clock = clock;
    }

    public bool IsSqlite { get; }

    internal SemaphoreSlim Gate { get; } = new(1, 1);

    internal TimeProvider Clock { get; }

    /// <summary>A database in a file, made when it is not there; one that <paramref name="mustExist"/> is never made by opening it.</summary>
    public static OfficeDatabase Sqlite(string file, TimeProvider clock, bool mustExist = false)
    {
        var mode = mustExist ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate;
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30, Mode = mode }.ToString();
        return new(Options().UseSqlite(connection).AddInterceptors(SqliteSettings.Instance).Options, isSqlite: true, clock);
    }

    public static OfficeDatabase Postgres(string connection, TimeProvider clock)
    {
        try
        {
            _ = new Npgsql.NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception odd) when (odd is ArgumentException or FormatException)
        {
            throw new RefusalException(Refusals.ConnectionUnreadable);
        }

        return new(Options().UseNpgsql(connection).Options, isSqlite: false, clock);
    }

    /// <summary>A new unit of work. The caller disposes it.</summary>
    public OfficeDb Open() => new(options, this);

    /// <summary>Brings the schema up to this program's; a newer one is refused.</summary>
    public void Upgrade()
    {
        using var db = Open();
        new SchemaUpgrade(IsSqlite, Clock).Apply(db.Database.GetDbConnection());
        SearchTexts.CatchUpAsync(db).GetAwaiter().GetResult();
    }

    /// <summary>Which schema files the database has and which it lacks; null where it has no tables of ours at all.</summary>
    public SchemaState? Schema()
    {
        using var db = Open();
        db.Database.OpenConnection();
        return new SchemaUpgrade(IsSqlite, Clock).State(db.Database.GetDbConnection());
    }

    /// <summary>Lets go of the connections kept at hand, so that the file can be moved.</summary>
    public void LetGo()
    {
        using var db = Open();
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
            SqliteConnection.ClearPool(sqlite);
        else if (db.Database.GetDbConnection() is Npgsql.NpgsqlConnection postgres)
            Npgsql.NpgsqlConnection.ClearPool(postgres);
    }

    private static DbContextOptionsBuilder<OfficeDb> Options() => new();

    private sealed class SqliteSettings : DbConnectionInterceptor
    {
        public static readonly SqliteSettings Instance = new();
        private static readonly ConditionalWeakTable<object, object> set = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }

        // why: a handle from the pool keeps its settings, and every query opens a connection.
        private static void Apply(DbConnection connection)
        {
            if (connection is not SqliteConnection { Handle: { } handle } || set.TryGetValue(handle, out _))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
            command.ExecuteNonQuery();
            set.TryAdd(handle, handle);
        }
    }
}
