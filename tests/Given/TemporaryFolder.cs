using Microsoft.Data.Sqlite;

namespace Given;

/// <summary>A folder of one test, removed with what is in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shirube-test-");

    public string Path => folder.FullName;

    public void Dispose()
    {
        // why: pooled SQLite connections hold their file open.
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
