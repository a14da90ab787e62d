namespace Shirube.Office.Projects.Import;

/// <summary>
/// One thing's facts brought together, field by field, from what was imported last, what stands now and what the file says:
/// what people did not touch takes the file's value, what they did touch stays and is named.
/// </summary>
public sealed record Merge(Facts Merged, Facts Memory, IReadOnlyList<FieldChange> Changes, IReadOnlyList<KeptEdit> Kept)
{
    /// <param name="remembered">The last imported facts; null where the thing was never imported.</param>
    /// <param name="spoken">The fields this file says anything about, for any thing: a field blank throughout says nothing.</param>
    public static Merge Of(Facts? remembered, Facts current, Facts file, IReadOnlySet<string> spoken)
    {
        var (merged, memory) = (current.Copy(), remembered?.Copy() ?? new());
        var (changes, kept) = (new List<FieldChange>(), new List<KeptEdit>());
        foreach (var field in file.Fields.Union(memory.Fields).Where(spoken.Contains).Order(StringComparer.Ordinal).ToList())
        {
            var (last, now, says) = (memory[field], current[field], file[field]);
            memory[field] = says;
            if (now == says)
                continue;
            if (now != last)
                kept.Add(new(field, now, says, FileChanged: says != last));
            else
                changes.Add(new(field, now, merged[field] = says));
        }

        return new(merged, memory, changes, kept);
    }

    public bool Remembers(Facts? remembered) => remembered is not null && Memory.Says(remembered);
}

public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>A field that a person changed since the last import: the person's value stands. The file may also have changed.</summary>
public sealed record KeptEdit(string Field, string? Kept, string? InFile, bool FileChanged);
