using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Shirube.Data;

/// <summary>Writes search texts in the transaction at hand.</summary>
// why: with a command of its own, because a save that is under way has rows in the change tracker that must not be saved twice.
internal static class SearchRows
{
    private const string Upsert = """
        INSERT INTO search_texts (record_id, kind, "key", parent_key, parent_id, number, folded_number, title, folded_title, changed_at_utc, folded_text, text)
        VALUES (@record, @kind, @key, @parentKey, @parent, @number, @foldedNumber, @title, @foldedTitle, @changed, @foldedText, @text)
        ON CONFLICT (record_id) DO UPDATE SET kind = excluded.kind, "key" = excluded."key", parent_key = excluded.parent_key, parent_id = excluded.parent_id, number = excluded.number,
            folded_number = excluded.folded_number, title = excluded.title, folded_title = excluded.folded_title, changed_at_utc = excluded.changed_at_utc, folded_text = excluded.folded_text, text = excluded.text
        """;

    /// <param name="changed">When they changed; null where each text says so itself.</param>
    public static async Task WriteAsync(OfficeDb db, IReadOnlyCollection<SearchText> texts, DateTime? changed, CancellationToken cancel)
    {
        if (texts.Count == 0)
            return;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (Upsert, db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var text in texts)
        {
            Fill(command, text, changed ?? text.ChangedAtUtc);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static void Fill(DbCommand command, SearchText text, DateTime changed)
    {
        Set(command, "@record", text.RecordId);
        Set(command, "@kind", text.Kind.ToString());
        Set(command, "@key", text.Key);
        Set(command, "@parentKey", text.ParentKey);
        Set(command, "@parent", text.ParentId);
        Set(command, "@number", text.Number);
        Set(command, "@foldedNumber", text.FoldedNumber);
        Set(command, "@title", text.Title);
        Set(command, "@foldedTitle", text.FoldedTitle);
        Set(command, "@changed", changed);
        Set(command, "@foldedText", text.FoldedText);
        Set(command, "@text", text.Text);
    }

    private static void Set(DbCommand command, string name, object? value)
    {
        if (!command.Parameters.Contains(name))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            if (name == "@parent")
                parameter.DbType = System.Data.DbType.Guid;
            command.Parameters.Add(parameter);
        }

        command.Parameters[name].Value = value ?? DBNull.Value;
    }
}
