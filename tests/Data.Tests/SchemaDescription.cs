using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Data.Tests;

/// <summary>What a database's schema is, one sorted line for each column, index and key.</summary>
internal static class SchemaDescription
{
    private const string Sqlite = """
        SELECT t.name || ' column ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '-') || ' ' || c.pk
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT IN ('schema_files', 'sqlite_sequence')
        UNION ALL
        SELECT t.name || ' index ' || i.name || ' ' || i."unique" || ' ' || i.origin || ' ' || i.partial || ' ' || (SELECT group_concat(k.name, ',') FROM pragma_index_info(i.name) k)
        FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name NOT IN ('schema_files', 'sqlite_sequence')
        UNION ALL
        SELECT t.name || ' foreign ' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_update || ' ' || f.on_delete
        FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table' AND t.name NOT IN ('schema_files', 'sqlite_sequence')
        """;

    private const string Postgres = """
        SELECT t.relname || ' column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull::text || ' ' || a.attidentity::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
        FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public' JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum WHERE t.relkind = 'r' AND t.relname <> 'schema_files'
        UNION ALL
        SELECT tablename || ' index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_files'
        UNION ALL
        SELECT c.conrelid::regclass::text || ' constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
        FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace AND n.nspname = 'public' WHERE c.conrelid::regclass::text <> 'schema_files'
        """;

    public static IReadOnlyList<string> Of(OfficeDb db)
    {
        db.Database.OpenConnection();
        return Of(db.Database.GetDbConnection(), db.Database.IsSqlite() ? Sqlite : Postgres);
    }

    private static List<string> Of(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(0));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
