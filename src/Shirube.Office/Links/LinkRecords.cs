using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Projects;

namespace Shirube.Office.Links;

/// <summary>The links that an item or a project ever had, with those that were removed since: their changes belong to its history.</summary>
internal static class LinkRecords
{
    public static readonly IReadOnlyList<string> Kinds = [nameof(ItemLink), nameof(GoalLink)];

    public static Task<List<Guid>> LinksEver(this OfficeDb db, PublicKey item) => Naming(db, item.Value);

    public static Task<List<Guid>> LinksEver(this OfficeDb db, ProjectId project) => Naming(db, $"{project.Value:D}");

    // why: of a removed link nothing is left but its entries. Quotes inside a value are escaped, so that only a whole value stands between two.
    private static Task<List<Guid>> Naming(OfficeDb db, string value)
    {
        var mark = $"\"{value}\"";
        return db.ChangeEntries.Where(e => Kinds.Contains(e.Kind) && e.Text.Contains(mark)).Select(e => e.AggregateId).Distinct().ToListAsync();
    }
}
