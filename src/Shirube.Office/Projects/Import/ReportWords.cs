using System.Text;
using Shirube.Domain.Common;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The report as people read it in a terminal.</summary>
public static class ReportWords
{
    public static string Of(ImportReport report)
    {
        var text = new StringBuilder();
        text.AppendLine($"{report.File}(シート: {string.Join("、", report.Sheets)}){(report.DryRun ? " 試しに読みました。何も保存していません。" : report.Errors > 0 ? " 取り込んでいません。" : " 取り込みました。")}");
        text.AppendLine($"  対応定義      {report.Mapping}");
        text.AppendLine($"  読んだ行      {report.RowsRead:#,0}(うち事務事業でない行 {report.RowsSkipped:#,0})");
        text.AppendLine($"  事務事業      新しい {report.Projects.Created:#,0}、変わった {report.Projects.Updated:#,0}、同じ {report.Projects.Unchanged:#,0}");
        if (report.Items.Count > 0)
            text.AppendLine($"  計画          {string.Join("、", report.Items.Select(i => $"{i.Key} {i.Value:#,0}"))}");
        text.AppendLine($"  財務の値      {report.FinanceRows:#,0}");
        text.AppendLine($"  指標          {report.Indicators:#,0}(値 {report.IndicatorValues:#,0})");
        text.AppendLine($"  評価          {report.Evaluations:#,0}");
        foreach (var (year, sums) in report.Totals)
            text.AppendLine($"  {new FiscalYear(int.Parse(year)).Era,-8}  事業費計 {Yen(sums.Total)}、一般財源 {Yen(sums.General)}、人件費 {Yen(sums.Personnel)}");
        foreach (var kind in report.Problems.GroupBy(p => (p.Severity, p.Code)))
            text.AppendLine($"  {Mark(kind.Key.Severity)} {kind.Sum(p => p.Count),6:#,0}件  {kind.First().Message}");
        return text.ToString().TrimEnd();
    }

    public static string Mark(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => "誤り",
        ProblemSeverity.Warning => "注意",
        _ => "お知らせ",
    };

    private static string Yen(long? amount) => amount is { } yen ? new Yen(yen).ToString() : "不明";
}
