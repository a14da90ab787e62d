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

    /// <summary>What contains all the words and none of the excluded, titles first. Words of one or two characters are found too; what cannot be searched for finds nothing.</summary>
    public IReadOnlyList<Hit> Search(SearchWords words, int limit, int skip = 0)
    {
        if (words.IsBlank || words.WhyNot is not null)
            return [];
        using var connection = new SqliteConnection(connectionString);
        connection.CreateFunction<string, string>("folded_text", FoldedText.Fold, isDeterministic: true);
        var (where, parameters) = Condition(words);
        parameters.AddDynamicParams(new { limit, skip });
        return connection.Query<Hit>($"SELECT kind, plan, key, title FROM search WHERE {where} ORDER BY instr(folded_text(title), @w0f0) = 0, kind, id LIMIT @limit OFFSET @skip", parameters).AsList();
    }

    public int CountHits(SearchWords words)
    {
        if (words.IsBlank || words.WhyNot is not null)
            return 0;
        var (where, parameters) = Condition(words);
        return First<int>($"SELECT count(*) FROM search WHERE {where}", parameters);
    }

    private static (string Where, DynamicParameters Parameters) Condition(SearchWords words)
    {
        var (parameters, where) = (new DynamicParameters(), new List<string>());
        foreach (var (word, i) in words.All.Select((w, i) => (w, i)))
            where.Add($"({string.Join(" OR ", word.Forms.Select((form, j) => Holds($"w{i}f{j}", form)))})");
        foreach (var (word, i) in words.Not.Select((w, i) => (w, i)))
            where.Add($"NOT {Holds($"n{i}", word)}");
        // why: the trigram index finds nothing under three characters.
        var indexed = words.All.Where(w => w.Forms.All(f => f.EnumerateRunes().Count() >= 3)).Select(w => $"({string.Join(" OR ", w.Forms.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))})").ToList();
        if (indexed.Count > 0)
        {
            parameters.Add("match", string.Join(" AND ", indexed));
            where.Add("id IN (SELECT rowid FROM search_index WHERE search_index MATCH @match)");
        }

        return (string.Join(" AND ", where), parameters);

        string Holds(string name, string folded)
        {
            parameters.Add(name, folded);
            return $"instr(folded, @{name}) > 0";
        }
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
