using System.Globalization;
using System.Text;
using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>The tables of a release file. A change of any column raises <see cref="Current"/> and adds an upgrade step.</summary>
public static class ReleaseSchema
{
    public const int Current = 6;
    /// <summary>SQLite's application id of a release: "Shrb".</summary>
    public const int ApplicationId = 0x53687262;

    public static string CreateStatements()
    {
        var sql = new StringBuilder();
        foreach (var table in DataDictionary.Tables)
            Append(sql, table);
        return sql.Append("""
            -- 検索用。folded は全角と半角、大文字と小文字、ひらがなとカタカナなどをそろえた本文で、内容は他の表の写し
            CREATE TABLE search (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, plan TEXT, key TEXT NOT NULL, title TEXT NOT NULL, folded TEXT NOT NULL) STRICT;
            CREATE VIRTUAL TABLE search_index USING fts5(folded, content='search', content_rowid='id', tokenize='trigram');

            """).ToString();
    }

    private static void Append(StringBuilder sql, ReleaseTable table)
    {
        var keyMayBeNull = table.Columns.Any(c => c.IsNullable && table.Key.Contains(c.Name));
        sql.Append(CultureInfo.InvariantCulture, $"-- {table.Title}: {table.Meaning}\nCREATE TABLE {table.Name} (\n");
        foreach (var column in table.Columns)
            sql.Append(CultureInfo.InvariantCulture, $"  {column.Name} {SqlType(column.Kind)}{(column.IsNullable ? "" : " NOT NULL")}{(column == table.Columns[^1] && keyMayBeNull ? "" : ",")} -- {column.Meaning}\n");
        sql.Append(keyMayBeNull ? "" : $"  PRIMARY KEY ({string.Join(", ", table.Key)})\n").Append(keyMayBeNull ? ") STRICT;\n" : ") STRICT, WITHOUT ROWID;\n");
        foreach (var index in table.Indexes)
            sql.Append(CultureInfo.InvariantCulture, $"CREATE INDEX {table.Name}_by_{index.Replace(',', '_')} ON {table.Name} ({index});\n");
    }

    private static string SqlType(ColumnKind kind) =>
        kind is ColumnKind.Number or ColumnKind.Truth or ColumnKind.FiscalYear or ColumnKind.Yen ? "INTEGER" : "TEXT";

    /// <summary>A value as the file stores it.</summary>
    public static object? Cell(object? value) => value switch
    {
        null => null,
        string text => text,
        int number => (long)number,
        bool truth => truth ? 1L : 0L,
        PublicKey key => key.Value,
        FiscalYear year => (long)year.Value,
        Yen yen => yen.Value,
        decimal number => Canonical(number),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum choice => choice.ToString(),
        _ => throw new NotSupportedException($"{value.GetType().Name} has no place in a release."),
    };

    /// <summary>A decimal without trailing zeros, so that 12.50 and 12.5 are one.</summary>
    public static string Canonical(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
