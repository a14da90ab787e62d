using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>Makes a release: the file, its manifest and its place in the chain. A crash on the way leaves no release.</summary>
public sealed class ReleaseWriter(string dataDir, TimeProvider clock)
{
    public ReleaseEntry Publish(ReleasedMunicipality municipality, ReleaseContent content, string? note)
    {
        var folder = new ReleaseFolder(dataDir, municipality.Code);
        using var only = folder.Lock();
        Sweep(folder);
        try
        {
            return Make(folder, municipality, content, note);
        }
        catch
        {
            // why: what a full disk broke off takes up the room that is wanted.
            Sweep(folder);
            throw;
        }
    }

    private ReleaseEntry Make(ReleaseFolder folder, ReleasedMunicipality municipality, ReleaseContent content, string? note)
    {
        var at = WholeSecond(clock.GetUtcNow().UtcDateTime);
        var id = NextId(folder, at);
        note = Blank.ToNull(note)?.Trim();
        var temporary = Path.Combine(folder.Path, $"{id}.{Guid.NewGuid():N}.tmp");
        Write(temporary, content, MetaOf(municipality, id, at, note));
        FlushToDisk(temporary);
        var manifest = new SigningKeys(folder).Sign(new Manifest(
            id.ToString(), ReleaseSchema.Current, municipality.Code.Value, municipality.Name, at, note,
            Path.GetFileName(folder.File(id)), new FileInfo(temporary).Length, Sha256.OfFile(temporary), CountsOf(content), PreviousManifest(folder), "", ""),
            (m, key) => m with { KeyId = key });
        File.Move(temporary, folder.File(id));
        ReleaseFolder.WriteWhole(folder.Manifest(id), CanonicalJson.Write(manifest));
        new ChainEnd(folder).Remember(id);
        return new(id, manifest, null);
    }

    // why: the manifest is renamed into place last, so a file without one was never published.
    private static void Sweep(ReleaseFolder folder)
    {
        var published = folder.Ids(".manifest.json").ToHashSet();
        foreach (var orphan in folder.Ids(".release").Where(id => !published.Contains(id)))
            File.Delete(folder.File(orphan));
        foreach (var withdrawn in folder.Ids(".withdrawal.json"))
            File.Delete(folder.File(withdrawn));
        foreach (var half in Directory.EnumerateFiles(folder.Path, "*.tmp*"))
            File.Delete(half);
    }

    private static DateTime WholeSecond(DateTime utc) => new(utc.Ticks - utc.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private static ReleaseId NextId(ReleaseFolder folder, DateTime at)
    {
        var day = Tokyo.DayOf(at);
        var last = folder.Ids(".manifest.json") is [.., var newest] ? newest : default;
        (last.Day > day ? Refusals.ReleaseClockBehind : null).ThrowIfAny();
        return new(day, last.Day == day ? last.Number + 1 : 1);
    }

    private static string? PreviousManifest(ReleaseFolder folder) =>
        folder.Ids(".manifest.json") is [.., var last] ? Sha256.OfFile(folder.Manifest(last)) : null;

    private static List<ReleasedMeta> MetaOf(ReleasedMunicipality municipality, ReleaseId id, DateTime at, string? note) =>
    [
        new("municipality_code", municipality.Code.Value),
        new("municipality_name", municipality.Name),
        new("note", note ?? ""),
        new("published_at", at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
        new("release", id.ToString()),
        new("schema", ReleaseSchema.Current.ToString(CultureInfo.InvariantCulture)),
    ];

    private static Dictionary<string, int> CountsOf(ReleaseContent content) =>
        DataDictionary.Tables.Where(t => t != DataDictionary.Meta).ToDictionary(t => t.Name, t => t.Rows(content).Count);

    private static void Write(string path, ReleaseContent content, List<ReleasedMeta> meta)
    {
        using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        file.Open();
        // why: nobody sees the file before it is whole and on the disk, so a journal would protect nothing.
        file.Execute($"PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA application_id={ReleaseSchema.ApplicationId}; PRAGMA user_version={ReleaseSchema.Current};");
        using var transaction = file.BeginTransaction();
        file.Execute(ReleaseSchema.CreateStatements());
        Fill(file, DataDictionary.Meta, meta);
        foreach (var table in DataDictionary.Tables.Where(t => t != DataDictionary.Meta))
            Fill(file, table, table.Rows(content));
        FillSearch(file, content);
        transaction.Commit();
    }

    private static void Fill(SqliteConnection file, ReleaseTable table, IReadOnlyList<object> rows)
    {
        var keys = table.Key.Select(k => table.Columns.ToList().FindIndex(c => c.Name == k)).ToArray();
        var cells = rows.Select(row => table.Columns.Select(c => ReleaseSchema.Cell(c.Property.GetValue(row))).ToArray()).ToList();
        // why: rows in the order of their key make the same content the same bytes.
        cells.Sort((a, b) => Compare(a, b, keys));
        using var insert = file.CreateCommand();
        insert.CommandText = $"INSERT INTO {table.Name} VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        var parameters = table.Columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" })).ToArray();
        foreach (var row in cells)
        {
            for (var i = 0; i < row.Length; i++)
                parameters[i].Value = row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }

    private static int Compare(object?[] a, object?[] b, int[] keys)
    {
        foreach (var key in keys)
            if (Compare(a[key], b[key]) is not 0 and var order)
                return order;
        return 0;
    }

    private static int Compare(object? a, object? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (long x, long y) => x.CompareTo(y),
        _ => string.CompareOrdinal((string)a, (string)b),
    };

    private static void FillSearch(SqliteConnection file, ReleaseContent content)
    {
        var id = 0;
        foreach (var (kind, plan, key, title, folded) in SearchText.Of(content))
            file.Execute("INSERT INTO search VALUES (@id, @kind, @plan, @key, @title, @folded)", new { id = ++id, kind, plan, key, title, folded });
        file.Execute("INSERT INTO search_index(search_index) VALUES('rebuild'); INSERT INTO search_index(search_index) VALUES('optimize');");
    }

    private static void FlushToDisk(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
