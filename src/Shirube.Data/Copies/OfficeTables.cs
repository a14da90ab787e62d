using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>How many rows of a table were copied, and the SHA-256 of their text: two databases with the same are the same.</summary>
public sealed record TableSum(long Rows, long Bytes, string Sha256);

/// <summary>The tables of one database within one transaction: written out as text, or filled from it.</summary>
internal sealed class OfficeTables(DbConnection connection, DbTransaction transaction, OfficeDb db)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly OfficeShape shape = new(connection, transaction, db);

    public IReadOnlyList<TableShape> Read() => shape.Read();

    /// <summary>Writes all rows in the order of their key.</summary>
    public TableSum Write(TableShape table, Stream to, CancellationToken cancel)
    {
        using var summed = new CheckedStream(to);
        using var command = Command($"SELECT {string.Join(", ", table.Columns.Select(c => Quoted(c.Name)))} FROM {Quoted(table.Name)} ORDER BY {string.Join(", ", Order(table))}");
        using var reader = command.ExecuteReader();
        var rows = 0L;
        using (var text = new StreamWriter(summed, Utf8, 64 * 1024, leaveOpen: true))
        {
            CopyRows.WriteHeading(text, table.Columns.Select(c => c.Name));
            var row = new string?[table.Columns.Count];
            for (; reader.Read(); rows++)
            {
                if (rows % 1000 == 0)
                    cancel.ThrowIfCancellationRequested();
                for (var i = 0; i < row.Length; i++)
                    row[i] = reader.IsDBNull(i) ? null : ReadValue(reader, i, table);
                CopyRows.Write(text, table.Columns, row);
            }
        }

        return new(rows, summed.Written, summed.Sha256);
    }

    /// <summary>Fills a table, of which only columns of the text are there.</summary>
    public long Fill(TableShape table, Stream from, CancellationToken cancel)
    {
        using var text = new StreamReader(from, Utf8);
        if (text.ReadLine() != string.Join(',', table.Columns.Select(c => c.Name)))
            throw new RefusalException(Refusals.CopyTableUnreadable(table.Name));
        try
        {
            var rows = CopyRows.Read(text, table.Columns.Count);
            return connection is NpgsqlConnection postgres ? Import(postgres, table, rows, cancel) : Insert(table, rows, cancel);
        }
        catch (FormatException)
        {
            throw new RefusalException(Refusals.CopyTableUnreadable(table.Name));
        }
    }

    private static string ReadValue(DbDataReader reader, int column, TableShape table)
    {
        try
        {
            return CopyText.Read(reader, column, table.Columns[column].Kind);
        }
        catch (Exception odd) when (odd is FormatException or InvalidCastException or OverflowException)
        {
            throw new RefusalException(Refusals.CopyValueUnreadable(table.Name, table.Columns[column].Name));
        }
    }

    private long Insert(TableShape table, IEnumerable<string?[]> rows, CancellationToken cancel)
    {
        using var command = Command($"INSERT INTO {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(c => Quoted(c.Name)))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})");
        for (var i = 0; i < table.Columns.Count; i++)
            ((SqliteCommand)command).Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        var count = 0L;
        foreach (var row in rows)
        {
            if (count++ % 1000 == 0)
                cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i] is { } value ? CopyText.Parse(value, table.Columns[i].Kind) : DBNull.Value;
            command.ExecuteNonQuery();
        }

        return count;
    }

    private long Import(NpgsqlConnection postgres, TableShape table, IEnumerable<string?[]> rows, CancellationToken cancel)
    {
        var declared = shape.DeclaredTypes();
        var types = table.Columns.Select(c => declared[(table.Name, c.Name)]).ToArray();
        using var import = postgres.BeginBinaryImport($"COPY {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(c => Quoted(c.Name)))}) FROM STDIN (FORMAT BINARY)");
        var count = 0L;
        foreach (var row in rows)
        {
            if (count++ % 1000 == 0)
                cancel.ThrowIfCancellationRequested();
            import.StartRow();
            for (var i = 0; i < row.Length; i++)
                if (row[i] is { } value)
                    WriteValue(import, CopyText.Parse(value, table.Columns[i].Kind), types[i]);
                else
                    import.WriteNull();
        }

        import.Complete();
        return count;
    }

    private static void WriteValue(NpgsqlBinaryImporter import, object value, string type)
    {
        switch (type)
        {
            case "integer":
                import.Write(checked((int)(long)value), type);
                break;
            case "smallint":
                import.Write(checked((short)(long)value), type);
                break;
            default:
                import.Write(value, type);
                break;
        }
    }

    // why: by bytes on both databases. A locale would order the same texts otherwise, and SQLite would order ids by the case of their letters.
    private IEnumerable<string> Order(TableShape table) =>
        (table.Key.Count > 0 ? table.Columns.Where(c => table.Key.Contains(c.Name)) : table.Columns).Select(c => (c.Kind, db.Home.IsSqlite) switch
        {
            (CopyKind.Text, false) => $"{Quoted(c.Name)} COLLATE \"C\"",
            (CopyKind.Id, true) => $"upper({Quoted(c.Name)})",
            _ => Quoted(c.Name),
        });

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, sql, 0);
        return command;
    }

    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
