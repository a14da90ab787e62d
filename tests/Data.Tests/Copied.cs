using System.Text;
using Given;
using Shirube.Data;

namespace Data.Tests;

/// <summary>A copy in memory: the text of each table.</summary>
internal sealed class Copied : IDisposable
{
    private readonly List<(TableShape Shape, TableSum Sum)> tables = [];
    private readonly IReadOnlyList<SchemaStep> schema;

    public Copied(OfficeDatabase database)
    {
        Database = database;
        using var snapshot = new OfficeSnapshot(database);
        schema = snapshot.Schema;
        foreach (var table in snapshot.Tables)
        {
            using var memory = new MemoryStream();
            tables.Add((table, snapshot.Write(table, memory, CancellationToken.None)));
            Texts[table.Name] = Encoding.UTF8.GetString(memory.ToArray());
        }
    }

    public OfficeDatabase Database { get; }

    public Dictionary<string, string> Texts { get; } = [];

    public IReadOnlyList<TableShape> Shapes => [.. tables.Select(t => t.Shape)];

    public IReadOnlyList<SchemaStep> Schema => schema;

    public Copied Again() => new(Database);

    private DirectoryInfo? folder;

    public Copied Fill(Engine engine)
    {
        var place = engine == Engine.Sqlite ? Directory.CreateTempSubdirectory("shirube-copy-") : null;
        var database = place is null ? OfficeDatabase.Postgres(PostgresServer.Instance.NewEmpty(), TimeProvider.System) : OfficeDatabase.Sqlite(Path.Combine(place.FullName, "office.db"), TimeProvider.System);
        new OfficeFilling(database, schema, [.. tables.Select(t => new TableCopy(t.Shape, t.Sum, () => new MemoryStream(Encoding.UTF8.GetBytes(Texts[t.Shape.Name]))))]).Run(null, CancellationToken.None);
        return new(database) { folder = place };
    }

    public void Dispose()
    {
        Database.LetGo();
        folder?.Delete(recursive: true);
    }
}
