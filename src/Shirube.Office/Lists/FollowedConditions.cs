using System.Collections.Immutable;

namespace Shirube.Office.Lists;

/// <summary>The conditions of a list's address with other departments in the place of those they name.</summary>
public static class FollowedConditions
{
    /// <summary>The fields of any list whose values are departments.</summary>
    public static readonly IReadOnlyList<string> Fields = ["department", "parent"];

    /// <param name="follow">The words that take the place of a department's word; the word itself where it stays.</param>
    public static string In(string address, Func<string, IReadOnlyList<string>> follow)
    {
        var query = ListQuery.Of(address);
        var conditions = query.Conditions.SelectMany(c => Fields.Contains(c.Field) ? Follow(c, follow) : [c]).ToImmutableList();
        return conditions.SequenceEqual(query.Conditions) ? address : (query with { Conditions = conditions }).Meaning;
    }

    private static IEnumerable<Condition> Follow(Condition condition, Func<string, IReadOnlyList<string>> follow)
    {
        var named = ListOfValues.Read(condition.Value).ToList();
        var words = named.SelectMany(follow).Distinct().ToList();
        return (words.SequenceEqual(named) ? null : Comparisons.Find(condition.Word)) switch
        {
            // why: whatever is none of several is not each of them.
            Comparison.IsNot => words.Select(w => condition with { Value = w }),
            Comparison.Is when words.Count > 1 => [new(condition.Field, Comparison.In.Word(), string.Join('|', words))],
            Comparison.Is or Comparison.In or Comparison.Within => [condition with { Value = string.Join('|', words) }],
            _ => [condition],
        };
    }
}
