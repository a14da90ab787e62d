namespace Shirube.Data;

public sealed record ColumnShape(string Name, CopyKind Kind, bool Nullable);

/// <summary>A column whose values name a row of another table.</summary>
public sealed record ReferenceShape(IReadOnlyList<string> Columns, string Table, IReadOnlyList<string> KeyColumns);

/// <summary>One table as a copy holds it: the key's columns first, then the others by name, so that two databases write the same rows as the same text.</summary>
public sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<string> Key, IReadOnlyList<ReferenceShape> References)
{
    /// <summary>The tables that hold how people sign in: that of the accounts and all that hang on it.</summary>
    internal static IReadOnlyList<TableShape> OfAccounts(IReadOnlyList<TableShape> all)
    {
        var found = new HashSet<string>(["accounts"], StringComparer.Ordinal);
        while (all.Any(t => t.References.Any(r => found.Contains(r.Table)) && found.Add(t.Name)))
        {
            // why: until nothing more hangs on what was found.
        }

        return [.. all.Where(t => found.Contains(t.Name))];
    }
}
