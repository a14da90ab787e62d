using Shirube.Domain.Projects;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Texts and marks of a row.</summary>
internal sealed class TextReader(Mapping mapping, ProblemLog log)
{
    private static readonly HashSet<string> Marks = ["○", "◯", "〇", "●", "◎", "☑", "✓", "✔", "レ", "有", "あり", "対象", "該当", "はい", "掲載", "1", "true", "yes", "y", "o"];
    private static readonly HashSet<string> NoMarks = ["×", "✕", "☐", "□", "無", "なし", "対象外", "非該当", "いいえ", "未掲載", "0", "false", "no", "n"];

    public ProjectText Words(RowView row)
    {
        var p = mapping.Project;
        return new(Of(log, row, p.Outline), Of(log, row, p.Means), Of(log, row, p.MeansPlanned), Of(log, row, p.Target), Of(log, row, p.Intent), Of(log, row, p.Result));
    }

    /// <summary>A text exactly as it stands, or null where the cell is blank, an error, or longer than any text may be.</summary>
    public static string? Of(ProblemLog log, RowView row, string? column)
    {
        var cell = row[column];
        if (cell.IsBlank)
            return null;
        var (place, text) = (row.Place(column), cell.Text);
        if (cell.Kind == CellKind.Error)
        {
            log.Add(ProblemSeverity.Warning, "cell-error", place, text, $"{place}は計算エラー「{text}」です。", "取り込みませんでした。");
            return null;
        }

        if (text.Length <= Project.LongestText)
            return text;
        log.Add(ProblemSeverity.Error, "text-too-long", place, text[..50], $"{place}の文章が{text.Length:#,0}字あります({Project.LongestText:#,0}字まで)。", "短くしてください。");
        return null;
    }

    /// <summary>A text that identifies or classifies, without dashes that say "none".</summary>
    public string? Short(RowView row, string? column)
    {
        if (Of(log, row, column)?.Trim() is not { Length: > 0 } text)
            return null;
        if (!Dashes.IsDash(text))
            return text;
        log.Group(ProblemSeverity.Info, "dash", row.Place(column), text, text, $"「{text}」は「なし」を表します。", "0でも空白でもなく「なし」として取り込みました。");
        return null;
    }

    /// <summary>A column of marks: a mark is yes, a blank is no; null where the layout has no such column or the text is neither.</summary>
    public bool? Mark(RowView row, string? column)
    {
        if (!row.Has(column))
            return null;
        var cell = row[column];
        var folded = HeadingText.Fold(cell.Text);
        if (cell.IsBlank || NoMarks.Contains(folded) || Dashes.IsDash(folded))
            return false;
        if (Marks.Contains(folded))
            return true;
        var place = row.Place(column);
        log.Add(ProblemSeverity.Warning, "mark-not-read", place, cell.Text, $"{place}「{cell.Text}」は印(○など)として読めません。", "取り込みませんでした。");
        return null;
    }

    public bool? Statutory(RowView row)
    {
        if (Short(row, mapping.Project.Statutory) is not { } text)
            return null;
        var folded = HeadingText.Fold(text);
        if (folded.Contains("義務なし") || folded.Contains("義務無") || folded.Contains("任意") || folded.Contains("法定外") || NoMarks.Contains(folded))
            return false;
        if (folded.Contains("義務あり") || folded.Contains("義務有") || folded.Contains("義務的") || folded.Contains("法定受託") || folded is "法定" or "義務" or "法令義務" || Marks.Contains(folded))
            return true;
        log.Group(ProblemSeverity.Info, "statutory-unknown", row.Place(mapping.Project.Statutory), text, text, $"「{text}」からは法定の義務があるか分かりません。", "不明として取り込みました。");
        return null;
    }

    public string? Contact(RowView row)
    {
        var parts = mapping.Contact.Select(c => (c.Label, Text: row.Text(c.Column))).Where(p => p.Text is not null && !Dashes.IsDash(p.Text)).Select(p => $"{p.Label} {p.Text}").ToList();
        return parts.Count == 0 ? null : string.Join('／', parts);
    }
}
