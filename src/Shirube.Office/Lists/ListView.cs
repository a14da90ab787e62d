namespace Shirube.Office.Lists;

/// <summary>A list with everything its page offers: the fields to filter by and to show, and what it was made for.</summary>
public sealed record ListView(string Path, string Title, ListResult Result, IReadOnlyList<ListField> Fields, IReadOnlyList<string> Quick, IReadOnlyList<ListColumn> Groups, ListSetting Setting)
{
    public ViewMenu Views { get; init; } = new([], [], null);

    /// <summary>The views everybody has.</summary>
    public IReadOnlyList<BuiltInView> BuiltIn { get; init; } = [];

    public ListQuery Sound => Result.Sound;

    public string To(ListQuery query) => $"~/{Path}{query.Address()}";

    public ListField? Find(string key) => Fields.FirstOrDefault(f => f.Key == key);

    /// <summary>The columns as they are shown now, for the chooser.</summary>
    public IReadOnlyList<string> Columns => Sound.Columns.Count > 0 ? Sound.Columns : [.. Result.Columns.Select(c => c.Key)];

    /// <summary>A quick field's value now: its only condition with the comparison the quick field uses.</summary>
    public string? QuickValue(ListField field) =>
        Sound.Conditions.Where(c => c.Field == field.Key).ToList() is [var only] && only.Word == field.Comparisons[0].Word() ? only.Value : null;

    /// <summary>The parameters a form keeps while it asks for others.</summary>
    public IEnumerable<(string Name, string Value)> Kept(params string[] except) =>
        Sound.Parts(withPage: false).Where(p => !except.Contains(p.Name) && !(p.Value.Length == 0 && except.Contains("blank")));

    /// <summary>The list with its columns in another order.</summary>
    public string Moved(string column, int by)
    {
        var columns = Columns.ToList();
        var at = columns.IndexOf(column);
        var to = Math.Clamp(at + by, 0, columns.Count - 1);
        (columns[at], columns[to]) = (columns[to], columns[at]);
        return To(Sound with { Columns = [.. columns] });
    }

    /// <summary>The list ordered by a column: first up, then down, then as it was.</summary>
    public string Sorted(string column) => To(Sound with
    {
        Page = null,
        Sort = Sound.Sort.FirstOrDefault()?.Field != column ? [new(column, false), .. Sound.Sort.Where(s => s.Field != column).Take(2)] : Sound.Sort[0].Descending ? Sound.Sort.RemoveAt(0) : Sound.Sort.SetItem(0, new(column, true)),
    });

    public string? SortOf(string column) => Sound.Sort.FirstOrDefault() is { } first && first.Field == column ? first.Descending ? "descending" : "ascending" : null;
}
