using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shirube.Data;

/// <summary>A field that the change log may speak of: of a record itself (no part) or of one of its parts.</summary>
public sealed record LoggedField(string Kind, string? Part, string Field)
{
    /// <summary>Every field of the model that a save may write into the change log.</summary>
    public static IReadOnlyList<LoggedField> AllOf(OfficeDb db) =>
        [.. from type in db.Model.GetEntityTypes()
            let kind = Roots.KindOf(type)
            where kind is not null
            from property in type.GetFlattenedProperties()
            where FieldRules.Of(property) != FieldRule.Silent && !property.IsPrimaryKey()
            select new LoggedField(kind, kind == type.ClrType.Name ? null : ChangedFields.PartName(type), ChangedFields.NameOf(property))];

    /// <summary>Whether only people who manage people may read the field.</summary>
    public static bool IsPersonal(string kind, FieldChange field) => FieldRules.IsPersonal(field.Part ?? kind, field.Field);

    /// <summary>The personal fields of a record, without its parts.</summary>
    public static IReadOnlyList<string> PersonalOf(string kind) => FieldRules.PersonalOf(kind);
}
