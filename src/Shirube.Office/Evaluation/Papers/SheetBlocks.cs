using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>One sheet in print: what it is about and where that stands, how far its stages are, and its answers section by section.</summary>
internal static class SheetBlocks
{
    public static IEnumerable<BookBlock> Of(PrintedSheet sheet, DateOnly today) =>
        [Head(sheet), .. sheet.For == PaperFor.Office ? [Stages(sheet, today)] : Array.Empty<BookBlock>(), .. sheet.Questions.GroupBy(q => q.Section).SelectMany(s => AnswerBlocks.Of(sheet, s))];

    private static BookTable Head(PrintedSheet sheet)
    {
        var rows = new List<BookRow>
        {
            Two(("評価", sheet.Round.Name), ("実績の年度", sheet.Round.Judged.Era)),
            Two(("所管課", sheet.DepartmentName), ("様式", sheet.Form.Name)),
        };
        // why: outside a place in a plan that is not public is no place, and must not be said not to be there.
        if (sheet.Places.Count > 0 || sheet.For == PaperFor.Office)
            rows.Add(PaperWords.Pair("計画での位置", sheet.Places.Count == 0 ? "計画に位置付けはありません" : string.Join('\n', sheet.Places), 3));
        if (sheet.Project is { } project)
            rows.AddRange(ProjectRows(project));
        return new([15, 39, 14, 32], rows);
    }

    private static IEnumerable<BookRow> ProjectRows(Project project)
    {
        if (project.Class is not null || project.Period != ProjectPeriod.Unknown)
            yield return Two(("事業の区分", project.Class ?? Format.None), ("期間", PaperWords.Period(project.Period)));
        if (project.LegalBasis is { } basis)
            yield return PaperWords.Pair("根拠", basis, 3);
        if (project.BudgetLines.Count > 0)
            yield return PaperWords.Pair("予算科目", string.Join('\n', project.BudgetLines.OrderBy(l => l.Order).Select(l => l.Code.ToString())), 3);
        if (project.Text.Outline is { } outline)
            yield return PaperWords.Pair("事業の概要", outline, 3);
    }

    private static BookTable Stages(PrintedSheet sheet, DateOnly today) => new([22, 34, 24, 20],
    [
        PaperWords.Head("段階", "答える人", "提出", "承認"),
        .. sheet.Stages.Select(s => new BookRow([new(sheet.StageName(s), CellLook.Head), new(RoundWords.Of(sheet.Round.StageAt(s.RoundStage).Actor)), new(Submission(sheet, s, today), CellLook.Middle), new(Approval(sheet, s), CellLook.Middle)])),
    ]);

    private static string Submission(PrintedSheet sheet, SheetStage stage, DateOnly today) =>
        stage.Submission is { } there ? $"{Format.Day(Tokyo.DayOf(there.AtUtc))}{(there.IsLate ? "\n(期限後)" : "")}" : RoundWords.Of(sheet.Sheet.StateOf(sheet.Round, stage.Stage, today));

    private static string Approval(PrintedSheet sheet, SheetStage stage) =>
        stage.Approval is { } there ? Format.Day(Tokyo.DayOf(there.AtUtc)) : sheet.Round.StageAt(stage.RoundStage).NeedsApproval && stage.IsChosen ? "まだ" : "要りません";

    private static BookRow Two((string What, string Says) left, (string What, string Says) right) => new([new(left.What, CellLook.Head), new(left.Says), new(right.What, CellLook.Head), new(right.Says)]);
}
