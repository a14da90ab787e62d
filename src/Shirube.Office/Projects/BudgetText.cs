using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Office.Projects;

/// <summary>予算科目 as a line of text: 会計 / 款 / 項 / 目 / 事業. Lines pasted from a workbook come with tabs.</summary>
public static class BudgetText
{
    public static string Write(BudgetCode code)
    {
        var parts = new[] { code.Account, code.Category, code.Item, code.SubItem, code.Line }.Select(p => p ?? "").ToList();
        return string.Join(parts.Exists(p => p.Contains('/')) ? "\t" : " / ", parts).TrimEnd(' ', '/', '\t');
    }

    public static string WriteAll(IEnumerable<BudgetLine> lines) => WriteAll(lines.OrderBy(l => l.Order).Select(l => l.Code));

    public static string WriteAll(IEnumerable<BudgetCode> codes) => string.Join('\n', codes.Select(Write));

    public static IReadOnlyList<BudgetCode> ReadAll(string? text) =>
        [.. (text ?? "").ReplaceLineEndings("\n").Split('\n').Where(l => l.Trim().Length > 0).Select(Read)];

    private static BudgetCode Read(string line)
    {
        var parts = line.Split(line.Contains('\t') ? '\t' : '/').Select(p => Blank.ToNull(p.Trim())).ToList();
        if (parts.Count > 5)
            throw new RefusalException(Refusals.BudgetLineUnreadable(line.Trim()));
        return new(parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2), parts.ElementAtOrDefault(3), parts.ElementAtOrDefault(4));
    }
}
