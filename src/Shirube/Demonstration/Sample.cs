using System.Reflection;

namespace Shirube.Demonstration;

/// <summary>Invented content: how it is marked, and the tables it is read from.</summary>
internal static class Sample
{
    public static string Mark(string name) => $"{name}(サンプル)";

    /// <summary>The lines of an embedded table, each split at its bars.</summary>
    public static IReadOnlyList<string[]> Table(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"Shirube.Demonstration.{name}")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|'))];
    }
}
