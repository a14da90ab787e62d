using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>When a project runs, from one column or several.</summary>
internal sealed class PeriodReader(Mapping mapping, ProblemLog log)
{
    private static readonly char[] Until = ['~', '〜', '～', '至'];

    public ProjectPeriod Read(RowView row)
    {
        var p = mapping.Project;
        var (kindText, begin, end, whole) = (row.Text(p.PeriodKind), row[p.Begin], row[p.End], row.Text(p.Period));
        var first = Year(row, p.Begin, begin, p.BeginEra);
        var last = Year(row, p.End, end, p.EndEra);
        if (whole is not null)
            (first, last) = Whole(row, whole);
        if (last < first)
        {
            log.Add(ProblemSeverity.Warning, "end-before-begin", row.Place(p.End ?? p.Period), end.Text, $"{row.Here.Sheet}の{row.Row.Number}行目は終わりの年度が始まりより前です。", "終わりの年度は取り込みませんでした。");
            last = null;
        }

        return new(Kind(row, kindText ?? whole), first, last, AsWritten(kindText, begin, end, whole));
    }

    private PeriodKind? Kind(RowView row, string? text)
    {
        if (text is null)
            return null;
        PeriodKind? kind = text.Contains("繰返") || text.Contains("繰り返") || text.Contains("毎年") || text.Contains("継続") ? PeriodKind.Repeated
            : text.Contains("単年度") ? PeriodKind.SingleYear
            : text.Contains("複数年") || text.Contains("期間限定") ? PeriodKind.Limited : null;
        if (kind is null && mapping.Project.PeriodKind is { } column && row[column].IsFilled)
            log.Group(ProblemSeverity.Info, "period-kind-unknown", row.Place(column), text, text, $"期間の区分「{text}」は分類できません。", "書かれた言葉だけを残しました。");
        return kind;
    }

    private (FiscalYear?, FiscalYear?) Whole(RowView row, string text)
    {
        var at = text.IndexOfAny(Until);
        if (at < 0)
            return (YearText.Read(text).Year is { } only ? only : Unread(row, text), null);
        var (left, right) = (YearText.Read(text[..at].Trim('自', ' ', '　')), YearText.Read(text[(at + 1)..]));
        var era = left.Year is { } year ? EraYear.Of(year.Value).Era : Era.令和;
        var end = right.Year ?? (right.IsNone ? null : YearText.Read(text[(at + 1)..], era).Year);
        return left.Year is null && end is null ? (Unread(row, text), null) : (left.Year, end);
    }

    private FiscalYear? Unread(RowView row, string text)
    {
        if (text.Any(char.IsDigit))
            log.Group(ProblemSeverity.Info, "year-not-read", row.Place(mapping.Project.Period), text, text, $"期間「{text}」から年度を読めません。", "書かれた言葉だけを残しました。");
        return null;
    }

    private FiscalYear? Year(RowView row, string? column, Cell cell, Era? era)
    {
        if (column is null || cell.IsBlank)
            return null;
        var reading = YearText.Read(cell, era);
        if (reading.Note is { } note)
            log.Group(Severity(reading), note, row.Place(column), cell.Text.Trim(), cell.Text.Trim(), Message(note, cell.Text.Trim()), Decision(reading));
        return reading.Year;
    }

    private static ProblemSeverity Severity(YearReading reading) => reading.Year is null && !reading.IsNone ? ProblemSeverity.Warning : ProblemSeverity.Info;

    private static string Message(string note, string text) => note switch
    {
        "dash" => $"「{text}」は「なし」を表します。",
        "year-none" => $"「{text}」は年度がないことを表します。",
        "year-zero" => "年度の欄に「0」とあります。",
        "year-bare" => $"年号のない年「{text}」です。",
        "year-bare-without-era" => $"年号のない年「{text}」で、どの年号か分かりません。",
        "year-of-day" => $"年度の欄に日付「{text}」があります。",
        "year-beyond-era" => $"「{text}」は改元の後の年です。",
        "year-about" => $"「{text}」はおよその年度です。",
        _ => $"「{text}」は年度として読めません。",
    };

    private static string Decision(YearReading reading) =>
        reading.Year is { } year ? $"{year}として読みました。" : reading.Note == "dash" ? "0でも空白でもなく「なし」として取り込みました。" : reading.IsNone ? "年度なしとして取り込みました。" : "書かれた言葉だけを残しました。";

    private static string? AsWritten(string? kind, Cell begin, Cell end, string? whole)
    {
        var years = begin.IsFilled || end.IsFilled ? $"{begin.Text.Trim()}～{end.Text.Trim()}" : null;
        var parts = new[] { kind, whole, years }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }
}
