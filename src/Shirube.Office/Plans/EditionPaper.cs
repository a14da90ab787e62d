using Shirube.Domain.Plans;
using Shirube.Files.Papers;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>A comparison of editions as a paper for councils: 新旧対照表 in the form offices use.</summary>
public static class EditionPaper
{
    private const string Gone = "(削除)";
    private const string Fresh = "(新設)";

    /// <param name="all">Whether items without a change are on it too.</param>
    public static ComparisonPaper Of(EditionComparison comparison, bool all, DateOnly day)
    {
        var table = comparison.Table;
        var counts = ItemChangeWords.Counts(table).Select(c => $"{c.Word}{c.Count:#,0}").ToList();
        return new($"{comparison.Plan.Name} 新旧対照表", comparison.New.Label, comparison.Old.Label,
            [$"{Format.Day(day)}現在", counts.Count == 0 ? "変わった項目はありません。" : $"変わった項目 {table.Changed.Count():#,0}件({string.Join("、", counts)})。下線は変わったところ。"],
            [.. (all ? table.Lines : table.Changed).Select(l => RowOf(l, comparison))]);
    }

    private static ComparisonPaperRow RowOf(ComparedItem line, EditionComparison comparison) => new(
        line.Depth,
        line.New is null ? [Plain(Gone)] : Side(line.New, line.Old, isNew: true),
        line.Old is null ? [Plain(Fresh)] : Side(line.Old, line.New, isNew: false),
        string.Join('\n', new[] { string.Join("、", ItemChangeWords.Of(line)), comparison.SuccessionOf(line), comparison.ReasonOf(line) }.Where(t => !string.IsNullOrEmpty(t))));

    private static List<PaperParagraph> Side(ItemState shown, ItemState? other, bool isNew)
    {
        var paragraphs = new List<PaperParagraph> { new([.. Runs(shown.Code, other?.Code, isNew), .. shown.Code is null ? [] : new[] { new PaperRun(" ", false) }, .. Runs(shown.Title, other?.Title, isNew)], IsHeading: true) };
        if (shown.PlainTitle is not null && shown.PlainTitle != other?.PlainTitle)
            paragraphs.Add(new(Runs(shown.PlainTitle, other?.PlainTitle, isNew), IsHeading: false));
        if (shown.Body is not null && shown.Body != other?.Body)
            paragraphs.Add(new(Side(isNew ? MarkdownMarks.Of(other?.Body, shown.Body) : MarkdownMarks.Of(shown.Body, other?.Body), isNew), IsHeading: false));
        return paragraphs;
    }

    private static IReadOnlyList<PaperRun> Runs(string? shown, string? other, bool isNew)
    {
        var (before, after) = isNew ? (other, shown) : (shown, other);
        return Side(TextMarks.Of(before ?? "", after ?? ""), isNew);
    }

    private static IReadOnlyList<PaperRun> Side(IReadOnlyList<TextMarks.Run> runs, bool isNew) =>
        [.. runs.Where(r => isNew ? !r.Gone : !r.Came).Select(r => new PaperRun(r.Text, r.Restyled || (isNew ? r.Came : r.Gone)))];

    private static PaperParagraph Plain(string text) => new([new(text, false)], IsHeading: false);
}
