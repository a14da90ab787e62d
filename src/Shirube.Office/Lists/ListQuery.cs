using System.Collections.Immutable;
using System.Globalization;

namespace Shirube.Office.Lists;

/// <summary>One condition as it stands in the address: the field's key, the comparison's word, the value as text.</summary>
public sealed record Condition(string Field, string Word, string Value)
{
    public string Name => $"{Field}.{Word}";
}

/// <summary>One term of an order.</summary>
public sealed record SortTerm(string Field, bool Descending)
{
    public override string ToString() => Descending ? $"-{Field}" : Field;
}

/// <summary>Everything an address says about a list. Its parameters are described in docs/lists.md and never change their meaning.</summary>
public sealed record ListQuery
{
    public static readonly IReadOnlyList<int> Sizes = [50, 100, 200, 500];

    private static readonly string[] Own = ["words", "Words", "columns", "sort", "group", "only", "year", "plan", "p", "page", "size", "view"];

    public string? Words { get; init; }
    public ImmutableList<Condition> Conditions { get; init; } = [];
    /// <summary>Empty for the list's own choice.</summary>
    public ImmutableList<string> Columns { get; init; } = [];
    public ImmutableList<SortTerm> Sort { get; init; } = [];
    public string? Group { get; init; }
    /// <summary>Show the groups' sums without their rows.</summary>
    public bool GroupsOnly { get; init; }
    /// <summary>The fiscal year for which owners are asked, as typed; null for today's.</summary>
    public string? Year { get; init; }
    /// <summary>The key of the plan whose tree is shown; null for the current one.</summary>
    public string? Plan { get; init; }
    public string? Page { get; init; }
    public int Size { get; init; } = Sizes[0];
    /// <summary>The key of the saved view this came from.</summary>
    public string? View { get; init; }

    public static ListQuery Of(string? address)
    {
        var query = new ListQuery();
        foreach (var (name, value) in Pairs(address))
            query = query.With(name, value);
        return query;
    }

    /// <summary>The address after the path; empty when it says nothing.</summary>
    public string Address(bool withPage = true, bool withView = true)
    {
        var parts = Parts(withPage, withView).Select(p => $"{Escape(p.Name)}={Escape(p.Value)}").ToList();
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    public override string ToString() => Address();

    /// <summary>The parameters in the order of the address.</summary>
    public IEnumerable<(string Name, string Value)> Parts(bool withPage = true, bool withView = true)
    {
        if (Words is not null)
            yield return ("words", Words);
        foreach (var condition in Conditions)
            yield return (condition.Name, condition.Value);
        if (Columns.Count > 0)
            yield return ("columns", string.Join(',', Columns));
        if (Sort.Count > 0)
            yield return ("sort", string.Join(',', Sort));
        foreach (var (name, value) in new[] { ("group", Group), ("only", GroupsOnly ? "groups" : null), ("year", Year), ("plan", Plan), ("size", Size == Sizes[0] ? null : Size.ToString(CultureInfo.InvariantCulture)), ("view", withView ? View : null), ("p", withPage ? Page : null) })
            if (value is not null)
                yield return (name, value);
    }

    /// <summary>What people mean by "the same list": not the page, not where it came from.</summary>
    public string Meaning => Address(withPage: false, withView: false);

    private ListQuery With(string name, string value) => name switch
    {
        _ when value.Length == 0 && Own.Contains(name) || name.StartsWith("add-", StringComparison.Ordinal) => this,
        // why: addresses of the first version wrote it large.
        "words" or "Words" => string.IsNullOrWhiteSpace(value) ? this : this with { Words = value },
        "columns" => this with { Columns = [.. Columns.Union(List(value))] },
        "sort" => this with { Sort = [.. Sort, .. List(value).Select(s => s.StartsWith('-') ? new SortTerm(s[1..], true) : new SortTerm(s, false))] },
        "group" => this with { Group = value },
        "only" => this with { GroupsOnly = value == "groups" },
        "year" => this with { Year = value },
        "plan" => this with { Plan = value },
        "p" or "page" => this with { Page = value == "1" ? null : value },
        "size" => this with { Size = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : Sizes[0] },
        "view" => this with { View = value },
        _ => ConditionOf(name, value) is var condition && value.Length == 0 && Comparisons.Find(condition.Word)?.NeedsValue() == true ? this : this with { Conditions = Conditions.Add(condition) },
    };

    // why: a field's key may hold dots; the comparison is the last part, and a name without one means "is".
    private static Condition ConditionOf(string name, string value) =>
        name.LastIndexOf('.') is > 0 and var dot && Comparisons.Find(name[(dot + 1)..]) is not null ? new(name[..dot], name[(dot + 1)..], value)
        : ListField.MayBeKey(name) ? new(name, "is", value)
        : name.LastIndexOf('.') is > 0 and var last ? new(name[..last], name[(last + 1)..], value) : new(name, "is", value);

    private static IEnumerable<string> List(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<(string, string)> Pairs(string? address) =>
        (address ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2)).Select(p => (Unescape(p[0]), p.Length > 1 ? Unescape(p[1]) : ""));

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    // why: commas may stand in a query, and people read addresses.
    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%2C", ",", StringComparison.Ordinal);
}
