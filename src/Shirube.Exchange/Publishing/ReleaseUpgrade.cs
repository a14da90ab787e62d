using Dapper;
using Microsoft.Data.Sqlite;
using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>How older releases stay readable: a copy is brought up step by step, so that one set of queries reads all. The release itself is never touched.</summary>
internal sealed class ReleaseUpgrade(IReadOnlyList<string> steps)
{
    /// <summary>The statements that lead from schema 1 to 2, from 2 to 3 …</summary>
    // why: schema 1 searched by width and case alone; what it folded is folded on, by the rules that the words of a search are folded by.
    public static readonly ReleaseUpgrade Known = new(["UPDATE search SET folded = folded_text(folded); INSERT INTO search_index(search_index) VALUES('rebuild')"]);

    public int Newest => 1 + steps.Count;

    public Refusal? WhyNotRead(ReleaseEntry entry) =>
        entry.Manifest.Schema > Newest ? Refusals.ReleaseSchemaNewer(entry.Id.ToString(), entry.Manifest.Schema) : null;

    /// <summary>The path of a file in the newest schema: the release itself, or its upgraded copy.</summary>
    public string Readable(ReleaseFolder folder, ReleaseEntry entry)
    {
        if (entry.Manifest.Schema == Newest)
            return folder.File(entry.Id);
        var copy = Path.Combine(folder.Upgraded, $"{entry.Manifest.Sha256}.{Newest}.release");
        if (!File.Exists(copy))
            Make(folder.File(entry.Id), entry.Manifest.Schema, copy);
        return copy;
    }

    private void Make(string release, int schema, string copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        var temporary = $"{copy}.{Guid.NewGuid():N}.tmp";
        File.WriteAllBytes(temporary, File.ReadAllBytes(release));
        using (var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = temporary, Pooling = false }.ToString()))
        {
            file.Open();
            file.CreateFunction<string, string>("folded_text", FoldedText.Fold, isDeterministic: true);
            using var transaction = file.BeginTransaction();
            foreach (var step in steps.Skip(schema - 1))
                file.Execute(step);
            file.Execute($"PRAGMA user_version={Newest}");
            transaction.Commit();
        }
        File.Move(temporary, copy, overwrite: true);
    }
}
