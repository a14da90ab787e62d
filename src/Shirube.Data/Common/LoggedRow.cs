using Microsoft.EntityFrameworkCore.Metadata;

namespace Shirube.Data;

/// <summary>What the change log keeps of the rows of one table.</summary>
internal sealed class LoggedRow
{
    // why: an import logs two hundred thousand fields; their names and rules are worked out once per table.
    private const string Kept = "Shirube:LoggedRow";

    private readonly IReadOnlyList<IProperty> keyWithin;

    private LoggedRow(IEntityType type)
    {
        var toRoot = Roots.KeyToRoot(type);
        Part = toRoot is null ? null : type.ClrType.Name.Split('`')[0];
        // why: the whole key without the root's id, which the entry names already.
        keyWithin = [.. type.FindPrimaryKey()!.Properties.Where(p => toRoot?.Properties.Contains(p) == false)];
        Fields = [.. type.GetFlattenedProperties().Select(p => new LoggedField(p))];
    }

    /// <summary>Null for a row of the root itself.</summary>
    public string? Part { get; }
    public IReadOnlyList<LoggedField> Fields { get; }

    public static LoggedRow Of(IEntityType type) => type.GetOrAddRuntimeAnnotationValue(Kept, static t => new LoggedRow(t!), type);

    public string? KeyOf(ChangedRow row) =>
        Part is null ? null : string.Join(' ', keyWithin.Select(p => Canonical.Text(Canonical.Plain(p, row.Now(p)))));
}

/// <summary>One column as the change log sees it.</summary>
internal sealed class LoggedField(IProperty property)
{
    // why: of a fact that is not there EF shows every field with its type's default; a fact that is there has a time.
    private readonly IReadOnlyList<IProperty> factMayBeAbsent =
        property.DeclaringType is IComplexType { ComplexProperty.IsNullable: true } fact ? [.. fact.GetProperties()] : [];

    public string Name { get; } = property.DeclaringType is IComplexType { ComplexProperty: var complex } ? $"{complex.Name}.{property.Name}" : property.Name;
    public FieldRule Rule { get; } = FieldRules.Of(property);
    public bool IsKey { get; } = property.IsPrimaryKey();

    public string? Text(Func<IProperty, object?> values) =>
        factMayBeAbsent.Count > 0 && factMayBeAbsent.All(p => IsDefault(p, values(p))) ? null : Canonical.Text(Canonical.Plain(property, values(property)));

    private static bool IsDefault(IProperty property, object? value) => value is null || value.Equals(property.Sentinel);
}
