using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Data.Tests;

public sealed class SchemaFilesWriter
{
    [Fact(Explicit = true)]
    public void Write_the_first_schema_files_anew_from_the_model()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Shirube.slnx")))
            root = root.Parent!;
        foreach (var (dialect, database) in new[]
        {
            ("sqlite", OfficeDatabase.Sqlite(":memory:", TimeProvider.System)),
            ("postgres", OfficeDatabase.Postgres("Host=nowhere", TimeProvider.System)),
        })
        {
            using var db = database.Open();
            var sql = db.Database.GenerateCreateScript().ReplaceLineEndings("\n").Replace(";\n\n\n", ";\n\n", StringComparison.Ordinal).Replace("\nCREATE INDEX", "CREATE INDEX", StringComparison.Ordinal).Replace("\nCREATE UNIQUE", "CREATE UNIQUE", StringComparison.Ordinal).Trim();
            sql += $"\n\nINSERT INTO \"change_head\" (\"id\", \"sequence\", \"hash\") VALUES (1, 0, '{ChangeChain.Origin}');\n";
            File.WriteAllText(Path.Combine(root.FullName, "src", "Shirube.Data", "Schema", dialect, "0001-first-tables.sql"), sql);
        }
    }
}
