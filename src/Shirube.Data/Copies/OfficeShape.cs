using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shirube.Data;

/// <summary>What tables a database has: read from the database itself, so that a table is copied whoever added it and whatever schema it is of; the model says what SQLite does not, what a column holds.</summary>
internal sealed class OfficeShape(DbConnection connection, DbTransaction? transaction, OfficeDb db)
{
    private const string SqliteTables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'schema_files'";
    private const string SqliteColumns = """
        SELECT t.name, c.name, c.type, 1 - c."notnull", c.pk FROM pragma_table_list t, pragma_table_xinfo(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden = 0
        """;
    private const string SqliteReferences = """
        SELECT t.name, f.id, f."from", f."table", coalesce(f."to", (SELECT p.name FROM pragma_table_info(f."table") p WHERE p.pk = f.seq + 1))
        FROM pragma_table_list t, pragma_foreign_key_list(t.name) f WHERE t.schema = 'main' AND t.type = 'table' ORDER BY t.name, f.id, f.seq
        """;

    private const string PostgresTables = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> 'schema_files'";
    private const string PostgresColumns = """
        SELECT c.table_name, c.column_name, c.data_type, CASE c.is_nullable WHEN 'YES' THEN 1 ELSE 0 END,
            coalesce((SELECT array_position(i.indkey::int[], a.attnum::int) + 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attname = c.column_name
                WHERE i.indrelid = format('%I.%I', c.table_schema, c.table_name)::regclass AND i.indisprimary), 0)
        FROM information_schema.columns c WHERE c.table_schema = current_schema() AND c.is_generated = 'NEVER'
        """;
    private const string PostgresReferences = """
        SELECT o.relname, k.conname, a.attname, r.relname, b.attname
        FROM pg_constraint k JOIN pg_class o ON o.oid = k.conrelid JOIN pg_namespace n ON n.oid = o.relnamespace AND n.nspname = current_schema() JOIN pg_class r ON r.oid = k.confrelid
        CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS p(mine, theirs, place)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.mine JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = p.theirs
        WHERE k.contype = 'f' ORDER BY o.relname, k.conname, p.place
        """;

    private bool IsSqlite => db.Home.IsSqlite;

    /// <summary>All tables by name.</summary>
    public IReadOnlyList<TableShape> Read()
    {
        var kinds = KindsOfTheModel();
        var columns = Rows(IsSqlite ? SqliteColumns : PostgresColumns,
            r => (Table: r.GetString(0), Name: r.GetString(1), Type: r.GetString(2), Nullable: Convert.ToInt64(r.GetValue(3)) == 1, Key: Convert.ToInt32(r.GetValue(4)))).ToLookup(c => c.Table);
        var references = Rows(IsSqlite ? SqliteReferences : PostgresReferences,
            r => (Table: r.GetString(0), Id: Convert.ToString(r.GetValue(1))!, From: r.GetString(2), To: r.GetString(3), Column: r.GetString(4))).ToLookup(r => r.Table);
        return [.. Rows(IsSqlite ? SqliteTables : PostgresTables, r => r.GetString(0)).Order(StringComparer.Ordinal).Select(table => new TableShape(table,
            [.. columns[table].OrderBy(c => c.Key == 0).ThenBy(c => c.Key).ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => new ColumnShape(c.Name, kinds.TryGetValue((table, c.Name), out var kind) ? kind : KindOf(c.Type), c.Nullable && c.Key == 0))],
            [.. columns[table].Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Name)],
            [.. references[table].GroupBy(r => r.Id).Select(g => new ReferenceShape([.. g.Select(r => r.From)], g.First().To, [.. g.Select(r => r.Column)])).OrderBy(r => string.Join(',', r.Columns), StringComparer.Ordinal)]))];
    }

    /// <summary>The declared type of each column, which PostgreSQL wants to be told with every value.</summary>
    public Dictionary<(string Table, string Column), string> DeclaredTypes() =>
        Rows(IsSqlite ? SqliteColumns : PostgresColumns, r => (r.GetString(0), r.GetString(1), r.GetString(2))).ToDictionary(c => (c.Item1, c.Item2), c => c.Item3);

    private Dictionary<(string, string), CopyKind> KindsOfTheModel() =>
        db.Model.GetRelationalModel().Tables.SelectMany(t => t.Columns.Select(c => (Key: (t.Name, c.Name), Kind: KindOf(c)))).ToDictionary(c => c.Key, c => c.Kind);

    private static CopyKind KindOf(IColumn column) => column.ProviderClrType switch
    {
        var t when t == typeof(string) => CopyKind.Text,
        var t when t == typeof(Guid) => CopyKind.Id,
        var t when t == typeof(int) || t == typeof(long) || t == typeof(short) || t == typeof(byte) => CopyKind.Whole,
        var t when t == typeof(decimal) => CopyKind.Number,
        var t when t == typeof(double) || t == typeof(float) => CopyKind.Real,
        var t when t == typeof(bool) => CopyKind.Flag,
        var t when t == typeof(DateTime) => CopyKind.Instant,
        var t when t == typeof(DateTimeOffset) => CopyKind.OffsetInstant,
        var t when t == typeof(DateOnly) => CopyKind.Day,
        var t when t == typeof(TimeOnly) => CopyKind.Time,
        var t when t == typeof(byte[]) => CopyKind.Bytes,
        var t => throw new NotSupportedException($"{column.Table.Name}.{column.Name} holds {t}, which a copy cannot hold yet."),
    };

    // why: only for columns that today's model does not know, in a database of an older schema.
    private static CopyKind KindOf(string declared) => declared.ToLowerInvariant() switch
    {
        "integer" or "bigint" or "smallint" => CopyKind.Whole,
        "real" or "double precision" => CopyKind.Real,
        "blob" or "bytea" => CopyKind.Bytes,
        "uuid" => CopyKind.Id,
        "numeric" => CopyKind.Number,
        "boolean" => CopyKind.Flag,
        "date" => CopyKind.Day,
        "timestamp with time zone" => CopyKind.Instant,
        _ => CopyKind.Text,
    };

    private List<T> Rows<T>(string sql, Func<DbDataReader, T> row)
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }
}
