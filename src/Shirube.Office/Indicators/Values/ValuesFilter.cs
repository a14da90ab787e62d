using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shirube.Domain.Common;
using Shirube.Office.Lists;

namespace Shirube.Office.Indicators;

/// <summary>Of which year, and of which indicators, values are entered: as the address says.</summary>
public sealed record ValuesFilter(FiscalYear Year, string? Words, string? Department, int Page)
{
    /// <summary>A year that cannot be read is the one asked for mostly: last year's.</summary>
    public static ValuesFilter Of(IQueryCollection query, FiscalYear last) =>
        new(OfficeLists.YearOf(query["year"]) ?? last, Blank.ToNull(query["words"].ToString().Trim()), Blank.ToNull(query["department"]),
            int.TryParse(query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);

    /// <summary>Why the words cannot be looked for; then nothing is found.</summary>
    public Refusal? WhyNot => SearchWords.Parse(Words).WhyNot;

    public bool IsNarrowed => Words is not null || Department is not null;

    /// <summary>What stands after the path, with more behind it.</summary>
    public string Address(params (string Name, string Value)[] more) =>
        QueryString.Create(new[] { ("year", $"{Year.Value}"), ("words", Words), ("department", Department), ("p", Page > 1 ? $"{Page}" : null) }.Concat(more.Select(m => (m.Name, (string?)m.Value)))
            .Where(p => p.Item2 is not null).Select(p => KeyValuePair.Create(p.Item1, p.Item2))).ToString();
}
