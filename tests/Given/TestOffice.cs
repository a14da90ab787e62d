using System.Collections;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shirube.Data;

namespace Given;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>For <c>[Theory, ClassData(typeof(BothDatabases))]</c>: each test runs on SQLite and on PostgreSQL.</summary>
public sealed class BothDatabases : IEnumerable<object[]>
{
    public IEnumerator<object[]> GetEnumerator()
    {
        yield return [Engine.Sqlite];
        yield return [Engine.Postgres];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A fresh office database of one test.</summary>
public sealed class TestOffice : IDisposable
{
    private readonly DirectoryInfo? folder;

    private TestOffice(OfficeDatabase database, string connection, DirectoryInfo? folder, TestClock clock)
    {
        Database = database;
        Connection = connection;
        this.folder = folder;
        Clock = clock;
    }

    public OfficeDatabase Database { get; }
    public string Connection { get; }
    public TestClock Clock { get; }

    public static TestOffice On(Engine engine)
    {
        var clock = new TestClock(new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        if (engine == Engine.Postgres)
        {
            var connection = PostgresServer.Instance.NewOffice();
            return new(OfficeDatabase.Postgres(connection, clock), connection, null, clock);
        }

        var place = Directory.CreateTempSubdirectory("shirube-office-");
        var file = Path.Combine(place.FullName, "office.db");
        var database = OfficeDatabase.Sqlite(file, clock);
        database.Upgrade();
        return new(database, $"Data Source={file}", place, clock);
    }

    public OfficeDb Open() => Database.Open();

    public void Dispose()
    {
        if (folder is null)
        {
            using var connection = new NpgsqlConnection(Connection);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
