using Given;
using Shirube.Data;
using Shirube.Files.Import;
using Shirube.Office.Projects.Import;
using Microsoft.EntityFrameworkCore;

namespace Web.Tests.Import;

/// <summary>An office database in a folder of its own, with files taken in.</summary>
internal sealed class ImportedDatabase : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shirube-import-").FullName;
    private readonly OfficeDatabase database;
    private DateTime now = GivenBatch.Today.AtUtc;

    public ImportedDatabase(Engine engine = Engine.Sqlite)
    {
        database = engine == Engine.Sqlite ? OfficeDatabase.Sqlite(Path.Combine(folder, "office.db"), TimeProvider.System) : OfficeDatabase.Postgres(PostgresServer.Instance.NewOffice(), TimeProvider.System);
        database.Upgrade();
    }

    public OfficeDb Open() => database.Open();

    public Occasion Next => GivenBatch.Today with { AtUtc = now = now.AddMinutes(1) };

    public async Task<Shirube.Domain.Projects.ImportRunId?> TakeInAsync(params ImportedProject[] projects)
    {
        await using var db = Open();
        return (await new OfficeImport(db, Next).RunAsync(GivenBatch.Of(projects), ("{}", "手づくり"))).Run;
    }

    public async Task UndoAsync(Shirube.Domain.Projects.ImportRunId run)
    {
        await using var db = Open();
        await (await ImportUndo.OfAsync(db, run, GivenBatch.Today.Today)).RunAsync(Next);
    }

    /// <summary>Every row of every table but the change log and the runs, so that "as before" means just that.</summary>
    public async Task<string> ContentAsync()
    {
        await using var db = Open();
        var holdings = await HoldingsReader.ReadAsync(db, default);
        var lines = holdings.Projects.Select(p => $"{p.Id} {ProjectFields.Of(p, holdings.Plans.Select(h => h.Id).LastOrDefault(), new(2025)).ToJson()}")
            .Concat(holdings.Indicators.Select(i => $"{i.Id} {IndicatorFields.Of(i).ToJson()}"))
            .Concat(holdings.Evaluations.Select(e => $"{e.Id} {EvaluationFields.Of(e).ToJson()}"))
            .Concat(holdings.Items.Select(i => $"{i.Id} {i.Code} {i.Title} {i.Order}"))
            .Concat(holdings.Departments.Select(d => $"{d.Id} {d.Name}")).Concat(holdings.Plans.Select(p => $"{p.Id} {p.Name}"))
            .Concat(holdings.Memory.Select(m => $"{m.Key} {m.Value.Id} {m.Value.Facts.ToJson()}").Order(StringComparer.Ordinal));
        return string.Join('\n', lines);
    }

    public async Task<long> EntriesAsync()
    {
        await using var db = Open();
        return await db.ChangeEntries.LongCountAsync();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
