using System.Reflection;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;

namespace Shirube.Safety;

/// <summary>What of a municipality is left out of a copy on purpose.</summary>
internal sealed record LeftOut(bool Accounts, bool Keys)
{
    public static readonly LeftOut Nothing = new(false, false);
}

/// <summary>Writes everything one municipality owns into a copy: every table as of one moment, the kept files, the releases, the keys.</summary>
internal sealed class Packing(Catalogue catalogue, TimeProvider clock, Progress progress)
{
    /// <summary>Files of the municipality's folder that are not content of it: the database itself, which is written table by table, and the mark of the last backup.</summary>
    private static bool IsContent(string name) => !name.StartsWith("office.db", StringComparison.Ordinal) && name != BackupMark.FileName && !name.StartsWith('.') && !name.EndsWith(".tmp", StringComparison.Ordinal);

    /// <summary>The table because of which what was packed last cannot be restored; null where it can.</summary>
    public string? LostIn { get; private set; }

    public CopyManifest Pack(Municipality municipality, CopyWriter to, LeftOut leftOut, CancellationToken cancel)
    {
        var database = catalogue.AsItIs(municipality);
        var now = clock.GetUtcNow().UtcDateTime;
        CopyManifest manifest;
        using (var snapshot = new OfficeSnapshot(database))
        {
            LostIn = snapshot.TableWithLostReference();
            var tables = WriteTables(snapshot, to, leftOut, cancel);
            manifest = new(CopyManifest.FormatName, CopyManifest.Current, municipality.Code.Value, municipality.Name, new(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc),
                ProgramVersion, database.IsSqlite ? "sqlite" : "postgresql", !leftOut.Accounts, !leftOut.Keys, snapshot.Schema, tables);
        }

        var files = WriteFiles(municipality.Code, to, leftOut, cancel);
        to.Add("datapackage.json", stream => DataPackage.Write(manifest, stream));
        to.Add(CopyManifest.FileName, stream =>
        {
            manifest.Write(stream);
            return true;
        });
        to.Finish();
        progress.Say($"  表 {manifest.Tables.Count}、行 {manifest.Rows:#,0}、ファイル {files:#,0} を書きました。");
        return manifest;
    }

    public static string ProgramVersion => typeof(Packing).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private List<CopiedTable> WriteTables(OfficeSnapshot snapshot, CopyWriter to, LeftOut leftOut, CancellationToken cancel)
    {
        var chosen = snapshot.Tables.Where(t => !leftOut.Accounts || snapshot.AccountTables.All(a => a.Name != t.Name)).ToList();
        var tables = new List<CopiedTable>();
        foreach (var table in chosen)
        {
            var sum = to.Add($"tables/{table.Name}.csv", stream => snapshot.Write(table, stream, cancel));
            tables.Add(new(table, sum));
            if (sum.Rows >= 10_000)
                progress.Say($"  表 {table.Name}: {sum.Rows:#,0}行({tables.Count}/{chosen.Count})");
        }

        return tables;
    }

    private int WriteFiles(MunicipalityCode code, CopyWriter to, LeftOut leftOut, CancellationToken cancel)
    {
        var releases = Path.Combine(catalogue.Folder, "releases", code.Value);
        using var still = Directory.Exists(releases) ? new ReleaseStore(catalogue.Folder).HoldOff(code) : null;
        var count = Take("files", Path.Combine(catalogue.Folder, code.Value), to, cancel) + Take("releases", releases, to, cancel);
        if (!leftOut.Keys)
            count += Take("keys", Path.Combine(catalogue.Folder, "keys", code.Value), to, cancel);
        // why: what accounts keep protected (keys of second factors) can be read only with the ring of keys it was protected with.
        if (!leftOut.Accounts)
            count += Take("cookies", Path.Combine(catalogue.Folder, "keys", "cookies"), to, cancel);
        return count;
    }

    private static int Take(string under, string folder, CopyWriter to, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            return 0;
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).Where(f => IsContent(Path.GetFileName(f))).Order(StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            count += to.Add($"{under}/{Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')}", stream =>
            {
                using var from = File.OpenRead(file);
                from.CopyTo(stream);
                return 1;
            });
        }

        return count;
    }
}
