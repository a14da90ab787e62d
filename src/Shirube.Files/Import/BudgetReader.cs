using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>会計・款・項・目・事業, several lines in one cell parted by line breaks.</summary>
internal sealed class BudgetReader(Mapping mapping, ProblemLog log)
{
    public IEnumerable<BudgetCode> Read(RowView row)
    {
        if (mapping.Budget is not { } rule)
            return [];
        string?[] columns = [rule.Account, rule.Category, rule.Item, rule.SubItem, rule.Line];
        var parts = columns.Select(c => Lines(row, c)).ToArray();
        var count = parts.Max(p => p.Count);
        if (count == 0)
            return [];
        if (count > 1)
            ListSeveral(row, columns, parts, count);
        return Enumerable.Range(0, count).Select(i => new BudgetCode(Part(parts[0], i), Part(parts[1], i), Part(parts[2], i), Part(parts[3], i), Part(parts[4], i)))
            .Where(c => c != new BudgetCode(null, null, null, null, null)).ToList();

        // why: a part written once holds for every line; another count says nothing about which line it belongs to.
        string? Part(List<string?> lines, int i) => lines.Count == 1 ? lines[0] : lines.Count == count ? lines[i] : null;
    }

    private static List<string?> Lines(RowView row, string? column)
    {
        if (row.Text(column) is not { } text)
            return [];
        var lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.TrimEntries).ToList();
        return [.. lines.Where(l => l.Length > 0).Select(l => Dashes.IsDash(l) ? null : l)];
    }

    private void ListSeveral(RowView row, string?[] columns, List<string?>[] parts, int count)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is not { } column || parts[i].Count == 0)
                continue;
            var (place, written) = (row.Place(column), row[column].Text);
            if (parts[i].Count == count)
                log.Group(ProblemSeverity.Info, "several-budget-lines", place, "", written, "1つのセルに複数の予算科目があります。", "改行ごとに別の予算科目として取り込みました。");
            else if (parts[i].Count == 1)
                log.Group(ProblemSeverity.Info, "budget-part-shared", place, "", written, "予算科目の一部が1度だけ書かれています。", "その行のすべての予算科目に同じ値を使いました。");
            else
                log.Add(ProblemSeverity.Warning, "budget-lines-uneven", place, written, $"{place}の予算科目の数が他の列と合いません。", "どの予算科目のものか分からないため、この部分は取り込みませんでした。");
        }
    }
}
