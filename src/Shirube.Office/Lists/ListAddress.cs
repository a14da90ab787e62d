using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>The address a list has by rights, where it was asked for in another way: by a form, or in the words of an earlier version.</summary>
internal static class ListAddress
{
    public const string Field = "add-field", Word = "add-comparison", Value = "add-value", Second = "add-to", When = "add-when", What = "add-what";

    /// <summary>The key of a field chosen by what it is and, where it is of a year, of which.</summary>
    public static string KeyOf(string what, string? when) => what.Replace("*", when, StringComparison.Ordinal);

    /// <summary>The address to go to; null where the list is shown as asked.</summary>
    public static string? Better(string? asked)
    {
        var pairs = (asked ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => (Name: Uri.UnescapeDataString(p[0].Replace('+', ' ')), Value: p.Length > 1 ? Uri.UnescapeDataString(p[1].Replace('+', ' ')) : "")).ToList();
        if (pairs.Exists(p => p.Name.StartsWith("Filter.", StringComparison.Ordinal)))
            return Today(pairs).Address();
        var added = pairs.Find(p => p.Name == Field).Value;
        var word = pairs.Find(p => p.Name == Word).Value;
        var rest = ListQuery.Of(string.Join('&', pairs.Where(p => !p.Name.StartsWith("add-", StringComparison.Ordinal)).Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}")));
        if (!string.IsNullOrEmpty(added) && !string.IsNullOrEmpty(word))
            return (rest with { Conditions = rest.Conditions.Add(new(KeyOf(added, pairs.Find(p => p.Name == When).Value), word, ValueOf(pairs, word))), Page = null }).Address();
        if (pairs.Where(p => p.Name == What).SelectMany(_ => pairs.Where(p => p.Name == When), (what, when) => KeyOf(what.Value, when.Value)).ToList() is { Count: > 0 } columns)
            return (rest with { Columns = [.. rest.Columns.Union(columns)] }).Address();
        var hasForm = pairs.Exists(p => p.Name == When) || pairs.Exists(p => p.Value.Length == 0) || pairs.GroupBy(p => p.Name).Any(g => g.Key == "columns" && g.Count() > 1);
        return hasForm && string.IsNullOrEmpty(added) && rest.Address() is var address && address != $"?{string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(p.Name).Replace("%2C", ",", StringComparison.Ordinal)}={Uri.EscapeDataString(p.Value).Replace("%2C", ",", StringComparison.Ordinal)}"))}" ? address : null;
    }

    private static string ValueOf(List<(string Name, string Value)> pairs, string word)
    {
        var values = pairs.Where(p => p.Name == Value && p.Value.Length > 0).Select(p => p.Value.Trim()).ToList();
        return Comparisons.Find(word) switch
        {
            Comparison.Between => string.Join("..", values.Concat(pairs.Where(p => p.Name == Second).Select(p => p.Value.Trim()))),
            { } comparison when !comparison.NeedsValue() => "",
            _ => string.Join('|', values),
        };
    }

    // why: people keep addresses of the first version of the project list.
    private static ListQuery Today(List<(string Name, string Value)> pairs)
    {
        var query = new ListQuery { Page = pairs.Find(p => p.Name is "p" or "page").Value };
        foreach (var (name, value) in pairs.Where(p => p.Value.Length > 0))
            query = (name, value) switch
            {
                ("Filter.Words", _) => query with { Words = value },
                ("Filter.Department", "none") => query with { Conditions = query.Conditions.Add(new("department", "blank", "")) },
                ("Filter.Department", _) => query with { Conditions = query.Conditions.Add(new("department", "within", value)) },
                ("Filter.Item", "none") => query with { Conditions = query.Conditions.Add(new("place", "blank", "")) },
                ("Filter.Item", _) => query with { Conditions = query.Conditions.Add(new("place", "within", value)) },
                ("Filter.Class", _) => query with { Conditions = query.Conditions.Add(new("class", "is", value)) },
                ("Filter.Sample", "only") => query with { Conditions = query.Conditions.Add(new("sample", "is", "yes")) },
                ("Filter.Sample", "without") => query with { Conditions = query.Conditions.Add(new("sample", "is", "no")) },
                ("Filter.Sort", "name") => query with { Sort = [new("name", false)] },
                _ => query,
            };
        return Slice(query, pairs.Find(p => p.Name == "Filter.Money").Value, pairs.Exists(p => p is ("Filter.Sort", "money")));
    }

    private static ListQuery Slice(ListQuery query, string? slice, bool byMoney)
    {
        if (slice?.Split('-') is not [var y, var s] || !int.TryParse(y, out var year) || year is < 1868 or > 2200 || !Enum.TryParse<MoneyStage>(s, out var stage))
            return byMoney ? query with { Sort = [new("money", true)] } : query;
        var key = MoneyFields.Key("money", new FiscalYear(year), stage, MoneyKind.Total);
        return query with { Columns = ["number", "name", "department", "item", "class", key], Sort = byMoney ? [new(key, true)] : query.Sort };
    }
}
