using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Evaluation;

/// <summary>The lists that drop down, each once, a column of a hidden worksheet: a list within the validation itself holds 255 letters and no comma.</summary>
internal sealed class BookChoices(string name)
{
    private readonly List<IReadOnlyList<string>> lists = [];

    public string RangeOf(IReadOnlyList<string> choices)
    {
        var at = lists.FindIndex(l => l.SequenceEqual(choices));
        if (at < 0)
        {
            at = lists.Count;
            lists.Add(choices);
        }
        var column = ColumnName.Of(at);
        return $"{name}!${column}$1:${column}${choices.Count}";
    }

    public Worksheet Worksheet() =>
        new(new SheetData(Enumerable.Range(0, lists.Select(l => l.Count).DefaultIfEmpty(0).Max()).Select(r => new Row(lists.Select((l, c) => (l, c)).Where(l => r < l.l.Count).Select(l => BookText.Cell(l.c, r + 1, l.l[r], AnswerBookLook.Plain))) { RowIndex = (uint)r + 1 })),
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true });
}
