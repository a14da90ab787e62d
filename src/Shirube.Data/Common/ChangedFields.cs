using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Shirube.Data;

/// <summary>Reads from changed rows what the change log keeps of them.</summary>
internal static class ChangedFields
{
    private const string Hidden = "(非表示)";

    public static IEnumerable<(FieldRule Rule, FieldChange Change)> Of(IEnumerable<ChangedRow> rows) =>
        rows.SelectMany(Of).OrderBy(f => f.Change.Part, StringComparer.Ordinal).ThenBy(f => f.Change.Key, StringComparer.Ordinal);

    /// <summary>The values an aggregate has now, its tracked parts included, as the conflict page compares them.</summary>
    public static Dictionary<(string? Part, string? Key, string Field), string?> Now(EntityEntry root)
    {
        var rows = root.Context.ChangeTracker.Entries().Where(e => e.State != EntityState.Deleted
            && (e.Entity == root.Entity || (Roots.RootKey(e) is var (type, id) && type == root.Metadata && Canonical.IdOf(id) == Roots.IdOf(root))));
        return rows.Select(ChangedRow.Of).SelectMany(Now).ToDictionary(f => f.Field, f => f.Text);
    }

    private static IEnumerable<((string? Part, string? Key, string Field) Field, string? Text)> Now(ChangedRow row)
    {
        var logged = LoggedRow.Of(row.Type);
        var key = logged.KeyOf(row);
        return logged.Fields.Where(f => f.Rule is FieldRule.Open or FieldRule.Personal && !f.IsKey).Select(f => ((logged.Part, key, f.Name), f.Text(row.Now)));
    }

    private static IEnumerable<(FieldRule Rule, FieldChange Change)> Of(ChangedRow row)
    {
        var logged = LoggedRow.Of(row.Type);
        var key = logged.KeyOf(row);
        foreach (var field in logged.Fields)
        {
            if (field.Rule == FieldRule.Silent || field.IsKey)
                continue;
            var before = row.State == EntityState.Added ? null : field.Text(row.Before);
            var after = row.State == EntityState.Deleted ? null : field.Text(row.Now);
            if (before != after)
                yield return (field.Rule, new(logged.Part, key, field.Name, Shown(field.Rule, before), Shown(field.Rule, after)));
        }
    }

    private static string? Shown(FieldRule rule, string? text) =>
        text is null ? null : rule switch
        {
            FieldRule.Secret => Hidden,
            FieldRule.Digest => $"sha256:{ChangeChain.HashOf(text)}",
            _ => text,
        };
}
