using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Shirube.Data;

/// <summary>Writes many new rows as EF Core would, by its model, but without its update pipeline: an import has fifty thousand of them.</summary>
internal static class NewRows
{
    public static async Task<int> InsertAsync(OfficeDb db, IEnumerable<(IEntityType Type, object Row)> rows, CancellationToken cancel)
    {
        var tables = rows.GroupBy(r => r.Type, r => r.Row).ToDictionary(g => g.Key, g => g.ToList());
        try
        {
            foreach (var type in InOrder([.. tables.Keys]))
                if (db.Home.IsSqlite)
                    Insert(db, new(db, type), tables[type]);
                else
                    await CopyAsync(db, new(db, type), tables[type], cancel);
        }
        catch (DbException failure)
        {
            throw new DbUpdateException(failure.Message, failure);
        }

        return tables.Values.Sum(t => t.Count);
    }

    // why: a row is written after the rows it refers to; of its own table those that come first.
    private static IEnumerable<IEntityType> InOrder(List<IEntityType> types)
    {
        while (types.Count > 0)
        {
            var next = types.Find(t => !t.GetForeignKeys().Any(f => f.PrincipalEntityType != t && types.Contains(f.PrincipalEntityType)))
                ?? throw new InvalidOperationException("Tables refer to each other in a circle.");
            types.Remove(next);
            yield return next;
        }
    }

    private static void Insert(OfficeDb db, Table table, List<object> rows)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var parameters = table.Columns.Select((column, i) => column.Parameter(command, $"@p{i}")).ToArray();
        command.Parameters.AddRange(parameters);
        command.CommandText = $"INSERT INTO {table.Name} ({table.ColumnNames}) VALUES ({string.Join(", ", parameters.Select(p => p.ParameterName))})";
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = table.Columns[i].ValueOf(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static async Task CopyAsync(OfficeDb db, Table table, List<object> rows, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in table.Columns)
                if (column.ValueOf(row) is { } value)
                    await copy.WriteAsync(value, column.StoreType, cancel);
                else
                    await copy.WriteNullAsync(cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private sealed class Table
    {
        public Table(OfficeDb db, IEntityType type)
        {
            var sql = db.GetService<ISqlGenerationHelper>();
            Name = sql.DelimitIdentifier(type.GetTableName()!);
            Columns = [.. type.GetFlattenedProperties().Select(p => new Column(p))];
            ColumnNames = string.Join(", ", Columns.Select(c => sql.DelimitIdentifier(c.Name)));
        }

        public string Name { get; }
        public IReadOnlyList<Column> Columns { get; }
        public string ColumnNames { get; }
    }

    private sealed class Column(IProperty property)
    {
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();

        public string Name { get; } = property.GetColumnName();
        public string StoreType => mapping.StoreTypeNameBase;

        public DbParameter Parameter(DbCommand command, string name) => mapping.CreateParameter(command, name, null, nullable: true);

        public object? ValueOf(object row) =>
            PropertyReading.Of(property, row) is not { } value ? null : mapping.Converter is { } conversion ? conversion.ConvertToProvider(value) : value;
    }
}
