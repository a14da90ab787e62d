using System.Text.RegularExpressions;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>The heading of one column: the texts of its heading rows from the top, merged ones spread, equal neighbours said once.</summary>
internal sealed record ColumnHeading(int Place, IReadOnlyList<string> Parts)
{
    public string Path { get; } = string.Join('/', Parts);
    public string Folded { get; } = HeadingText.Fold(string.Join('/', Parts));
    public string FoldedLast { get; } = HeadingText.Fold(Parts.Count > 0 ? Parts[^1] : "");
}

/// <summary>The heading rows of a sheet and what stands above them.</summary>
internal sealed partial class HeadingTable
{
    private readonly Dictionary<string, int?> found = [];
    private readonly IReadOnlyList<SheetRow> above;

    private HeadingTable(IReadOnlyList<ColumnHeading> columns, IReadOnlyList<SheetRow> above, int firstRow, int lastRow)
    {
        Columns = columns;
        this.above = above;
        FirstRow = firstRow;
        LastRow = lastRow;
    }

    public IReadOnlyList<ColumnHeading> Columns { get; }
    public int FirstRow { get; }
    public int LastRow { get; }

    public static HeadingTable Of(IReadOnlyList<SheetRow> top, IReadOnlyList<MergedRange> merges, int firstRow, int lastRow)
    {
        var rows = top.Where(r => r.Number >= firstRow && r.Number <= lastRow).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Length);
        var touching = merges.Where(m => m.FirstRow <= lastRow && m.LastRow >= firstRow).ToList();
        width = touching.Select(m => m.LastColumn + 1).Where(w => w <= FileLimits.Columns).Append(width).Max();
        var texts = Enumerable.Range(firstRow, lastRow - firstRow + 1)
            .Select(number => Texts(rows.Find(r => r.Number == number), number, width, touching)).ToList();
        if (touching.Count == 0)
            SpreadRight(texts);
        var columns = Enumerable.Range(0, width).Select(i => new ColumnHeading(i, Joined(texts.Select(t => t[i]))));
        return new([.. columns], [.. top.Where(r => r.Number < firstRow)], firstRow, lastRow);
    }

    private static string[] Texts(SheetRow? row, int number, int width, List<MergedRange> merges)
    {
        var texts = new string[width];
        for (var i = 0; i < width; i++)
            texts[i] = row?[i].Text ?? "";
        foreach (var merge in merges.Where(m => m.FirstRow <= number && m.LastRow >= number))
        {
            var text = merge.FirstRow == number ? row?[merge.FirstColumn].Text ?? "" : null;
            for (var i = merge.FirstColumn; text is not null && i <= merge.LastColumn && i < width; i++)
                texts[i] = text;
        }

        return texts;
    }

    // why: without merges (csv) the text of a group stands only over its first column; a text alone in its row is a title.
    private static void SpreadRight(List<string[]> texts)
    {
        for (var level = 0; level < texts.Count - 1; level++)
            if (texts[level].Count(t => t.Length > 0) > 1)
                for (var i = 1; i < texts[level].Length; i++)
                    if (texts[level][i].Length == 0 && texts[level + 1][i].Length > 0)
                        texts[level][i] = texts[level][i - 1];
    }

    private static List<string> Joined(IEnumerable<string> texts)
    {
        var parts = new List<string>();
        foreach (var text in texts)
            if (!string.IsNullOrWhiteSpace(text) && (parts.Count == 0 || HeadingText.Fold(parts[^1]) != HeadingText.Fold(text)))
                parts.Add(text);
        return parts;
    }

    /// <summary>The column a reference of a mapping names, or null. Sheet names and labels are no columns.</summary>
    public int? Find(string reference)
    {
        if (!found.TryGetValue(reference, out var place))
            found[reference] = place = Look(reference);
        return place;
    }

    private int? Look(string reference)
    {
        if (reference.StartsWith('@'))
            return null;
        if (reference.StartsWith('='))
            return ColumnName.Place(reference.AsSpan(1).Trim()) is >= 0 and var letter ? letter : null;
        var nth = Nth().Match(reference);
        var wanted = HeadingText.Fold(nth.Success ? reference[..nth.Index] : reference);
        var skip = nth.Success ? int.Parse(nth.ValueSpan[1..]) - 1 : 0;
        return wanted.Length == 0 ? null
            : Choose(c => c.Folded == wanted, skip) ?? Choose(c => c.FoldedLast == wanted, skip)
              ?? Choose(c => c.Folded.EndsWith("/" + wanted, StringComparison.Ordinal), skip);
    }

    private int? Choose(Func<ColumnHeading, bool> fits, int skip) => Columns.Where(fits).Skip(skip).FirstOrDefault()?.Place;

    /// <summary>A reference that finds exactly this column again: its heading, with its place among equal ones.</summary>
    public string Reference(int place)
    {
        var column = Columns[place];
        if (column.Folded.Length == 0 || column.Path[0] is '=' or '@')
            return "=" + ColumnName.Of(place);
        var equal = Columns.Where(c => c.Folded == column.Folded).ToList();
        return equal.Count == 1 ? column.Path : $"{column.Path}#{equal.FindIndex(c => c.Place == place) + 1}";
    }

    /// <summary>A labelled text above the table: 「施策名：高齢者福祉」 in one cell, or the label and its text in neighbouring cells.</summary>
    public (string Text, int Row, int Place)? Label(string label)
    {
        var wanted = HeadingText.Fold(label);
        foreach (var row in above)
            foreach (var place in row.FilledPlaces)
                if (Labelled(row, place, wanted) is { } text)
                    return text;
        return null;
    }

    private static (string, int, int)? Labelled(SheetRow row, int place, string wanted)
    {
        var text = row[place].Text;
        if (HeadingText.Fold(text).TrimEnd(':') == wanted)
            return row.FilledPlaces.Where(i => i > place).Take(1).Select(i => ((string, int, int)?)(row[i].Text, row.Number, i)).FirstOrDefault();
        var colon = text.AsSpan().IndexOfAny(":：　 \t");
        return colon > 0 && HeadingText.Fold(text[..colon]) == wanted && text[(colon + 1)..].TrimStart(':', '：', ' ', '　') is { Length: > 0 } rest
            ? (rest, row.Number, place) : null;
    }

    [GeneratedRegex("#[0-9]{1,3}$")]
    private static partial Regex Nth();
}
