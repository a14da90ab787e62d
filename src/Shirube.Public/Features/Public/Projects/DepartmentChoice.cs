using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;

namespace Shirube.Public.Features.Public.Projects;

/// <summary>A department that owns a project, or stands above one that does.</summary>
public sealed record DepartmentChoice(PublicKey Key, string Name, PublicKey? Parent)
{
    public static IReadOnlyList<DepartmentChoice> All(Release release)
    {
        var all = release.Query<DepartmentChoice>("SELECT key, name, parent FROM departments ORDER BY code, name, key");
        var owners = release.Query<string>("SELECT DISTINCT department FROM owners").ToHashSet();
        return [.. all.Where(d => WithBelow(all, d.Key.Value).Overlaps(owners))];
    }

    public static HashSet<string> WithBelow(IReadOnlyList<DepartmentChoice> all, string key)
    {
        HashSet<string> found = [key];
        for (var before = 0; before < found.Count;)
        {
            before = found.Count;
            found.UnionWith(all.Where(d => d.Parent is { } parent && found.Contains(parent.Value)).Select(d => d.Key.Value));
        }
        return found;
    }

    /// <summary>In tree order with the depth of each.</summary>
    public static IEnumerable<(DepartmentChoice Department, int Depth)> Tree(IReadOnlyList<DepartmentChoice> all, PublicKey? parent = null, int depth = 0) =>
        all.Where(d => parent is null ? d.Parent is not { } above || all.All(o => o.Key != above) : d.Parent == parent)
            .SelectMany(d => Tree(all, d.Key, depth + 1).Prepend((d, depth)));
}
