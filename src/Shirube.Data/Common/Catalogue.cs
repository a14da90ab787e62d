using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>A municipality of this installation. Without a connection its database is the file <c>CODE/office.db</c> in the data folder.</summary>
public sealed record Municipality(MunicipalityCode Code, string Name, string? Connection);

/// <summary>Which municipalities this installation has and where their office databases lie: the file <c>catalogue.json</c> in the data folder.</summary>
public sealed class Catalogue(string folder, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<MunicipalityCode, Lazy<OfficeDatabase>> databases = new();
    private volatile Known? known;

    private sealed record Known((DateTime Changed, long Length) State, IReadOnlyList<Municipality> Municipalities);

    /// <summary>The folder that holds everything this installation owns.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>What shall be done before an older database is brought up to this program's schema: the program keeps a backup.</summary>
    public Action<Municipality, SchemaState>? BeforeUpgrade { get; init; }

    private string FilePath => Path.Combine(Folder, "catalogue.json");

    /// <summary>All municipalities, by code.</summary>
    public IReadOnlyList<Municipality> All => Read();

    public Municipality? Find(MunicipalityCode code) => Read().FirstOrDefault(m => m.Code == code);

    public Refusal? WhyNotCreate(MunicipalityCode code, string name) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("団体の名前")
        : Find(code) is { } there ? Refusals.MunicipalityExists(code, there.Name) : null;

    /// <summary>Adds a municipality and makes its empty office database: a SQLite file, or the tables in an existing PostgreSQL database.</summary>
    public Municipality Create(MunicipalityCode code, string name, string? connection = null)
    {
        Directory.CreateDirectory(Folder);
        using var alone = LockFile();
        WhyNotCreate(code, name).ThrowIfAny();
        var municipality = new Municipality(code, name.Trim(), connection);
        if (connection is null)
            Directory.CreateDirectory(Path.GetDirectoryName(SqliteFile(code))!);
        Reach(code, Database(municipality, mustExist: false).Upgrade);
        Write([.. Read(), municipality]);
        return municipality;
    }

    /// <summary>Lists a municipality whose database is there already, in the place of what was listed under its code.</summary>
    public void List(Municipality municipality)
    {
        Directory.CreateDirectory(Folder);
        using var alone = LockFile();
        Write([.. Read().Where(m => m.Code != municipality.Code), municipality]);
        databases.TryRemove(municipality.Code, out _);
    }

    /// <summary>The office database of a municipality, its schema brought up to this program's. The caller disposes it.</summary>
    public OfficeDb Open(MunicipalityCode code)
    {
        var database = databases.GetOrAdd(code, c => new(() => Prepare(c))).Value;
        // why: a file that was taken away while it is open goes on being written to, where nobody finds it again.
        if (database.IsSqlite && !File.Exists(SqliteFile(code)))
            throw new RefusalException(Refusals.DatabaseMissing(code, SqliteFile(code)));
        return database.Open();
    }

    /// <summary>The office database as it lies there: never made, never upgraded by being opened.</summary>
    public OfficeDatabase AsItIs(Municipality municipality) =>
        municipality.Connection is not null || File.Exists(SqliteFile(municipality.Code)) ? Database(municipality, mustExist: true)
        : throw new RefusalException(Refusals.DatabaseMissing(municipality.Code, SqliteFile(municipality.Code)));

    private OfficeDatabase Prepare(MunicipalityCode code)
    {
        try
        {
            var municipality = Find(code) ?? throw new RefusalException(Refusals.MunicipalityUnknown(code));
            var database = AsItIs(municipality);
            Reach(code, () => Upgrade(municipality, database));
            return database;
        }
        catch
        {
            // why: a Lazy keeps its exception; the next request asks again.
            databases.TryRemove(code, out _);
            throw;
        }
    }

    private OfficeDatabase Database(Municipality municipality, bool mustExist) =>
        municipality.Connection is { } connection ? OfficeDatabase.Postgres(connection, clock)
        : OfficeDatabase.Sqlite(SqliteFile(municipality.Code), clock, mustExist);

    private void Upgrade(Municipality municipality, OfficeDatabase database)
    {
        // why: a listed municipality has its tables; making them anew where they are gone would hide that everything is lost.
        var state = database.Schema() ?? throw new RefusalException(Refusals.DatabaseWithoutTables);
        if (state.Pending.Count == 0)
            return;
        BeforeUpgrade?.Invoke(municipality, state);
        database.Upgrade();
    }

    private static void Reach(MunicipalityCode code, Action use)
    {
        try
        {
            use();
        }
        catch (Exception failure) when (failure is NpgsqlException and not PostgresException or System.Net.Sockets.SocketException
            or PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification })
        {
            throw new RefusalException(Refusals.DatabaseUnreachable(code, failure.Message));
        }
    }

    /// <summary>Where the office database of a municipality lies when it is a file.</summary>
    public string SqliteFile(MunicipalityCode code) => Path.Combine(Folder, code.Value, "office.db");

    // why: every request of the office asks; the file is read again when its time or size moved. A time that may still be written to twice is not trusted.
    private IReadOnlyList<Municipality> Read()
    {
        var file = new FileInfo(FilePath);
        if (!file.Exists)
            return [];
        var state = (file.LastWriteTimeUtc, file.Length);
        if (known is { } there && there.State == state)
            return there.Municipalities;
        var municipalities = ReadFile();
        known = clock.GetUtcNow().UtcDateTime - state.LastWriteTimeUtc > Settled ? new(state, municipalities) : null;
        return municipalities;
    }

    private List<Municipality> ReadFile()
    {
        try
        {
            return [.. JsonSerializer.Deserialize<List<Row>>(File.ReadAllText(FilePath), Json)!
                .Select(r => new Municipality(MunicipalityCode.Parse(r.Code), r.Name, r.Connection)).OrderBy(m => m.Code.Value, StringComparer.Ordinal)];
        }
        catch (JsonException failure)
        {
            throw new RefusalException(Refusals.CatalogueUnreadable(FilePath, failure.Message));
        }
    }

    // why: a reader sees the old list or the new one, never half of one, whatever happens in between.
    private void Write(IEnumerable<Municipality> municipalities)
    {
        var rows = municipalities.OrderBy(m => m.Code.Value, StringComparer.Ordinal).Select(m => new Row(m.Code.Value, m.Name, m.Connection));
        var beside = $"{FilePath}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // why: a connection may hold a password.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(beside, options))
        {
            JsonSerializer.Serialize(stream, rows, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, FilePath, overwrite: true);
        known = null;
    }

    private FileStream LockFile()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(FilePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 100)
            {
                Thread.Sleep(50);
            }
        }
    }

    private sealed record Row(string Code, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Connection);
}
