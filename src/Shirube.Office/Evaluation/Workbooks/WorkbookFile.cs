using Microsoft.AspNetCore.Http;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Files.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>A workbook brought back: whether it is of this municipality and round, and its answers.</summary>
internal static class WorkbookFile
{
    public const long Largest = 20 * 1024 * 1024;

    /// <summary>The answers of the worksheets, and what is wrong with whole worksheets: one that was taken out, one that stands there twice.</summary>
    public static async Task<(IReadOnlyList<WorkbookLine> Lines, IReadOnlyList<(string Sheet, Func<string, Refusal> Why)> Troubles)> Read(IFormFile file, MunicipalityCode code, EvaluationRound round)
    {
        (file.Length > Largest ? Refusals.UploadTooLarge(file.FileName, Largest) : null).ThrowIfAny();
        // why: a workbook is read back and forth, an upload only forth.
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var read = ReadAnswers.Of(content, file.FileName);
        (read.Heads.Count == 0 || read.Heads.Any(h => h.Count < 3) ? Refusals.WorkbookForeign(file.FileName)
            : read.Heads.Any(h => h[1] != code.Value) ? Refusals.WorkbookOfOtherMunicipality
            : read.Heads.Any(h => h[2] != round.Key.Value) ? Refusals.WorkbookOfOtherRound(round.Name) : null).ThrowIfAny();
        var (once, twice) = (read.Sheets.GroupBy(s => s.Key).Where(g => g.Count() == 1).SelectMany(g => g), read.Sheets.GroupBy(s => s.Key).Where(g => g.Count() > 1).Select(g => g.Key));
        var missing = read.Listed.Except(read.Sheets.Select(s => s.Key));
        return ([.. once.SelectMany(WorkbookLine.Of)], [.. twice.Select(k => (k, (Func<string, Refusal>)Refusals.WorkbookSheetTwice)), .. missing.Select(k => (k, (Func<string, Refusal>)Refusals.WorkbookSheetMissing))]);
    }

    public static string BookMark(MunicipalityCode code, EvaluationRound round) => $"book {code.Value} {round.Key.Value}";

    public static string SheetMark(MunicipalityCode code, EvaluationRound round, EvaluationSheet sheet, int stage) => $"sheet {code.Value} {round.Key.Value} {sheet.Key.Value} {stage}";

    public static string ListMark(EvaluationSheet sheet) => $"list {sheet.Key.Value}";
}
