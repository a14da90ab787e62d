using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>A list with everything its page offers: the fields to filter by and to show, and what it was made for.</summary>
public sealed record ListView(string Path, string Title, ListResult Result, IReadOnlyList<ListField> Fields, IReadOnlyList<string> Quick, IReadOnlyList<ListColumn> Groups, ListSetting Setting)
{
    private IReadOnlyList<ListField>? offered;
    private IReadOnlyList<(string, string)>? inAnyYear, years;

    public ViewMenu Views { get; init; } = new([], [], null);

    /// <summary>The views everybody has.</summary>
    public IReadOnlyList<BuiltInView> BuiltIn { get; init; } = [];

    public ListQuery Sound => Result.Sound;

    public string To(ListQuery query) => $"~/{Path}{query.Address()}";

    public ListField? Find(string key) => Fields.FirstOrDefault(f => f.Key == key);

    /// <summary>The fields that forms offer one by one: those of no year, and of the others those that are shown, filtered or ordered by.</summary>
    public IReadOnlyList<ListField> Offered => offered ??= [.. Fields.Where(f => f.Yearly is null || Columns.Contains(f.Key) || Sound.Sort.Any(s => s.Field == f.Key) || Sound.Conditions.Any(c => c.Field == f.Key))];

    /// <summary>What every fiscal year has a field of.</summary>
    public IReadOnlyList<(string What, string Label)> InAnyYear => inAnyYear ??= [.. Fields.Where(f => f.Yearly is not null).DistinctBy(f => f.Yearly!.Value.What).Select(f => (f.Yearly!.Value.What, f.InAnyYear!))];

    /// <summary>The years (and stages) that have such fields.</summary>
    public IReadOnlyList<(string Key, string Label)> Years => years ??= [.. Fields.Where(f => f.Yearly is not null).DistinctBy(f => f.Yearly!.Value.When).Select(f => (f.Yearly!.Value.When, f.Section))];

    /// <summary>The year of the first column that has one.</summary>
    public string? FirstYear => Columns.Select(Find).Select(f => f?.Yearly?.When).FirstOrDefault(w => w is not null) ?? Years.Select(y => y.Key).FirstOrDefault();

    /// <summary>Where a field's choices are asked for while somebody types.</summary>
    public string Choices(ListField field) => $"~/choices/{Path}/{field.Key}{new ListQuery { Year = Sound.Year, Plan = Sound.Plan }.Address()}";

    /// <summary>A value as one would type it: its name where that names no other, otherwise its word.</summary>
    public static string? Typed(ListField field, string? value)
    {
        if (value is null)
            return null;
        try
        {
            var name = field.Say(field.Comparisons[0], value);
            return field.Worded(field.Comparisons[0], name) == value ? name : value;
        }
        catch (RefusalException)
        {
            return value;
        }
    }

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
