namespace Shirube.Exchange.Publishing;

/// <summary>What a table of the release holds, and which columns besides its key it is searched by.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HoldsAttribute(string table, string title, string meaning, string key) : Attribute
{
    public string Table { get; } = table;
    public string Title { get; } = title;
    public string Meaning { get; } = meaning;
    /// <summary>The columns that name a row, separated by commas; rows are stored in this order.</summary>
    public string Key { get; } = key;
    public string[] Indexes { get; init; } = [];
}

/// <summary>What a column of the release means, in the words of the data page.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MeansAttribute(string meaning) : Attribute
{
    public string Meaning { get; } = meaning;
}
