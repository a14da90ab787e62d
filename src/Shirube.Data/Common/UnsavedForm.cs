using Shirube.Domain.Organization;

namespace Shirube.Data;

/// <summary>書きかけ: what a person typed into a form and has not saved, kept for that person alone. It is no record of the city: it is not in the change log, and saving the form takes it away.</summary>
public sealed class UnsavedForm
{
    private UnsavedForm(PersonId personId, string address)
    {
        PersonId = personId;
        Address = address;
    }

    public const int LongestFields = 300_000;
    /// <summary>After so many days without a word it is taken away.</summary>
    public const int Days = 90;

    public PersonId PersonId { get; private set; }
    /// <summary>Of the form, within the municipality's office.</summary>
    public string Address { get; private set; }
    public DateTime AtUtc { get; private set; }
    public string FieldsJson { get; private set; } = "";
    /// <summary>The version of the record that the person began with, and the marks of its texts.</summary>
    public int FormVersion { get; private set; }
    public string? Was { get; private set; }

    public static UnsavedForm Of(PersonId person, string address) => new(person, address);

    public void Keep(string fieldsJson, int version, string? was, DateTime atUtc) => (FieldsJson, FormVersion, Was, AtUtc) = (fieldsJson, version, was, atUtc);
}
