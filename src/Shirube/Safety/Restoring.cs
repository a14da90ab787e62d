using System.Globalization;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Safety;

/// <param name="Connection">Where the database shall lie: a PostgreSQL connection, or <see cref="Restoring.AsFile"/>; null for where it lies now, else a file.</param>
internal sealed record RestoreChoice(MunicipalityCode? Named, bool Replace, string? Connection);

internal sealed record Restored(string Municipality, string Name, DateTime MadeAt, string Database, int Tables, long Rows, IReadOnlyList<string> PutAside, IReadOnlyList<string> Findings);

/// <summary>Brings a municipality back from a backup or an export. What is there stays untouched until the new is whole, and is then put aside, never deleted.</summary>
internal sealed class Restoring(Catalogue catalogue, TimeProvider clock, Progress progress)
{
    public const string AsFile = "sqlite";

    public async Task<Restored> RunAsync(CopyReader copy, RestoreChoice choice, CancellationToken cancel)
    {
        progress.Say($"「{copy.Place}」の全体を確かめています…");
        copy.Check(cancel);
        var manifest = copy.Manifest;
        var code = MunicipalityCode.Parse(manifest.MunicipalityCode);
        (choice.Named is { } named && named != code ? Refusals.CopyOfAnother(code.Value, manifest.MunicipalityName, named.Value) : OfficeFilling.WhyNot(manifest.Schema)).ThrowIfAny();
        Directory.CreateDirectory(catalogue.Folder);
        using var alone = choice.Replace ? InUse.Alone(catalogue.Folder) : InUse.Together(catalogue.Folder);
        var there = catalogue.Find(code);
        if (!choice.Replace && (there is not null || Placed(code).Any(p => Directory.Exists(p.There))))
            throw new RefusalException(Refusals.CopyMunicipalityExists(code, there?.Name ?? manifest.MunicipalityName));

        var stamp = Tokyo.At(clock.GetUtcNow().UtcDateTime).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var stage = Path.Combine(catalogue.Folder, "restoring", $"{code}-{stamp}-{Guid.NewGuid().ToString("N")[..6]}");
        List<string> putAside;
        Municipality municipality;
        try
        {
            Unpack(copy, stage, cancel);
            municipality = new(code, manifest.MunicipalityName, choice.Connection is null ? there?.Connection : choice.Connection == AsFile ? null : choice.Connection);
            var schemaAside = FillDatabase(copy, municipality, stage, choice.Replace ? $"shirube_aside_{stamp.Replace('-', '_')}" : null, cancel);
            if (there is { Connection: null } && File.Exists(catalogue.SqliteFile(code)))
                catalogue.AsItIs(there).LetGo();
            putAside = [.. Swap(code, stage, Path.Combine(catalogue.Folder, "put-aside", $"{code}-{stamp}")), .. schemaAside is null ? [] : new[] { $"PostgreSQLのスキーマ {schemaAside}" }];
            catalogue.List(municipality);
        }
        finally
        {
            if (Directory.Exists(stage))
                Directory.Delete(stage, recursive: true);
            if (Path.GetDirectoryName(stage) is { } stages && Directory.Exists(stages) && !Directory.EnumerateFileSystemEntries(stages).Any())
                Directory.Delete(stages);
        }

        progress.Say("  変更履歴、公表、参照を確かめています…");
        var sound = await Soundness.OfAsync(catalogue, code, cancel);
        return new(code.Value, municipality.Name, manifest.MadeAt, municipality.Connection is null ? "sqlite" : "postgresql", manifest.Tables.Count, manifest.Rows, putAside, sound.Findings);
    }

