using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>Which aggregate a changed row belongs to.</summary>
internal static class Roots
{
    /// <summary>The changed aggregates (and accounts), each with its changed rows, itself among them where it changed.</summary>
    public static async Task<Dictionary<EntityEntry, List<EntityEntry>>> ChangedAsync(DbContext db, CancellationToken cancel)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var byKey = new Dictionary<(IEntityType, object), EntityEntry>();
        var roots = new Dictionary<EntityEntry, List<EntityEntry>>();
        foreach (var entry in changed)
        {
            if (OwnerOf(entry.Metadata) is not { } owner)
                continue;
            var id = owner.IsRoot ? KeyOf(entry) : entry.Property(owner.Key!.Properties[0]).CurrentValue!;
            if (!byKey.TryGetValue((owner.Type, id), out var root))
                byKey[(owner.Type, id)] = root = owner.IsRoot ? entry : await FindAsync(db, owner.Type, id, cancel);
            if (!roots.TryGetValue(root, out var rows))
                roots[root] = rows = [];
            rows.Add(entry);
        }

        return roots;
    }

    public static Guid IdOf(EntityEntry root) => Canonical.IdOf(KeyOf(root));

    /// <summary>The kind under which changes of such rows are logged; null where they are not.</summary>
    public static string? KindOf(IEntityType type) => OwnerOf(type)?.Type.ClrType.Name;

    /// <summary>The root's type and key of a part's row; null for a root.</summary>
    public static (IEntityType Type, object Id)? RootKey(EntityEntry row) =>
        OwnerOf(row.Metadata) is { Key: { } key } owner ? (owner.Type, row.Property(key.Properties[0]).CurrentValue!) : null;

    /// <summary>The foreign key by which a part's row names its root; null for a root.</summary>
    public static IForeignKey? KeyToRoot(IEntityType type) => OwnerOf(type)?.Key;

    private static object KeyOf(EntityEntry entry) => entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0]).CurrentValue!;

    private static async Task<EntityEntry> FindAsync(DbContext db, IEntityType type, object id, CancellationToken cancel)
    {
        var root = await db.FindAsync(type.ClrType, [id], cancel)
            ?? throw new DbUpdateConcurrencyException($"{type.ClrType.Name} {id} is gone.");
        return db.Entry(root);
    }

    private static Owner? OwnerOf(IEntityType type)
    {
        if (typeof(Aggregate).IsAssignableFrom(type.ClrType) || type.ClrType == typeof(Account))
            return new(type, null);
        var root = type.ClrType.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPartOf<>))?.GetGenericArguments()[0];
        root ??= IsOfAccount(type.ClrType) ? typeof(Account) : null;
        return root is null ? null : OwnerBy(type.GetForeignKeys().Single(f => f.PrincipalEntityType.ClrType == root));
    }

    private static Owner OwnerBy(IForeignKey key) => new(key.PrincipalEntityType, key);

    private static bool IsOfAccount(Type type) =>
        type == typeof(IdentityUserClaim<Guid>) || type == typeof(IdentityUserLogin<Guid>) || type == typeof(IdentityUserToken<Guid>);

    private sealed record Owner(IEntityType Type, IForeignKey? Key)
    {
        public bool IsRoot => Key is null;
    }
}
