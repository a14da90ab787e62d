using Shirube.Domain.Common;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;

namespace Shirube.Office.Projects.Import;

/// <summary>The mapping a file is read through, and in words how it was found.</summary>
public sealed record MappingChoice(Mapping Mapping, string Words)
{
    public string Json => MappingFile.Write(Mapping);

    public static MappingChoice Preset(string name) => new(Presets.Find(name), $"見本「{name}」");

    public static MappingChoice Given(string json, string file) => new(MappingFile.Read(json), $"ファイル「{file}」の対応定義");

    /// <summary>A preset whose headings the file has; else a proposal made from its headings and values.</summary>
    public static MappingChoice For(Workbook workbook) =>
        Presets.Match(workbook) is { } preset ? new(preset, $"見本「{preset.Name}」(見出しが一致)")
        : Suggested(MappingSuggestion.For(workbook));

    private static MappingChoice Suggested(MappingSuggestion suggestion) =>
        new(suggestion.Mapping, suggestion.Assumptions.Count == 0 ? "見出しと値からの推定" : $"見出しと値からの推定(仮定: {string.Join("、", suggestion.Assumptions)})");
}
