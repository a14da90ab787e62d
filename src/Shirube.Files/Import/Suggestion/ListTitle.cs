using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>What stands above a list, in its sheet's name or its file's name about all of its figures: year, unit, stage.</summary>
internal sealed class ListTitle
{
    public ListTitle(Workbook workbook, SheetGuess sheet)
    {
        var above = sheet.Above.SelectMany(r => r.Cells).Where(c => c.IsFilled).Select(c => c.Text).ToList();
        var names = workbook.Sheets.Count(s => !s.IsHidden) == 1 || HeadingYears.In(sheet.Sheet.Name) is null ? new[] { sheet.Sheet.Name, workbook.FileName } : [sheet.Sheet.Name];
        Year = above.Select(YearOf).FirstOrDefault(y => y is not null) ?? names.Select(YearOf).FirstOrDefault(y => y is not null);
        Unit = above.Concat(names).Select(HeadingReading.UnitIn).FirstOrDefault(u => u is not null);
        Stage = above.Concat(names).Select(StageOf).FirstOrDefault(s => s is not null);
    }

    public FiscalYear? Year { get; }
    public string? Unit { get; }
    public MoneyStage? Stage { get; }

    // why: 「令和7年度事務事業評価(令和6年度実績)」 names the year it is done in and the year of its figures: the latter counts.
    private static FiscalYear? YearOf(string text)
    {
        var years = HeadingYears.All(text).ToList();
        return years.Count == 0 ? null : years.Count > 1 && (text.Contains("実績") || text.Contains("決算") || text.Contains("対象") || text.Contains('分')) ? years.Min() : years[0];
    }

    // why: an evaluation looks back at what was spent even where its title speaks of a plan.
    private static MoneyStage? StageOf(string text) =>
        text.Contains("評価") || text.Contains("成果") || text.Contains("決算") || text.Contains("実績") ? MoneyStage.Settled
        : text.Contains("予算") ? MoneyStage.Initial
        : text.Contains("実施計画") ? MoneyStage.Planned : null;
}
