namespace Shirube.Office.Lists;

/// <summary>A field by whose values rows are gathered: it knows the order of its values, which the database does not.</summary>
public abstract class GroupingField<T>(string key, string label, FieldKind kind) : ListField<T>(key, label, kind)
{
    public override bool Groups => true;
    public override bool IsRanked => true;

    public override int Rank(object? value) => RankOf(GroupOf(value));

    /// <summary>The value whose group a row belongs to.</summary>
    public abstract object? GroupOf(object? value);

    /// <summary>Its place among the groups; what has no value comes last.</summary>
    public abstract int RankOf(object? group);

    /// <summary>The word for the group in an address; null where no condition can say it.</summary>
    public abstract string? WordOf(object? group);

    public abstract Task<List<object?[]>> SumByValue(IQueryable<T> rows, IReadOnlyList<ListField<T>> fields);
}
