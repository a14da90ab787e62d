using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Reads the projects of one sheet, row by row.</summary>
internal sealed class SheetReader(Sheet sheet, HeadingTable table, Mapping mapping, ImportOptions options, ProblemLog log)
{
    private readonly RowView row = new(sheet, table);
    private readonly RowKind kind = new(mapping);
    private readonly ProjectReader projects = new(mapping, options, log);
    private readonly MergedDown merged = new(sheet, table, mapping, log);
    private readonly Dictionary<int, int> filled = [];

    public int RowsRead { get; private set; }
    public int RowsSkipped { get; private set; }

    public IReadOnlyList<Draft> Read()
    {
        var drafts = new List<Draft>();
        foreach (var raw in sheet.Rows().Where(r => r.Number > table.LastRow))
        {
            RowsRead++;
            row.At(merged.Apply(raw));
            if (Project(drafts) is { } draft)
            {
                Count(raw);
                drafts.Add(draft);
            }
            else
                RowsSkipped++;
        }

        ListUnreadColumns();
        return drafts;
    }

    private Draft? Project(List<Draft> drafts)
    {
        if (BeginsGroup())
            return null;
        if (kind.RepeatsHeadings(row))
            return Skip("heading-repeated", "見出しの繰り返しです。");
        if (kind.IsSum(row))
            return Skip("sum-row", "合計の行です。");
        if (row.Text(mapping.Project.Name) is { } name && !merged.ContinuesName(row.Row.Number))
            return Named(name);
        if (drafts.LastOrDefault() is { } last && row.Text(mapping.Project.Number) is null && projects.Continue(row, last))
            return null;
        return Nameless();
    }

    private bool BeginsGroup()
    {
        var places = row.Row.FilledPlaces.Take(2).ToList();
        if (mapping.Groups.Count == 0 || places.Count != 1 || row.Row[places[0]].Kind != CellKind.Text || kind.IsSum(row) || RowKind.IsNote(row.Row[places[0]].Text))
            return false;
        var index = mapping.Groups.ToList().FindIndex(g => RowKind.Names(g, row.Row[places[0]].Text));
        if (index < 0)
            return false;
        row.Begin(mapping.Groups[index].Name, places[0], mapping.Groups.Skip(index + 1).Select(g => g.Name));
        return true;
    }

    private Draft? Named(string name)
    {
        if (RowKind.IsNote(name) && row.Text(mapping.Project.Number) is null)
            return Skip("note-row", "注記の行です。");
        if (name.Contains("再掲") && row.Text(mapping.Project.Number) is null)
            return Skip("repeated-project", "再掲の行です。");
        return projects.Read(row, name);
    }

    private Draft? Nameless()
    {
        var places = row.Row.FilledPlaces.ToList();
        if (row.Text(mapping.Project.Number) is { } number && !RowKind.IsNote(number) && places.Count > 1)
            log.Add(ProblemSeverity.Error, "name-missing", row.Place(mapping.Project.Name), number, $"{row.Place(mapping.Project.Name)}に事務事業の名前がありません(番号「{number}」)。", "名前を入力してください。");
        else
            log.Add(places.Count > 1 ? ProblemSeverity.Warning : ProblemSeverity.Info, "row-without-name", new(sheet.Name, row.Row.Number, ColumnName.Of(places[0])), Shown(places),
                $"シート「{sheet.Name}」{row.Row.Number}行目に事務事業の名前がありません。", "事務事業として取り込みませんでした。");
        return null;
    }

    private Draft? Skip(string code, string what)
    {
        var places = row.Row.FilledPlaces.ToList();
        log.Add(ProblemSeverity.Info, code, new(sheet.Name, row.Row.Number, ColumnName.Of(places[0])), Shown(places), $"シート「{sheet.Name}」{row.Row.Number}行目は{what}", "事務事業として取り込みませんでした。");
        return null;
    }

    private string Shown(List<int> places) => string.Join(' ', places.Take(6).Select(i => row.Row[i].Text.Trim()));

    private void Count(SheetRow raw)
    {
        foreach (var place in raw.FilledPlaces)
            filled[place] = filled.GetValueOrDefault(place) + 1;
    }

    private void ListUnreadColumns()
    {
        var ignored = mapping.Ignore.Select(table.Find).OfType<int>().ToHashSet();
        foreach (var (place, count) in filled.OrderBy(f => f.Key))
        {
            if (row.Asked.Contains(place) || ignored.Contains(place))
                continue;
            var heading = place < table.Columns.Count ? table.Columns[place].Path.Replace("\n", "") : "";
            log.Add(ProblemSeverity.Info, "column-not-read", new(sheet.Name, null, ColumnName.Of(place)), heading,
                $"シート「{sheet.Name}」の列{ColumnName.Of(place)}「{heading}」({count}件)は対応定義にありません。", "取り込みませんでした。");
        }
    }
}
