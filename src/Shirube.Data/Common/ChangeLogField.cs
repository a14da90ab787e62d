namespace Shirube.Data;

/// <summary>A field that the change log may speak of: of a record itself (no part) or of one of its parts.</summary>
public sealed record ChangeLogField(string Kind, string? Part, string Field)
{
    /// <summary>Every field of the model that a save may write into the change log.</summary>
    public static IReadOnlyList<ChangeLogField> AllOf(OfficeDb db) =>
        [.. from type in db.Model.GetEntityTypes()
            let kind = Roots.KindOf(type)
            where kind is not null
            let row = LoggedRow.Of(type)
            from field in row.Fields
            where field.Rule != FieldRule.Silent && !field.IsKey
            select new ChangeLogField(kind, row.Part, field.Name)];

    /// <summary>Whether only people who manage people may read the field.</summary>
    public static bool IsPersonal(string kind, FieldChange field) => FieldRules.IsPersonal(field.Part ?? kind, field.Field);

    /// <summary>The personal fields of a record, without its parts.</summary>
    public static IReadOnlyList<string> PersonalOf(string kind) => FieldRules.PersonalOf(kind);
}