    private void Unpack(CopyReader copy, string stage, CancellationToken cancel)
    {
        PrivateFiles.MakeFolder(Path.Combine(stage, "files"));
        foreach (var name in copy.Names.Where(n => n.Split('/')[0] is "files" or "releases" or "keys" && n.Contains('/')))
        {
            cancel.ThrowIfCancellationRequested();
            Lay(copy, name, Path.Combine([stage, .. name.Split('/')]));
        }

        // why: the ring of keys is the installation's: what is missing in it is added, nothing in it replaced.
        foreach (var name in copy.Names.Where(n => n.StartsWith("cookies/", StringComparison.Ordinal)))
            if (Path.Combine([catalogue.Folder, "keys", .. name.Split('/')]) is var ring && !File.Exists(ring))
                Lay(copy, name, ring);
    }

    private static void Lay(CopyReader copy, string name, string file)
    {
        PrivateFiles.MakeFolder(Path.GetDirectoryName(file)!);
        using var to = PrivateFiles.Create(file);
        using var from = copy.Open(name);
        from.CopyTo(to);
        to.Flush(flushToDisk: true);
    }

    private string? FillDatabase(CopyReader copy, Municipality municipality, string stage, string? aside, CancellationToken cancel)
    {
        var database = municipality.Connection is { } connection ? OfficeDatabase.Postgres(connection, clock) : OfficeDatabase.Sqlite(Path.Combine(stage, "files", "office.db"), clock);
        var taken = municipality.Connection is not null && OfficeFilling.HasTables(database);
        if (taken && aside is null)
            throw new RefusalException(Refusals.DatabaseNotEmpty(municipality.Code.Value));
        Fill(copy, database, taken ? aside : null, cancel);
        return taken ? aside : null;
    }

    /// <summary>Fills an empty database with the tables of a copy, each compared.</summary>
    public void Fill(CopyReader copy, OfficeDatabase database, string? aside, CancellationToken cancel)
    {
        var manifest = copy.Manifest;
        progress.Say($"  表 {manifest.Tables.Count}、行 {manifest.Rows:#,0} を入れ、一つずつ比べています…");
        try
        {
            new OfficeFilling(database, manifest.Schema, [.. manifest.Tables.Select(t => new TableCopy(t.Shape, t.Sum, () => copy.Open($"tables/{t.Shape.Name}.csv")))])
            {
                LeavesAccountsEmpty = !manifest.WithAccounts,
                Done = table =>
                {
                    if (table.Sum.Rows >= 10_000)
                        progress.Say($"  表 {table.Shape.Name}: {table.Sum.Rows:#,0}行");
                },
            }.Run(aside, cancel);
        }
        finally
        {
            database.LetGo();
        }
    }

    private IEnumerable<(string Part, string There)> Placed(MunicipalityCode code) =>
    [
        ("files", Path.Combine(catalogue.Folder, code.Value)),
        ("releases", Path.Combine(catalogue.Folder, "releases", code.Value)),
        ("keys", Path.Combine(catalogue.Folder, "keys", code.Value)),
    ];

    // why: each move is a rename within one disk; if one fails, those before it are taken back.
    private List<string> Swap(MunicipalityCode code, string stage, string asideFolder)
    {
        var moved = new Stack<(string From, string To)>();
        try
        {
            foreach (var (part, there) in Placed(code))
            {
                if (Directory.Exists(there))
                    Move(there, Path.Combine(asideFolder, part), moved);
                if (Directory.Exists(Path.Combine(stage, part)))
                    Move(Path.Combine(stage, part), there, moved);
            }
        }
        catch
        {
            foreach (var (from, to) in moved)
                Directory.Move(to, from);
            throw;
        }

        if (Directory.Exists(Path.Combine(catalogue.Folder, "cache", "releases", code.Value)))
            Directory.Delete(Path.Combine(catalogue.Folder, "cache", "releases", code.Value), recursive: true);
        return Directory.Exists(asideFolder) ? [asideFolder] : [];
    }

    private static void Move(string from, string to, Stack<(string, string)> moved)
    {
        PrivateFiles.MakeFolder(Path.GetDirectoryName(to)!);
        Directory.Move(from, to);
        moved.Push((from, to));
    }
}
