using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>A problem in one sentence, with where it is.</summary>
public static class ProblemWords
{
    public static string Of(ImportProblem problem) => $"{Place(problem)}{problem.Message}";

    public static string Place(ImportProblem problem)
    {
        var place = string.Concat(problem.Sheet is { } sheet ? $"シート「{sheet}」" : "", problem.Row is { } row ? $"{row}行" : "", problem.Column is { } column ? $"{column}列" : "");
        return place.Length == 0 ? "" : $"{place}: ";
    }
}
