using System.Globalization;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Safety;

internal sealed record Moved(string Municipality, string From, string To, int Tables, long Rows, string Backup, string? Old);

/// <summary>Moves an office database from a file to PostgreSQL or back: by a backup, every table compared on both sides before the list of municipalities names the new one. The old one is kept.</summary>
internal sealed class Moving(Catalogue catalogue, TimeProvider clock, Progress progress)
{
    public Moved Run(Municipality municipality, string to, CancellationToken cancel)
    {
        var connection = to == Restoring.AsFile ? null : to;
        if ((connection is null && municipality.Connection is null) || connection == municipality.Connection)
            throw new RefusalException(Refusals.DatabaseAlreadyThere(municipality.Code));
        using var alone = InUse.Alone(catalogue.Folder);
        var file = catalogue.SqliteFile(municipality.Code);
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        var source = catalogue.AsItIs(municipality);
        var target = connection is null ? OfficeDatabase.Sqlite(beside, clock) : OfficeDatabase.Postgres(connection, clock);
        try
        {
            if (OfficeFilling.HasTables(target))
                throw new RefusalException(Refusals.DatabaseNotEmpty(municipality.Code.Value));
            var backup = new Backups(catalogue, clock, progress).Make(municipality, null, null, cancel);
            using var copy = CopyReader.At(backup.File);
            new Restoring(catalogue, clock, progress).Fill(copy, target, null, cancel);
            CompareWith(source, copy.Manifest, cancel);
            source.LetGo();
            target.LetGo();
            if (connection is null)
                File.Move(beside, file);
            catalogue.List(municipality with { Connection = connection });
            return new(municipality.Code.Value, source.IsSqlite ? "sqlite" : "postgresql", target.IsSqlite ? "sqlite" : "postgresql", backup.Tables, backup.Rows, backup.File, source.IsSqlite ? PutAside(municipality.Code, file) : null);
        }
        finally
        {
            target.LetGo();
            foreach (var ending in new[] { "", "-wal", "-shm" })
                File.Delete(beside + ending);
        }
    }

    // why: nobody here writes meanwhile; a server on another machine may have.
    private void CompareWith(OfficeDatabase source, CopyManifest manifest, CancellationToken cancel)
    {
        progress.Say("  もとのデータベースと、もう一度比べています…");
        using var snapshot = new OfficeSnapshot(source);
        foreach (var table in manifest.Tables)
            if (snapshot.Write(table.Shape, Stream.Null, cancel) != table.Sum)
                throw new RefusalException(Refusals.CopyDiffers(table.Shape.Name));
    }

    private string PutAside(MunicipalityCode code, string file)
    {
        var stamp = Tokyo.At(clock.GetUtcNow().UtcDateTime).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var aside = Path.Combine(catalogue.Folder, "put-aside", $"{code}-{stamp}");
        PrivateFiles.MakeFolder(aside);
        foreach (var ending in new[] { "-wal", "-shm", "" })
            if (File.Exists(file + ending))
                File.Move(file + ending, Path.Combine(aside, Path.GetFileName(file) + ending));
        return Path.Combine(aside, Path.GetFileName(file));
    }
}
