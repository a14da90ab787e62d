using System.Globalization;
using System.Text.RegularExpressions;

namespace Shirube.Data;

/// <summary>One numbered step of the schema: 0001-first.sql, the same number in both folders.</summary>
internal sealed partial record SchemaFile(int Number, string Name, string Sql)
{
    /// <summary>A SQLite table is changed by building it anew, which needs foreign keys off around the transaction and checked after: such a file begins with this line.</summary>
    private const string RebuildMark = "-- rebuilds tables";

    public bool RebuildsTables => Sql.StartsWith(RebuildMark, StringComparison.Ordinal);

    public string Sha256 => ChangeChain.HashOf(Sql);

    public static IReadOnlyList<SchemaFile> All(string dialect)
    {
        var assembly = typeof(SchemaFile).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Select(name => (name, match: ResourceName().Match(name)))
            .Where(r => r.match.Success && r.match.Groups["dialect"].Value == dialect)
            .Select(r => new SchemaFile(int.Parse(r.match.Groups["number"].Value, CultureInfo.InvariantCulture), r.match.Groups["name"].Value, Read(r.name)))
            .OrderBy(f => f.Number)];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
    }

    [GeneratedRegex(@"^Schema/(?<dialect>sqlite|postgres)/(?<name>(?<number>\d{4})-[a-z0-9-]+\.sql)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ResourceName();
}
