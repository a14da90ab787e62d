using Shirube.Domain.Common;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Mappings that come with the product, each for a layout several cities use.</summary>
public static class Presets
{
    private const double Enough = 0.8;
    private const string Folder = "Shirube.Files.Import.Presets.";
    private static readonly Lazy<IReadOnlyDictionary<string, Mapping>> All = new(Load);

    public static IReadOnlyList<string> Names => [.. All.Value.Keys.Order()];

    /// <summary>Throws a <see cref="RefusalException"/> naming the known presets when there is none of this name.</summary>
    public static Mapping Find(string name) =>
        All.Value.TryGetValue(name, out var preset) ? preset : throw new RefusalException(Refusals.ImportPresetUnknown(name, string.Join("、", Names)));

    /// <summary>The preset whose columns a sheet of the file has, at least four of five; null where none fits.</summary>
    public static Mapping? Match(Workbook workbook) =>
        workbook.Sheets.Where(s => !s.IsHidden).SelectMany(_ => Names, (sheet, name) => (Mapping: Find(name), Fit: Fit(Find(name), sheet)))
            .Where(x => x.Fit >= Enough).OrderByDescending(x => x.Fit).Select(x => x.Mapping).FirstOrDefault();

    private static double Fit(Mapping preset, Sheet sheet)
    {
        if (HeadingSearch.Find(sheet, preset, preset.Sheets[0]) is not { } table)
            return 0;
        var references = MappingColumns.All(preset).Distinct().ToList();
        return references.Count(r => table.Find(r) is not null) / (double)references.Count;
    }

    private static IReadOnlyDictionary<string, Mapping> Load()
    {
        var assembly = typeof(Presets).Assembly;
        var presets = new Dictionary<string, Mapping>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            presets.Add(resource[Folder.Length..^".json".Length], MappingFile.Read(stream));
        }

        return presets;
    }
}
