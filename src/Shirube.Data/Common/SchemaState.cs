namespace Shirube.Data;

/// <summary>One numbered schema file, whichever database it is for: the hash is over both twins.</summary>
public sealed record SchemaStep(int Number, string Name, string Sha256)
{
    /// <summary>All steps this program knows, in order.</summary>
    public static IReadOnlyList<SchemaStep> All { get; } = [.. SchemaFile.All("sqlite").Select(Of)];

    internal static SchemaStep Of(SchemaFile file) =>
        new(file.Number, file.Name, ChangeChain.HashOf(string.Concat(new[] { "sqlite", "postgres" }.Select(d => SchemaFile.All(d).Single(f => f.Number == file.Number).Sql))));
}

/// <summary>The schema files a database has, and those it has not yet.</summary>
public sealed record SchemaState(IReadOnlyList<SchemaStep> Applied, IReadOnlyList<SchemaStep> Pending);
