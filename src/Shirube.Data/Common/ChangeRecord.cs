using System.Text.Json;
using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>What an entry says; its text is what the hash covers.</summary>
internal sealed record ChangeRecord(
    long Sequence, string Previous, DateTime AtUtc, ChangeContext Change, string Kind, Guid Id, string Action, IReadOnlyList<FieldChange> Fields, string? PersonalHash)
{
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Removed = "removed";
    public const string Erased = "erased";

    public ChangeEntry ToEntry()
    {
        var text = ToText();
        return new(Sequence, Previous, ChangeChain.HashOf(text), text, Kind, Id, AtUtc, Change.By);
    }

    public string ToText() => Canonical.Json(json =>
    {
        json.WriteNumber("sequence", Sequence);
        json.WriteString("previous", Previous);
        json.WriteString("at", Canonical.Instant(AtUtc));
        json.WriteString("by", Change.By?.Value.ToString("D"));
        json.WriteString("process", Change.Process);
        json.WriteString("why", Change.Why);
        json.WriteString("kind", Kind);
        json.WriteString("id", Id.ToString("D"));
        json.WriteString("action", Action);
        json.WriteStartArray("fields");
        foreach (var field in Fields)
            field.Write(json);
        json.WriteEndArray();
        json.WriteString("personal", PersonalHash);
    });

    public static ChangeRecord Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        var by = json.GetProperty("by").GetString() is { } person ? PersonId.From(Guid.Parse(person)) : (PersonId?)null;
        return new(json.GetProperty("sequence").GetInt64(), json.GetProperty("previous").GetString()!, Canonical.Instant(json.GetProperty("at").GetString()!),
            new(by, json.GetProperty("process").GetString()!, json.GetProperty("why").GetString()), json.GetProperty("kind").GetString()!,
            json.GetProperty("id").GetGuid(), json.GetProperty("action").GetString()!, [.. FieldChange.Read(json.GetProperty("fields"))], json.GetProperty("personal").GetString());
    }
}
