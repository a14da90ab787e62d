using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shirube.Data;

/// <summary>Reads from changed rows what the change log keeps of them.</summary>
internal static class ChangedFields
{
    private const string Hidden = "(非表示)";

    public static IEnumerable<(FieldRule Rule, FieldChange Change)> Of(EntityEntry root, IEnumerable<EntityEntry> rows) =>
        rows.OrderBy(r => r.Metadata.ClrType == root.Metadata.ClrType ? "" : r.Metadata.ClrType.Name, StringComparer.Ordinal)
            .SelectMany(row => Of(root, row));

    private static IEnumerable<(FieldRule, FieldChange)> Of(EntityEntry root, EntityEntry row)
    {
        var isRoot = row.Metadata == root.Metadata;
        var (part, key) = isRoot ? (null, null) : (row.Metadata.ClrType.Name.Split('`')[0], KeyWithin(root, row));
        foreach (var (property, name, current, original) in Values(row))
        {
            var rule = FieldRules.Of(property);
            if (rule == FieldRule.Silent || property.IsPrimaryKey())
                continue;
            var before = row.State == EntityState.Added ? null : Canonical.Text(Canonical.Plain(property, original));
            var after = row.State == EntityState.Deleted ? null : Canonical.Text(Canonical.Plain(property, current));
            if (before != after)
                yield return (rule, new(part, key, name, Shown(rule, before), Shown(rule, after)));
        }
    }

    private static IEnumerable<(IProperty Property, string Name, object? Current, object? Original)> Values(EntityEntry row)
    {
        var current = row.CurrentValues;
        var original = row.State == EntityState.Added ? current : row.OriginalValues;
        foreach (var property in row.Metadata.GetFlattenedProperties())
            yield return (property, NameOf(property), Held(property, current[property]), Held(property, original[property]));
    }

    // why: EF reads the parts of an absent state record as the default of their type, not as null.
    private static object? Held(IProperty property, object? value) =>
        property.DeclaringType is IComplexType { ComplexProperty.IsNullable: true } && Equals(value, property.Sentinel) ? null : value;

    private static string NameOf(IProperty property) =>
        property.DeclaringType is IComplexType { ComplexProperty: var complex } ? $"{complex.Name}.{property.Name}" : property.Name;

    // why: the whole key without the root's id, which the entry names already.
    private static string? KeyWithin(EntityEntry root, EntityEntry row)
    {
        var foreign = row.Metadata.GetForeignKeys().Single(f => f.PrincipalEntityType == root.Metadata).Properties;
        var own = row.Metadata.FindPrimaryKey()!.Properties.Where(p => !foreign.Contains(p));
        return string.Join(' ', own.Select(p => Canonical.Text(Canonical.Plain(p, row.Property(p).CurrentValue))));
    }

    private static string? Shown(FieldRule rule, string? text) =>
        text is null ? null : rule switch
        {
            FieldRule.Secret => Hidden,
            FieldRule.Digest => $"sha256:{ChangeChain.HashOf(text)}",
            _ => text,
        };
}
