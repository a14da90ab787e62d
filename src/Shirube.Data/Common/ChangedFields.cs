using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shirube.Data;

/// <summary>Reads from changed rows what the change log keeps of them.</summary>
internal static class ChangedFields
{
    private const string Hidden = "(非表示)";

    public static IEnumerable<(FieldRule Rule, FieldChange Change)> Of(EntityEntry root, IEnumerable<EntityEntry> rows) =>
        rows.SelectMany(row => Of(root, row))
            .OrderBy(f => f.Change.Part, StringComparer.Ordinal).ThenBy(f => f.Change.Key, StringComparer.Ordinal);

    /// <summary>The values an aggregate has now, its tracked parts included, as the conflict page compares them.</summary>
    public static Dictionary<(string? Part, string? Key, string Field), string?> Now(EntityEntry root)
    {
        var rows = root.Context.ChangeTracker.Entries().Where(e => e.State != EntityState.Deleted
            && (e.Entity == root.Entity || (Roots.RootKey(e) is var (type, id) && type == root.Metadata && Canonical.IdOf(id) == Roots.IdOf(root))));
        return rows.SelectMany(row => Values(row).Where(v => FieldRules.Of(v.Property) is FieldRule.Open or FieldRule.Personal && !v.Property.IsPrimaryKey())
                .Select(v => (Field: (PartOf(root, row), KeyWithin(root, row), v.Name), Text: Canonical.Text(Canonical.Plain(v.Property, v.Current)))))
            .ToDictionary(f => f.Field, f => f.Text);
    }

    private static IEnumerable<(FieldRule Rule, FieldChange Change)> Of(EntityEntry root, EntityEntry row)
    {
        var (part, key) = (PartOf(root, row), KeyWithin(root, row));
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
            yield return (property, NameOf(property), ValueOf(current, property), ValueOf(original, property));
    }

    // why: of a fact that is not there EF shows every field with its type's default; a fact that is there has a time.
    private static object? ValueOf(PropertyValues values, IProperty property) =>
        property.DeclaringType is IComplexType { ComplexProperty.IsNullable: true } fact && fact.GetProperties().All(p => IsDefault(p, values[p])) ? null : values[property];

    private static bool IsDefault(IProperty property, object? value) => value is null || value.Equals(property.Sentinel);

    private static string NameOf(IProperty property) =>
        property.DeclaringType is IComplexType { ComplexProperty: var complex } ? $"{complex.Name}.{property.Name}" : property.Name;

    private static string? PartOf(EntityEntry root, EntityEntry row) =>
        row.Metadata == root.Metadata ? null : row.Metadata.ClrType.Name.Split('`')[0];

    // why: the whole key without the root's id, which the entry names already.
    private static string? KeyWithin(EntityEntry root, EntityEntry row)
    {
        if (row.Metadata == root.Metadata)
            return null;
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
