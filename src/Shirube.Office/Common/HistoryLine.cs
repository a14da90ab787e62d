using Shirube.Data;

namespace Shirube.Office.Common;

/// <summary>What a line of a history is about: a field of the record, a part as a whole, or a field of a part.</summary>
public sealed record Spot(string? Part, string? Key, string? Field);

/// <summary>A change of one field in the city's words.</summary>
public sealed record HistoryField(string Name, string? Before, string? After, Spot Spot)
{
    /// <summary>Texts long enough that the changed words in them are marked, instead of the whole.</summary>
    public bool IsLong => Before is { Length: > 24 } && After is { Length: > 24 };
}

/// <summary>One save of one record in the city's words: who, when, through what, why, and which fields became what.</summary>
public sealed record HistoryLine(
    long Sequence, DateTime AtUtc, string Who, string? Post, string What, string Process, string? Why, string Kind, Guid Id, string? Name, string? Address, IReadOnlyList<HistoryField> Fields)
{
    /// <summary>The run in which the change was imported.</summary>
    public Guid? Run { get; init; }

    /// <summary>The reader may put its fields back to what they were before.</summary>
    public bool MayPutBack { get; init; }

    /// <summary>Personal fields were changed too, and erased since.</summary>
    public bool PersonalErased { get; init; }

    /// <summary>Personal fields were changed too; only who manages people reads them.</summary>
    public bool PersonalHidden { get; init; }

    internal static HistoryLine Of(HistoryEntry entry, HistoryNames names, bool personal, string? post = null)
    {
        var record = names.Find(entry.Id);
        var shown = personal ? entry.Fields : [.. entry.Fields.Where(f => !ChangeLogField.IsPersonal(entry.Kind, f))];
        return new(entry.Sequence, entry.AtUtc, ChangeWords.Who(entry.By), post, ChangeWords.Deed(entry.Kind, entry.Action), ChangeWords.Process(entry.Process), entry.Why,
            entry.Kind, entry.Id, record?.Name, record is null ? null : HistoryNames.AddressOf(record), HistoryFields.Of(entry.Kind, entry.Id, shown, names))
        {
            PersonalErased = entry.PersonalErased,
            PersonalHidden = shown.Count < entry.Fields.Count,
        };
    }
}
