using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>A release opened for reading. Columns map to the constructor parameters or properties of a row type by name, underscores apart.</summary>
public sealed class Release : IDisposable
{
    private readonly string connectionString;

    private Release(string connectionString, ReleaseEntry entry)
    {
        this.connectionString = connectionString;
        Entry = entry;
        Municipality = new(MunicipalityCode.Parse(entry.Manifest.MunicipalityCode), entry.Manifest.MunicipalityName);
    }

    public ReleaseEntry Entry { get; }
    public ReleaseId Id => Entry.Id;
    public DateTime PublishedAt => Entry.PublishedAt;
    public string? Note => Entry.Note;
    public ReleasedMunicipality Municipality { get; }

    internal static Release Open(ReleaseFolder folder, ReleaseEntry entry, ReleaseUpgrade upgrade)
    {
        RowTypes.Register();
        upgrade.WhyNotRead(entry).ThrowIfAny();
        (!File.Exists(folder.File(entry.Id)) || Sha256.OfFile(folder.File(entry.Id)) != entry.Manifest.Sha256 ? Refusals.ReleaseDamaged(entry.Id.ToString()) : null).ThrowIfAny();
        return new(ReadOnly(upgrade.Readable(folder, entry)), entry);
    }

    /// <summary>Rows of a query, as records of <typeparamref name="T"/>.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null)
    {
        using var connection = new SqliteConnection(connectionString);
        return connection.Query<T>(sql, parameters).AsList();
    }

    /// <summary>The first row, or nothing.</summary>
    public T? First<T>(string sql, object? parameters = null)
    {
        using var connection = new SqliteConnection(connectionString);
        return connection.QueryFirstOrDefault<T>(sql, parameters);
    }

    /// <summary>All rows of a table as the file stores them, columns in the dictionary's order.</summary>
    public IEnumerable<object?[]> Cells(ReleaseTable table)
    {
        using var connection = new SqliteConnection(connectionString);
        using var rows = connection.ExecuteReader($"SELECT {string.Join(", ", table.Columns.Select(c => c.Name))} FROM {table.Name} ORDER BY {string.Join(", ", table.Key)}");
        while (rows.Read())
            yield return [.. table.Columns.Select((_, i) => rows.IsDBNull(i) ? null : rows.GetValue(i))];
    }

    /// <summary>What contains all the words, titles first. Words of one or two characters are found too.</summary>
    public IReadOnlyList<Hit> Search(string words, int limit, int skip = 0)
    {
        var terms = SearchText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (terms.Length == 0)
            return [];
        var (where, parameters) = Condition(terms);
        parameters.Add("limit", limit);
        parameters.Add("skip", skip);
        return Query<Hit>($"SELECT kind, plan, key, title FROM search WHERE {where} ORDER BY instr(lower(title), @t0) = 0, kind, id LIMIT @limit OFFSET @skip", parameters);
    }

    public int CountHits(string words)
    {
        var terms = SearchText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (terms.Length == 0)
            return 0;
        var (where, parameters) = Condition(terms);
        return First<int>($"SELECT count(*) FROM search WHERE {where}", parameters);
    }

    // why: the trigram index finds nothing under three characters.
    private static (string Where, DynamicParameters Parameters) Condition(string[] terms)
    {
        var parameters = new DynamicParameters();
        var where = new StringBuilder("1 = 1");
        for (var i = 0; i < terms.Length; i++)
        {
            parameters.Add($"t{i}", terms[i]);
            where.Append(" AND instr(folded, @t").Append(i).Append(") > 0");
        }
        var indexed = terms.Where(t => t.EnumerateRunes().Count() >= 3).Select(t => $"\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").ToList();
        if (indexed.Count > 0)
        {
            parameters.Add("match", string.Join(" AND ", indexed));
            where.Append(" AND id IN (SELECT rowid FROM search_index WHERE search_index MATCH @match)");
        }
        return (where.ToString(), parameters);
    }

    internal static string ReadOnly(string path) =>
        new SqliteConnectionStringBuilder { DataSource = $"file:{string.Join('/', Path.GetFullPath(path).Split('/').Select(Uri.EscapeDataString))}?mode=ro&immutable=1" }.ToString();

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}

/// <summary>Something a search found: plan, item, project or indicator, with the key its address is made of.</summary>
public sealed record Hit(string Kind, PublicKey? Plan, PublicKey Key, string Title);
