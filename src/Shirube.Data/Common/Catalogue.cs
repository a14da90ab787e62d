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

    private readonly ConcurrentDictionary<MunicipalityCode, Lazy<OfficeDatabase>> databases = new();

    /// <summary>The folder that holds everything this installation owns.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

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
        Upgrade(Database(municipality), code);
        Write([.. Read(), municipality]);
        return municipality;
    }

    /// <summary>The office database of a municipality, its schema brought up to this program's. The caller disposes it.</summary>
    public OfficeDb Open(MunicipalityCode code) =>
        databases.GetOrAdd(code, c => new(() => Prepare(c))).Value.Open();

    private OfficeDatabase Prepare(MunicipalityCode code)
    {
        try
        {
            var municipality = Find(code) ?? throw new RefusalException(Refusals.MunicipalityUnknown(code));
            if (municipality.Connection is null && !File.Exists(SqliteFile(code)))
                throw new RefusalException(Refusals.DatabaseMissing(code, SqliteFile(code)));
            var database = Database(municipality);
            Upgrade(database, code);
            return database;
        }
        catch
        {
            // why: a Lazy keeps its exception; the next request asks again.
            databases.TryRemove(code, out _);
            throw;
        }
    }

    private OfficeDatabase Database(Municipality municipality) =>
        municipality.Connection is { } connection ? OfficeDatabase.Postgres(connection, clock)
        : OfficeDatabase.Sqlite(SqliteFile(municipality.Code), clock);

    private static void Upgrade(OfficeDatabase database, MunicipalityCode code)
    {
        try
        {
            database.Upgrade();
        }
        catch (Exception failure) when (failure is NpgsqlException and not PostgresException or System.Net.Sockets.SocketException
            or PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification })
        {
            throw new RefusalException(Refusals.DatabaseUnreachable(code, failure.Message));
        }
    }

    private string SqliteFile(MunicipalityCode code) => Path.Combine(Folder, code.Value, "office.db");

    private List<Municipality> Read()
    {
        if (!File.Exists(FilePath))
            return [];
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
        using (var stream = File.Create(beside))
        {
            JsonSerializer.Serialize(stream, rows, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, FilePath, overwrite: true);
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
